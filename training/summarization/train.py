"""Train the sentence ranking.

``python -m training.summarization.train --data TRAIN.jsonl --out weights.json``

The targets are the sentences of greedy oracles: those that, one after the other, raise ROUGE with the
reference most, up to 60 words (after Nallapati et al., "SummaRuNNer", AAAI 2017). Three oracles, each with
another mean of the ROUGE scores, vote, so that a sentence that only one takes counts for a third. The
regression is fitted by Newton's method with an L2 penalty. Every set has the same weight, and every article
in it, but titled articles have twice the weight: most that the service reads have a title. Nothing is random.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from evaluation.rouge import rouge
from nutgraf.nlp.summarization.extractive import SentenceRanker
from nutgraf.nlp.summarization.sentence_features import FEATURE_NAMES, sentence_features
from training.summarization.labelled_articles import Example, read

if TYPE_CHECKING:
    from collections.abc import Sequence

PENALTY = 10.0
STEPS = 30
ORACLE_WORDS = 60
SHORTEST_WORDS = 4

TITLED = 2.0
"""How much more an article with a title weighs."""

BEAM = 14
"""Sentences that an oracle chooses among: those that alone say most of the reference."""

JUDGES = ((1.0, 1.0, 0.0), (1.0, 1.0, 1.0), (0.01, 1.0, 0.0))
"""How much each oracle makes of ROUGE-1, ROUGE-2 and ROUGE-L."""


def targets(example: Example) -> np.ndarray:
    """The share of the oracles that choose each sentence, shape (sentences,)."""
    contents = example.contents
    alone = [_worth([content], example, JUDGES[0]) for content in contents]
    places = sorted(range(len(contents)), key=lambda place: -alone[place])[:BEAM]
    pool = [place for place in places if len(contents[place].split()) >= SHORTEST_WORDS]
    votes = np.zeros(len(contents))
    for judge in JUDGES:
        votes[_oracle(example, pool, judge)] += 1
    return votes / len(JUDGES)


def _oracle(example: Example, pool: Sequence[int], judge: tuple[float, float, float]) -> list[int]:
    contents, left = example.contents, list(pool)
    chosen: list[int] = []
    reached = 0.0
    while left and sum(len(contents[place].split()) for place in chosen) < ORACLE_WORDS:
        worth = [
            _worth([contents[each] for each in sorted([*chosen, place])], example, judge) for place in left
        ]
        best = int(np.argmax(worth))
        if worth[best] <= reached:
            break
        reached = worth[best]
        chosen.append(left.pop(best))
    return chosen


def _worth(sentences: Sequence[str], example: Example, judge: tuple[float, float, float]) -> float:
    scores = rouge(" ".join(sentences), example.reference)
    return sum(weight * score for weight, score in zip(judge, scores, strict=True))


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the regression needs of one article: features (sentences, features) and targets (sentences,)."""

    set: str
    titled: bool
    features: np.ndarray
    targets: np.ndarray


def prepare(example: Example) -> Prepared:
    """Measure an article's sentences and ask the oracles."""
    measured, _ = sentence_features(example.doc, example.doc.sentences, example.doc.title)
    return Prepared(example.set, bool(example.doc.title), measured, targets(example))


def fit(articles: Sequence[Prepared], penalty: float = PENALTY) -> SentenceRanker:
    """Fit the regression on articles of any sets, each set weighing the same, titled articles twice."""
    sizes = Counter(article.set for article in articles)
    weights = [
        (TITLED if article.titled else 1.0) * 10 * len(articles) / (len(sizes) * sizes[article.set])
        for article in articles
    ]
    importance = [
        np.full(len(article.features), weight / len(article.features))
        for article, weight in zip(articles, weights, strict=True)
    ]
    raw = np.vstack([article.features for article in articles])
    goal = np.concatenate([article.targets for article in articles])
    mean, scale = raw.mean(axis=0), raw.std(axis=0)
    scale[scale == 0] = 1.0
    inputs = np.column_stack([(raw - mean) / scale, np.ones(len(raw))])
    solution = _newton(inputs, goal, np.concatenate(importance), penalty)
    return SentenceRanker(mean, scale, solution[:-1], float(solution[-1]))


def _newton(inputs: np.ndarray, goal: np.ndarray, weight: np.ndarray, penalty: float) -> np.ndarray:
    solution = np.zeros(inputs.shape[1])
    ridge = np.full(inputs.shape[1], penalty)
    ridge[-1] = 0.0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-inputs @ solution))
        gradient = inputs.T @ (weight * (chance - goal)) + ridge * solution
        curvature = (inputs * (weight * chance * (1 - chance))[:, None]).T @ inputs + np.diag(ridge + 1e-9)
        solution -= np.linalg.solve(curvature, gradient)
    return solution


def stored(weights: SentenceRanker) -> dict[str, object]:
    """The weights as JSON, by the features' names."""
    columns = zip(FEATURE_NAMES, weights.mean, weights.scale, weights.coefficients, strict=True)
    return {
        "intercept": round(weights.intercept, 6),
        "features": {
            name: {"mean": round(float(m), 6), "scale": round(float(s), 6), "coefficient": round(float(c), 6)}
            for name, m, s, c in columns
        },
    }


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    examples = read(arguments.data)
    arguments.out.write_text(
        json.dumps(stored(fit([prepare(example) for example in examples])), indent=1) + "\n"
    )
    print(f"{len(examples)} articles, {sum(len(example.doc.sentences) for example in examples)} sentences")


if __name__ == "__main__":
    main()
