"""Train the judge of lines.

``python -m training.boilerplate.train --data TRAIN.jsonl --corpora DIR --encoder DIR``

First the words get scores, then the cues of lines on made-up pages get coefficients. The pages of each fold
are read with word scores from the other folds, so that the second step does not trust the first too much.
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
from training.boilerplate.synthetic_pages import OWN, Row, Wording, rows_of, wordings
from training.boilerplate.word_scores import Vectors, scores

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from training.boilerplate.clean_reports import Report

FOLDS: Final = 5
_PENALTY: Final = 10.0
_SHIPPED_WORDS: Final = 12_000
_LARGEST: Final = 127
_OWN_WORDS: Final = range(3, 41)


def parts(count: int) -> list[int]:
    """The fold of each of a number of things."""
    return [place % FOLDS for place in range(count)]


def train(
    reports: Sequence[Report], sets: Mapping[str, Wording], vectors: Vectors
) -> line_classifier.BoilerplateModel:
    """Weights from reports and sets of wordings. Nothing is left to chance but the seeded pages."""
    report_folds, set_folds = parts(len(reports)), dict(zip(sets, parts(len(sets)), strict=True))
    rows: list[Row] = []
    for fold in range(FOLDS):
        kept = [report for report, other in zip(reports, report_folds, strict=True) if other != fold]
        others = [sets[name] for name, other in set_folds.items() if other != fold]
        words = word_scores(kept, others, _part(OWN, fold, inside=False), vectors)
        for number, report in enumerate(reports):
            if report_folds[number] == fold:
                chance = random.Random(number)
                for name, other in set_folds.items():
                    rows += (
                        rows_of(report, sets[name], _part(OWN, fold, inside=True), chance, words)
                        if other == fold
                        else []
                    )
    bias, cues = _coefficients(rows)
    return line_classifier.BoilerplateModel(
        bias, cues, word_scores(reports, list(sets.values()), OWN, vectors)
    )


def _part(lines: Sequence[str], fold: int, *, inside: bool) -> list[str]:
    """The lines of one fold, or all others."""
    return [line for line, other in zip(lines, parts(len(lines)), strict=True) if (other == fold) == inside]


def word_scores(
    reports: Sequence[Report], sets: Sequence[Wording], short: Sequence[str], vectors: Vectors
) -> dict[str, float]:
    """The scores of words, whole numbers of a common unit; the weakest are left out."""
    alien = [
        line.format(site=page_wordings.SITES[0], name=page_wordings.NAMES[0])
        for wording in sets
        for line in wording.lines
        if "{title}" not in line and "{headline}" not in line
    ]
    own = [said for report in reports for said in report.sentences if len(said.split()) in _OWN_WORDS]
    found = scores(vectors, alien, [*own, *short])
    strongest = sorted(found, key=lambda word: (-abs(found[word]), word))[:_SHIPPED_WORDS]
    unit = abs(found[strongest[0]]) / _LARGEST
    return {word: unit * round(found[word] / unit) for word in strongest}


def _coefficients(rows: Sequence[Row]) -> tuple[float, dict[str, float]]:
    names = sorted(rows[0].cues)
    design = np.array([[float(row.cues[name]) for name in names] for row in rows])
    target = np.array([float(row.alien) for row in rows])
    mean, scale = design.mean(axis=0), design.std(axis=0) + 1e-9
    found = fit((design - mean) / scale, target, penalty=_PENALTY, weights=np.ones(len(rows)))
    coefficients = found[:-1] / scale
    return float(found[-1] - coefficients @ mean), dict(zip(names, coefficients.tolist(), strict=True))


def write(weights: line_classifier.BoilerplateModel, path: Path) -> None:
    """Write weights as the pipeline reads them."""
    unit = max(abs(score) for score in weights.words.values()) / _LARGEST
    stored = {
        "bias": round(weights.bias, 4),
        "cues": {name: round(value, 4) for name, value in weights.cues.items()},
        "unit": round(unit, 6),
        "words": {word: round(score / unit) for word, score in sorted(weights.words.items())},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def arguments_of(description: str | None) -> argparse.ArgumentParser:
    """What training and validating are given."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, required=True, help="news: {text, title, summary} a line")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with {name}.jsonl.gz")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    return parser


def main() -> None:
    """Train on everything."""
    parser = arguments_of(__doc__)
    parser.add_argument("--out", type=Path, default=line_classifier.weights_path("boilerplate"))
    given = parser.parse_args()
    reports = clean_reports.read(given.data, given.corpora)
    write(train(reports, wordings(), Vectors.read(given.encoder)), given.out)


if __name__ == "__main__":
    main()
