"""Near-duplicate reports, such as one wire report in five papers, which are one source.

Shingles and their containment after Broder, "On the resemblance and containment of documents" (1997). A
comparison has at most some tens of reports, so that whole sets are compared and no sketch is needed.
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
    """Return every run of four words within a sentence; shorter sentences count as a whole."""
    runs: set[tuple[str, ...]] = set()
    for sentence in sentences:
        words = content_words(sentence)
        starts = range(max(1, len(words) - SHINGLE + 1)) if words else ()
        runs.update(tuple(words[i : i + SHINGLE]) for i in starts)
    return frozenset(runs)


def containment(one: Shingles, other: Shingles) -> float:
    """Return the share of the shorter one that the longer one contains, 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def find_originals(reports: Sequence[Shingles]) -> list[int | None]:
    """Return for each report the place of the earlier one that it copies, or None.

    Args:
        reports: in order of publication, so that the result does not depend on the order of arrival.
    """
    originals: list[int | None] = []
    for place, report in enumerate(reports):
        earlier = [other for other in range(place) if originals[other] is None]
        shares = {other: containment(report, reports[other]) for other in earlier}
        nearest = max(earlier, key=lambda other: (shares[other], -other), default=None)
        originals.append(nearest if nearest is not None and shares[nearest] >= CONTAINED else None)
    return originals
