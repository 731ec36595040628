"""Logistic regression by Newton's method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEPS: Final = 9
_FLAT: Final = 1e-6


def fit(
    design: NDArray[np.float64], target: NDArray[np.float64], *, penalty: float, weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Coefficients, the intercept last, with an L2 penalty on all but the intercept."""
    extended = np.c_[design, np.ones(len(design))]
    ridge = np.diag([penalty] * design.shape[1] + [_FLAT])
    found = np.zeros(extended.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(extended @ found, -30, 30)))
        curvature = (extended * (weights * chance * (1 - chance))[:, None]).T @ extended + ridge
        slope = extended.T @ (weights * (chance - target)) + ridge @ found
        found -= np.linalg.solve(curvature, slope)
    return found
