"""Dates and sums of money as entities: they come from the figures' rules, not from the model."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from nutgraf.model import Alias, Entity, EntityType, Figure, FigureKind, Mention

NUMERIC_TYPES = {FigureKind.DATE: EntityType.DATE, FigureKind.MONEY: EntityType.MONEY}
MAX_SALIENCE = 0.25
"""An article is seldom about a date or a sum: at most this, the earlier in the text the more."""


def numeric_entities(figures: Sequence[Figure], length: int, known: int) -> tuple[Entity, ...]:
    """One entity for each date and each sum; equal values under different wordings are one.

    Args:
        figures: of the text, in order.
        length: of the text, in code points.
        known: how many entities there are already; ids go on after them.

    Returns:
        Entities in the order of their first mention. Their mentions' score is 1: a rule has no doubts.
    """
    groups: dict[tuple[FigureKind, float | str, str | None], list[Figure]] = {}
    for figure in figures:
        if figure.kind in NUMERIC_TYPES:
            groups.setdefault((figure.kind, figure.value, figure.unit), []).append(figure)
    numbers = count(known + 1)
    return tuple(_entity(f"ent_{next(numbers)}", group, max(length, 1)) for group in groups.values())


def _entity(identifier: str, group: list[Figure], length: int) -> Entity:
    first = group[0]
    others = dict.fromkeys(figure.text for figure in group if figure.text != first.text)
    return Entity(
        id=identifier,
        name=first.text,
        type=NUMERIC_TYPES[first.kind],
        salience=round(MAX_SALIENCE * (1 - first.start / length), 4),
        mentions=tuple(Mention("text", figure.text, figure.start, figure.end, 1.0) for figure in group),
        aliases=tuple(Alias(text, "same_value") for text in others),
    )
