"""Judge the cleaning on sets of wordings and articles left out of its training, each in turn.

``python -m training.cleaning.validate --data TRAIN.jsonl --corpora DIR --encoder DIR``
"""

from __future__ import annotations

import json
from typing import Final
from unittest.mock import patch

from training import boilerplate, evaluate_cleaning
from training.cleaning import corpora
from training.cleaning.lexicon import Vectors
from training.cleaning.pages import wordings
from training.cleaning.train import FOLDS, arguments_of, parts, train
from workers.pipeline.cleaning import judging

_SINGLE: Final = "single "


def main() -> None:
    """Train once a fold, and measure its sets of wordings on its articles."""
    parser = arguments_of(__doc__)
    parser.add_argument("--show", action="store_true", help="print what survived and what was lost")
    given = parser.parse_args()
    vectors = Vectors.read(given.encoder)
    reports = corpora.read(given.data, given.corpora)
    articles = [json.loads(line) for line in given.data.read_text("utf-8").splitlines()]
    sets = wordings()
    set_folds = dict(zip(sets, parts(len(sets)), strict=True))
    for fold in range(FOLDS):
        weights = train(
            [report for report, other in zip(reports, parts(len(reports)), strict=True) if other != fold],
            {name: sets[name] for name in sets if set_folds[name] != fold},
            vectors,
        )
        left_out = [
            article for article, other in zip(articles, parts(len(articles)), strict=True) if other == fold
        ]
        with patch.object(judging, "load", lambda weights=weights: weights):
            for name in boilerplate.TRAINED:
                if set_folds[name] == fold:
                    evaluate_cleaning.measure(left_out, name, show=given.show)


if __name__ == "__main__":
    main()
