"""Measure summaries: ``python -m evaluation.summary --data DEV.jsonl [--weights …] [--folds 10]``.

Ours against Lead-3 with three sentences, and against the first 60 words with exactly 60 words, so that
neither side gains by length. Both sides read the same cleaned sentences. The interval is a bootstrap over
articles (1,000 draws, 95%). With ``--folds`` the weights are trained on the other folds of the same file;
with ``--repeats`` that is done for so many random divisions, and each article's scores are averaged.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from evaluation.rouge import Rouge, rouge
from nutgraf.model import Options
from nutgraf.nlp.summarization import extractive, mmr
from training.summarization.labelled_articles import Example, read
from training.summarization.train import fit, prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

BUDGET = 60
DRAWS = 1000


def lead(example: Example, words: int | None) -> str:
    """The first three sentences, or the first ``words`` words."""
    if words is None:
        return " ".join(example.contents[:3])
    return " ".join(" ".join(example.contents).split()[:words])


def ours(example: Example, weights: extractive.SentenceRanker, words: int | None) -> str:
    """Our three sentences, or our best ones up to ``words`` words, in the order of the text."""
    ranked = extractive.rank_sentences(example.doc, weights)
    if words is None:
        return " ".join(
            found.text for found in extractive.choose_sentences(ranked, Options(sentence_count=3))
        )
    left, kept = words, []
    for sentence in mmr.select_mmr(ranked, 20):
        said = sentence.text.split()[:left]
        kept.append((sentence.span.start, " ".join(said)))
        left -= len(said)
        if left <= 0:
            break
    return " ".join(content for _, content in sorted(kept))


def compare(
    examples: Sequence[Example], judges: Sequence[extractive.SentenceRanker], words: int | None
) -> tuple[np.ndarray, np.ndarray]:
    """ROUGE of ours and of the lead for each article, shapes (articles, 3)."""
    mine = [
        rouge(ours(example, judge, words), example.reference)
        for example, judge in zip(examples, judges, strict=True)
    ]
    theirs = [rouge(lead(example, words), example.reference) for example in examples]
    return np.array(mine), np.array(theirs)


def print_comparison(name: str, mine: np.ndarray, theirs: np.ndarray) -> None:
    """Print both sides and the interval of their difference."""
    difference = mine.mean(axis=1) - theirs.mean(axis=1)
    random = np.random.default_rng(0)
    draws = difference[random.integers(0, len(difference), (DRAWS, len(difference)))].mean(axis=1)
    low, high = np.percentile(draws, [2.5, 97.5])
    print(
        f"{name:34} n={len(mine):3}  ours {_row(mine)}  lead {_row(theirs)}  "
        f"mean {difference.mean():+.2f} [{low:+.2f}, {high:+.2f}]"
    )


def _row(scores: np.ndarray) -> str:
    one = Rouge(*scores.mean(axis=0))
    return f"{one.r1:.1f}/{one.r2:.1f}/{one.rl:.1f}"


def divisions(examples: Sequence[Example], folds: int, repeats: int) -> list[np.ndarray]:
    """The fold of each article, shape (articles,), in each division; every set is spread over all folds."""
    found = []
    for seed in range(repeats):
        random = np.random.default_rng(seed)
        division = np.zeros(len(examples), dtype=int)
        for name in sorted({example.set for example in examples}):
            rows = random.permutation([i for i, example in enumerate(examples) if example.set == name])
            division[rows] = np.arange(len(rows)) % folds
        found.append(division)
    return found


def rankers_of(
    examples: Sequence[Example], weights: Path, folds: int, repeats: int
) -> list[list[extractive.SentenceRanker]]:
    """The judge of each article: the stored one, or for each division the one trained on the other folds."""
    if not folds:
        return [[extractive.SentenceRanker.load(weights)] * len(examples)]
    prepared = [prepare(example) for example in examples]
    judges = []
    for division in divisions(examples, folds, repeats):
        fitted = [
            fit([each for each, other in zip(prepared, division, strict=True) if other != fold])
            for fold in range(folds)
        ]
        judges.append([fitted[fold] for fold in division])
    return judges


def main() -> None:
    """Read, choose, score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=Path("nutgraf/nlp/models/summarization/weights.json"))
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--repeats", type=int, default=1)
    arguments = parser.parse_args()
    examples = read(arguments.data)
    judges = rankers_of(examples, arguments.weights, arguments.folds, arguments.repeats)
    for words, label in ((None, "3 sentences"), (BUDGET, f"{BUDGET} words"), (100, "100 words")):
        for name in sorted({example.set for example in examples}):
            rows = [i for i, example in enumerate(examples) if example.set == name]
            scores = [
                compare([examples[i] for i in rows], [division[i] for i in rows], words)
                for division in judges
            ]
            mine, theirs = np.mean(scores, axis=0)
            print_comparison(f"{name}, {label}", mine, theirs)


if __name__ == "__main__":
    main()
