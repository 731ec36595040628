"""Reports that are copies of one another: one wire report in five papers is one source.

Shingles and their containment after Broder, "On the resemblance and containment of documents" (1997). The
sets are compared as they are: a comparison has at most some tens of reports, so no sketch is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.nlp.multi_document.clustering.idf import content_words

SHINGLE: Final = 4
"""Words of a shingle."""

CONTAINED: Final = 0.5
"""The share of the shorter report's shingles from which it is a copy, chosen on the labelled stories."""

Shingles = frozenset[tuple[str, ...]]


def shingles(sentences: Sequence[str]) -> Shingles:
    """Every run of four words within a sentence; shorter sentences count as a whole."""
    found: set[tuple[str, ...]] = set()
    for sentence in sentences:
        run = content_words(sentence)
        found.update(tuple(run[i : i + SHINGLE]) for i in range(max(1, len(run) - SHINGLE + 1)) if run)
    return frozenset(found)


def containment(one: Shingles, other: Shingles) -> float:
    """How much of the shorter one stands in the longer one, 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def find_originals(reports: Sequence[Shingles]) -> list[int | None]:
    """For each report the earlier one that it copies, or None.

    Args:
        reports: in order of publication, so that the result does not depend on the order of arrival.
    """
    found: list[int | None] = []
    for place, report in enumerate(reports):
        earlier = [other for other in range(place) if found[other] is None]
        alike = {other: containment(report, reports[other]) for other in earlier}
        nearest = max(earlier, key=lambda other: (alike[other], -other), default=None)
        found.append(nearest if nearest is not None and alike[nearest] >= CONTAINED else None)
    return found
