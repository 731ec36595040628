"""Differences between the analyses of two editions of an article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nutgraf.model import Analysis, EntityType

MAX_LISTED = 50
"""Most items that are listed as added, and as removed, per kind."""


def edition_changes(before: Analysis, after: Analysis) -> dict[str, Any]:
    """Return the figures, names and quotations that were added and removed, as dict for JSON."""
    return {
        "figures": _difference(_figures(before), _figures(after)),
        "names": _difference(_names(before), _names(after)),
        "quotes": _difference(
            (quote.text.strip(" ,.") for quote in before.quotes),
            (quote.text.strip(" ,.") for quote in after.quotes),
        ),
    }


def _difference(before: Iterable[str], after: Iterable[str]) -> dict[str, list[str]]:
    old, new = dict.fromkeys(before), dict.fromkeys(after)
    return {
        "added": [item for item in new if item not in old][:MAX_LISTED],
        "removed": [item for item in old if item not in new][:MAX_LISTED],
    }


def _figures(analysis: Analysis) -> Iterable[str]:
    for figure in analysis.figures:
        yield figure.text if figure.what is None else f"{figure.text} ({figure.what})"


def _names(analysis: Analysis) -> Iterable[str]:
    numeric = (EntityType.DATE, EntityType.MONEY)
    return (entity.name for entity in analysis.entities if entity.type not in numeric)
