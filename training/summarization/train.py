"""Train the sentence ranker.

``python -m training.summarization.train --data TRAIN.jsonl --out weights.json``

The targets come from greedy oracles: they add the sentence that raises ROUGE with the reference most, up to
60 words (after Nallapati et al., "SummaRuNNer", AAAI 2017). Three oracles with different weights of the ROUGE
scores vote; the target of a sentence is its share of the votes. A logistic regression is fitted by Newton's
method with an L2 penalty. All sets weigh the same, and all articles of a set, but titled articles weigh
twice, since most articles that the service reads have a title. Nothing is random.
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
from training.summarization.labelled_articles import Example, read_examples

if TYPE_CHECKING:
    from collections.abc import Sequence

PENALTY = 10.0
STEPS = 30
ORACLE_WORDS = 60
SHORTEST_WORDS = 4

TITLED = 2.0
"""Weight of an article with a title, against 1 without."""

CANDIDATES = 14
"""Sentences that an oracle chooses from: those with the highest ROUGE on their own."""

ORACLES = ((1.0, 1.0, 0.0), (1.0, 1.0, 1.0), (0.01, 1.0, 0.0))
"""Weights of ROUGE-1, ROUGE-2 and ROUGE-L in each oracle."""


def targets(example: Example) -> np.ndarray:
    """Return the share of the oracles that choose each sentence, shape (sentences,)."""
    contents = example.contents
    alone = [_weighted_rouge([content], example, ORACLES[0]) for content in contents]
    places = sorted(range(len(contents)), key=lambda place: -alone[place])[:CANDIDATES]
    pool = [place for place in places if len(contents[place].split()) >= SHORTEST_WORDS]
    votes = np.zeros(len(contents))
    for weights in ORACLES:
        votes[_oracle(example, pool, weights)] += 1
    return votes / len(ORACLES)


def _oracle(example: Example, pool: Sequence[int], weights: tuple[float, float, float]) -> list[int]:
    contents, left = example.contents, list(pool)
    chosen: list[int] = []
    reached = 0.0
    while left and sum(len(contents[place].split()) for place in chosen) < ORACLE_WORDS:
        gains = [
            _weighted_rouge([contents[each] for each in sorted([*chosen, place])], example, weights)
            for place in left
        ]
        best = int(np.argmax(gains))
        if gains[best] <= reached:
            break
        reached = gains[best]
        chosen.append(left.pop(best))
    return chosen


def _weighted_rouge(sentences: Sequence[str], example: Example, weights: tuple[float, float, float]) -> float:
    scores = rouge(" ".join(sentences), example.reference)
    return sum(weight * score for weight, score in zip(weights, scores, strict=True))


@dataclass(frozen=True, slots=True)
class Prepared:
    """Regression input of one article.

    Attributes:
        features: shape (sentences, features).
        targets: shape (sentences,).
    """

    set: str
    titled: bool
    features: np.ndarray
    targets: np.ndarray


def prepare(example: Example) -> Prepared:
    """Compute the features and the targets of an article's sentences."""
    measured, _ = sentence_features(example.doc, example.doc.sentences, example.doc.title)
    return Prepared(example.set, bool(example.doc.title), measured, targets(example))


def fit(articles: Sequence[Prepared], penalty: float = PENALTY) -> SentenceRanker:
    """Fit the ranker on articles; each set weighs the same, and titled articles weigh twice."""
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
        probability = 1 / (1 + np.exp(-inputs @ solution))
        gradient = inputs.T @ (weight * (probability - goal)) + ridge * solution
        hessian = (inputs * (weight * probability * (1 - probability))[:, None]).T @ inputs + np.diag(
            ridge + 1e-9
        )
        solution -= np.linalg.solve(hessian, gradient)
    return solution


def to_json(weights: SentenceRanker) -> dict[str, object]:
    """Return the weights as JSON, keyed by feature name."""
    columns = zip(FEATURE_NAMES, weights.mean, weights.scale, weights.coefficients, strict=True)
    return {
        "intercept": round(weights.intercept, 6),
        "features": {
            name: {"mean": round(float(m), 6), "scale": round(float(s), 6), "coefficient": round(float(c), 6)}
            for name, m, s, c in columns
        },
    }


def main() -> None:
    """Fit the ranker and write its weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    examples = read_examples(arguments.data)
    arguments.out.write_text(
        json.dumps(to_json(fit([prepare(example) for example in examples])), indent=1) + "\n"
    )
    print(f"{len(examples)} articles, {sum(len(example.doc.sentences) for example in examples)} sentences")


if __name__ == "__main__":
    main()
