"""Judgements of single claims, and the rates that they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Judgement:
    """Verdict on one claim, or on one thing that should have been claimed.

    Attributes:
        measure: what is measured.
        right: the verdict.
        about: the claim, for people who look for the faults.
    """

    measure: str
    right: bool
    about: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """Number of right ones out of all that were judged."""

    right: int
    judged: int

    def __str__(self) -> str:
        """Return both numbers and the percentage."""
        share = f" {100 * self.right / self.judged:.1f}%" if self.judged else ""
        return f"{self.right}/{self.judged}{share}"


def rate_of(judgements: Iterable[Judgement], measure: str) -> Rate:
    """Count the judgements of one measure."""
    verdicts = [judgement.right for judgement in judgements if judgement.measure == measure]
    return Rate(sum(verdicts), len(verdicts))


def total(rates: Iterable[Rate]) -> Rate:
    """Add up rates, so that each judgement weighs the same."""
    known = list(rates)
    return Rate(sum(rate.right for rate in known), sum(rate.judged for rate in known))


def interval(rates: Sequence[Rate]) -> tuple[float, float] | None:
    """Return the 95% bootstrap interval, in percent, of the total of rates, one of each event.

    Returns:
        None if nothing was judged. Draws of events in which nothing was judged are left out.
    """
    right = np.array([rate.right for rate in rates])
    judged = np.array([rate.judged for rate in rates])
    if not judged.sum():
        return None
    drawn = np.random.default_rng(0).integers(0, len(rates), (DRAWS, len(rates)))
    sums, sizes = right[drawn].sum(axis=1), judged[drawn].sum(axis=1)
    low, high = np.percentile(100 * sums[sizes > 0] / sizes[sizes > 0], [2.5, 97.5])
    return float(low), float(high)
