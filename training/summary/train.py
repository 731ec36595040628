"""Train the sentence ranking: ``python -m training.summary.train --data TRAIN.jsonl --out weights.json``.

The targets are the sentences of a greedy oracle: those that, one after the other, raise ROUGE-1 plus
ROUGE-2 with the reference most, up to 60 words (after Nallapati et al., "SummaRuNNer", AAAI 2017). The
regression is fitted by Newton's method with an L2 penalty; every article, and every set, has the same weight.
Nothing is random.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from training.rouge import rouge
from training.summary.reading import Example, read
from workers.pipeline.features import NAMES, measure
from workers.pipeline.summary import Weights

if TYPE_CHECKING:
    from collections.abc import Sequence

PENALTY = 3.0
STEPS = 30
ORACLE_WORDS = 60
SHORTEST_WORDS = 4
BEAM = 14
"""Sentences that the oracle chooses among: those that alone say most of the reference."""


def targets(example: Example) -> np.ndarray:
    """Which sentences the oracle chooses, as 0 and 1, shape (sentences,)."""
    contents = example.contents
    alone = [_worth([content], example) for content in contents]
    places = sorted(range(len(contents)), key=lambda place: -alone[place])[:BEAM]
    pool = [place for place in places if len(contents[place].split()) >= SHORTEST_WORDS]
    chosen: list[int] = []
    reached = 0.0
    while pool and sum(len(contents[place].split()) for place in chosen) < ORACLE_WORDS:
        worth = {
            place: _worth([contents[each] for each in sorted([*chosen, place])], example) for place in pool
        }
        best = max(pool, key=lambda place: worth[place])
        if worth[best] <= reached:
            break
        reached = worth[best]
        chosen.append(best)
        pool.remove(best)
    return np.isin(np.arange(len(contents)), chosen).astype(float)


def _worth(sentences: Sequence[str], example: Example) -> float:
    score = rouge(" ".join(sentences), example.reference)
    return score.r1 + score.r2


def fit(examples: Sequence[Example], penalty: float = PENALTY) -> Weights:
    """Fit the regression on examples of any sets, each set weighing the same."""
    sizes = Counter(example.set for example in examples)
    blocks, wanted, importance = [], [], []
    for example in examples:
        measured, _ = measure(example.text, example.title, example.spans, english=True)
        blocks.append(measured)
        wanted.append(targets(example))
        share = len(examples) / (len(sizes) * sizes[example.set])
        importance.append(np.full(len(measured), share * 10 / len(measured)))
    raw, goal, weight = np.vstack(blocks), np.concatenate(wanted), np.concatenate(importance)
    mean, scale = raw.mean(axis=0), raw.std(axis=0)
    scale[scale == 0] = 1.0
    inputs = np.column_stack([(raw - mean) / scale, np.ones(len(raw))])
    solution = _newton(inputs, goal, weight, penalty)
    return Weights(mean, scale, solution[:-1], float(solution[-1]))


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


def stored(weights: Weights) -> dict[str, object]:
    """The weights as JSON, by the features' names."""
    columns = zip(NAMES, weights.mean, weights.scale, weights.coefficients, strict=True)
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
    arguments.out.write_text(json.dumps(stored(fit(examples)), indent=1) + "\n")
    print(f"{len(examples)} articles, {sum(len(example.spans) for example in examples)} sentences")


if __name__ == "__main__":
    main()
