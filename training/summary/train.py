"""Train the sentence ranking: ``python -m training.summary.train --data TRAIN.jsonl --out weights.json``.

A sentence's target is how much it alone says of the reference: the mean of its ROUGE-1 and ROUGE-2 with the
reference, relative to the best sentence of its article. The regression is fitted by Newton's method with an
L2 penalty; every article, and every set, has the same weight. Nothing is random.
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
SHARPNESS = 2.0
STEPS = 30


def targets(example: Example) -> np.ndarray:
    """How much each sentence says of the reference, relative to the best: 0 to 1, shape (sentences,)."""
    scores = [rouge(content, example.reference) for content in example.contents]
    worth = np.array([score.r1 + score.r2 for score in scores])
    return (worth / max(worth.max(), 1e-9)) ** SHARPNESS


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
