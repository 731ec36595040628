"""Cross-validate the boilerplate line classifier over sets of wordings and articles.

``python -m training.boilerplate.cross_validate --data TRAIN.jsonl --corpora DIR --encoder DIR``
"""

from __future__ import annotations

import json
from unittest.mock import patch

from evaluation import boilerplate
from nutgraf.nlp.boilerplate import line_classifier
from training.boilerplate import clean_reports, page_wordings
from training.boilerplate.synthetic_pages import training_wordings
from training.boilerplate.train import FOLDS, argument_parser, fold_numbers, train
from training.boilerplate.word_scores import WordVectors


def main() -> None:
    """Train once for each fold, and score its sets of wordings on its articles."""
    parser = argument_parser(__doc__)
    parser.add_argument("--show", action="store_true", help="print what survived and what was lost")
    given = parser.parse_args()
    vectors = WordVectors.read(given.encoder)
    reports = clean_reports.read_reports(given.data, given.corpora)
    articles = [json.loads(line) for line in given.data.read_text("utf-8").splitlines()]
    sets = training_wordings()
    set_folds = dict(zip(sets, fold_numbers(len(sets)), strict=True))
    for fold in range(FOLDS):
        weights = train(
            [
                report
                for report, other in zip(reports, fold_numbers(len(reports)), strict=True)
                if other != fold
            ],
            {name: sets[name] for name in sets if set_folds[name] != fold},
            vectors,
        )
        left_out = [
            article
            for article, other in zip(articles, fold_numbers(len(articles)), strict=True)
            if other == fold
        ]
        with patch.object(line_classifier, "load_boilerplate_model", lambda _, weights=weights: weights):
            for name in page_wordings.TRAINED:
                if set_folds[name] == fold:
                    boilerplate.evaluate_injection(left_out, name, show=given.show)


if __name__ == "__main__":
    main()
