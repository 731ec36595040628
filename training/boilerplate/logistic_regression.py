"""Logistic regression by Newton's method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ITERATIONS: Final = 9
_INTERCEPT_PENALTY: Final = 1e-6


def fit(
    design: NDArray[np.float64], target: NDArray[np.float64], *, penalty: float, weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Fit a logistic regression with an L2 penalty on all coefficients but the intercept.

    Args:
        design: features, shape (rows, features).
        target: classes 0 or 1, shape (rows,).
        penalty: weight of the L2 penalty.
        weights: weight of each row, shape (rows,).

    Returns:
        Coefficients with the intercept last, shape (features + 1,).
    """
    extended = np.c_[design, np.ones(len(design))]
    ridge = np.diag([penalty] * design.shape[1] + [_INTERCEPT_PENALTY])
    solution = np.zeros(extended.shape[1])
    for _ in range(_ITERATIONS):
        probability = 1 / (1 + np.exp(-np.clip(extended @ solution, -30, 30)))
        hessian = (extended * (weights * probability * (1 - probability))[:, None]).T @ extended + ridge
        gradient = extended.T @ (weights * (probability - target)) + ridge @ solution
        solution -= np.linalg.solve(hessian, gradient)
    return solution
