"""Entities for dates and sums of money, which the rules for figures find and not the model."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from nutgraf.model import Alias, Entity, EntityType, Figure, FigureKind, Mention

NUMERIC_TYPES = {FigureKind.DATE: EntityType.DATE, FigureKind.MONEY: EntityType.MONEY}
MAX_SALIENCE = 0.25
"""Salience of a date or a sum at the beginning of the text; it falls to 0 towards the end."""


def numeric_entities(figures: Sequence[Figure], length: int, known: int) -> tuple[Entity, ...]:
    """Return one entity for each date and each sum; equal values in different wordings are one.

    Args:
        figures: of the text, in order.
        length: of the text, in code points.
        known: how many entities there are already; ids go on after them.

    Returns:
        Entities in the order of their first mention. Their mentions' score is 1.
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
