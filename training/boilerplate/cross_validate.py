"""Judge the cleaning on sets of wordings and articles left out of its training, each in turn.

``python -m training.boilerplate.cross_validate --data TRAIN.jsonl --corpora DIR --encoder DIR``
"""

from __future__ import annotations

import json
from typing import Final
from unittest.mock import patch

from evaluation import boilerplate
from nutgraf.nlp.boilerplate import line_classifier
from training.boilerplate import clean_reports, page_wordings
from training.boilerplate.synthetic_pages import wordings
from training.boilerplate.train import FOLDS, arguments_of, parts, train
from training.boilerplate.word_scores import Vectors

_SINGLE: Final = "single "


def main() -> None:
    """Train once a fold, and measure its sets of wordings on its articles."""
    parser = arguments_of(__doc__)
    parser.add_argument("--show", action="store_true", help="print what survived and what was lost")
    given = parser.parse_args()
    vectors = Vectors.read(given.encoder)
    reports = clean_reports.read(given.data, given.corpora)
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
        with patch.object(line_classifier, "load_boilerplate_model", lambda _, weights=weights: weights):
            for name in page_wordings.TRAINED:
                if set_folds[name] == fold:
                    boilerplate.evaluate_injection(left_out, name, show=given.show)


if __name__ == "__main__":
    main()
