"""Train the boilerplate line classifier.

``python -m training.boilerplate.train --data TRAIN.jsonl --corpora DIR --encoder DIR``

First every word gets a score, then the features of lines on synthetic pages get coefficients. The pages of a
fold are read with word scores from the other folds, so that the second step does not overrate the first.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from nutgraf.nlp.boilerplate import line_classifier
from training.boilerplate import clean_reports, page_wordings
from training.boilerplate.logistic_regression import fit
from training.boilerplate.synthetic_pages import (
    SHORT_SENTENCES,
    LabelledRow,
    PageWording,
    labelled_rows,
    training_wordings,
)
from training.boilerplate.word_scores import WordVectors, fit_word_scores

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from training.boilerplate.clean_reports import CleanReport

FOLDS: Final = 5
_PENALTY: Final = 10.0
_SHIPPED_WORDS: Final = 12_000
_LARGEST: Final = 127
_SENTENCE_WORDS: Final = range(3, 41)


def fold_numbers(count: int) -> list[int]:
    """Return the fold of each of ``count`` items."""
    return [place % FOLDS for place in range(count)]


def train(
    reports: Sequence[CleanReport], sets: Mapping[str, PageWording], vectors: WordVectors
) -> line_classifier.BoilerplateModel:
    """Train on reports and sets of wordings; equal input gives equal weights, for the pages are seeded."""
    report_folds = fold_numbers(len(reports))
    set_folds = dict(zip(sets, fold_numbers(len(sets)), strict=True))
    rows: list[LabelledRow] = []
    for fold in range(FOLDS):
        kept = [report for report, other in zip(reports, report_folds, strict=True) if other != fold]
        others = [sets[name] for name, other in set_folds.items() if other != fold]
        words = word_scores(kept, others, _fold_lines(SHORT_SENTENCES, fold, inside=False), vectors)
        for number, report in enumerate(reports):
            if report_folds[number] == fold:
                rng = random.Random(number)
                for name, other in set_folds.items():
                    rows += (
                        labelled_rows(
                            report, sets[name], _fold_lines(SHORT_SENTENCES, fold, inside=True), rng, words
                        )
                        if other == fold
                        else []
                    )
    bias, cues = _coefficients(rows)
    return line_classifier.BoilerplateModel(
        bias, cues, word_scores(reports, list(sets.values()), SHORT_SENTENCES, vectors)
    )


def _fold_lines(lines: Sequence[str], fold: int, *, inside: bool) -> list[str]:
    """Return the lines of one fold, or those of all others."""
    return [
        line for line, other in zip(lines, fold_numbers(len(lines)), strict=True) if (other == fold) == inside
    ]


def word_scores(
    reports: Sequence[CleanReport], sets: Sequence[PageWording], short: Sequence[str], vectors: WordVectors
) -> dict[str, float]:
    """Fit word scores, round them to whole multiples of one unit, and keep the strongest 12,000."""
    boilerplate = [
        line.format(site=page_wordings.SITES[0], name=page_wordings.NAMES[0])
        for wording in sets
        for line in wording.lines
        if "{title}" not in line and "{headline}" not in line
    ]
    own = [
        sentence
        for report in reports
        for sentence in report.sentences
        if len(sentence.split()) in _SENTENCE_WORDS
    ]
    found = fit_word_scores(vectors, boilerplate, [*own, *short])
    strongest = sorted(found, key=lambda word: (-abs(found[word]), word))[:_SHIPPED_WORDS]
    unit = abs(found[strongest[0]]) / _LARGEST
    return {word: unit * round(found[word] / unit) for word in strongest}


def _coefficients(rows: Sequence[LabelledRow]) -> tuple[float, dict[str, float]]:
    """Fit the intercept and the coefficient of each feature, for features that are not standardized."""
    names = sorted(rows[0].features)
    design = np.array([[float(row.features[name]) for name in names] for row in rows])
    target = np.array([float(row.boilerplate) for row in rows])
    mean, scale = design.mean(axis=0), design.std(axis=0) + 1e-9
    found = fit((design - mean) / scale, target, penalty=_PENALTY, weights=np.ones(len(rows)))
    coefficients = found[:-1] / scale
    return float(found[-1] - coefficients @ mean), dict(zip(names, coefficients.tolist(), strict=True))


def write(weights: line_classifier.BoilerplateModel, path: Path) -> None:
    """Write weights as JSON in the form that the line classifier reads."""
    unit = max(abs(score) for score in weights.words.values()) / _LARGEST
    stored = {
        "bias": round(weights.bias, 4),
        "cues": {name: round(value, 4) for name, value in weights.cues.items()},
        "unit": round(unit, 6),
        "words": {word: round(score / unit) for word, score in sorted(weights.words.items())},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def argument_parser(description: str | None) -> argparse.ArgumentParser:
    """Return a parser for the arguments that training and cross-validation share."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, required=True, help="news: JSON lines of {text, title, summary}")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with {name}.jsonl.gz")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    return parser


def main() -> None:
    """Train on all folds and write the weights."""
    parser = argument_parser(__doc__)
    parser.add_argument("--out", type=Path, default=line_classifier.weights_path("boilerplate"))
    given = parser.parse_args()
    reports = clean_reports.read_reports(given.data, given.corpora)
    write(train(reports, training_wordings(), WordVectors.read(given.encoder)), given.out)


if __name__ == "__main__":
    main()
