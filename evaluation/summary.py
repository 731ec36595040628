"""Evaluate summaries against leads: ``python -m evaluation.summary --data DEV.jsonl [--folds 10]``.

| budget | product | lead |
| --- | --- | --- |
| 3 sentences | the three best sentences | the first three sentences |
| 60 or 100 words | the best sentences, cut to the budget | the first words |

Both sides read the same sentences without boilerplate. The interval is a bootstrap over articles (1,000
draws, 95%). With ``--folds`` the weights are trained on the other folds of the same file; with ``--repeats``
for so many random divisions, and the scores of each article are averaged.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from evaluation.rouge import Rouge, rouge
from nutgraf.model import Options
from nutgraf.nlp.summarization import extractive, mmr
from training.summarization.labelled_articles import Example, read_examples
from training.summarization.train import fit, prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

BUDGET = 60
DRAWS = 1000


def lead_summary(example: Example, words: int | None) -> str:
    """Return the first three sentences, or the first ``words`` words."""
    if words is None:
        return " ".join(example.contents[:3])
    return " ".join(" ".join(example.contents).split()[:words])


def product_summary(example: Example, ranker: extractive.SentenceRanker, words: int | None) -> str:
    """Return the three best sentences, or the best ones up to ``words`` words, in the order of the text."""
    ranked = extractive.rank_sentences(example.doc, ranker)
    if words is None:
        return " ".join(
            found.text for found in extractive.choose_sentences(ranked, Options(sentence_count=3))
        )
    left, kept = words, []
    for sentence in mmr.select_mmr(ranked, 20):
        used = sentence.text.split()[:left]
        kept.append((sentence.span.start, " ".join(used)))
        left -= len(used)
        if left <= 0:
            break
    return " ".join(content for _, content in sorted(kept))


def compare_rouge(
    examples: Sequence[Example], rankers: Sequence[extractive.SentenceRanker], words: int | None
) -> tuple[np.ndarray, np.ndarray]:
    """Return ROUGE of the product and of the lead for each article, shapes (articles, 3)."""
    mine = [
        rouge(product_summary(example, ranker, words), example.reference)
        for example, ranker in zip(examples, rankers, strict=True)
    ]
    theirs = [rouge(lead_summary(example, words), example.reference) for example in examples]
    return np.array(mine), np.array(theirs)


def print_comparison(name: str, mine: np.ndarray, theirs: np.ndarray) -> None:
    """Print the scores of both sides and the interval of their difference."""
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
    """Return the fold of each article, shape (articles,), for each division; each set is spread evenly."""
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
    """Return the ranker of each article: the stored one, or for each division the one of the other folds."""
    if not folds:
        return [[extractive.SentenceRanker.load(weights)] * len(examples)]
    prepared = [prepare(example) for example in examples]
    rankers = []
    for division in divisions(examples, folds, repeats):
        fitted = [
            fit([each for each, other in zip(prepared, division, strict=True) if other != fold])
            for fold in range(folds)
        ]
        rankers.append([fitted[fold] for fold in division])
    return rankers


def main() -> None:
    """Print the scores for each budget and set of articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=Path("nutgraf/nlp/models/summarization/weights.json"))
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--repeats", type=int, default=1)
    arguments = parser.parse_args()
    examples = read_examples(arguments.data)
    rankers = rankers_of(examples, arguments.weights, arguments.folds, arguments.repeats)
    for words, label in ((None, "3 sentences"), (BUDGET, f"{BUDGET} words"), (100, "100 words")):
        for name in sorted({example.set for example in examples}):
            rows = [i for i, example in enumerate(examples) if example.set == name]
            scores = [
                compare_rouge([examples[i] for i in rows], [division[i] for i in rows], words)
                for division in rankers
            ]
            mine, theirs = np.mean(scores, axis=0)
            print_comparison(f"{name}, {label}", mine, theirs)


if __name__ == "__main__":
    main()
