"""Dates and sums of money as entities."""

from __future__ import annotations

from nutgraf.model import Bound, EntityType, Figure, FigureKind
from nutgraf.nlp.entity_resolution.numeric_entities import MAX_SALIENCE, numeric_entities


def figure(kind: FigureKind, value: float | str, unit: str | None, text: str, start: int) -> Figure:
    return Figure(value, unit, kind, Bound.EXACT, text, start, start + len(text), None)


def test_equal_values_under_different_wordings_are_one_entity() -> None:
    found = numeric_entities(
        [
            figure(FigureKind.MONEY, 4_200_000, "GBP", "£4.2 million", 10),
            figure(FigureKind.COUNT, 12, "people", "12 people", 30),
            figure(FigureKind.DATE, "2026-03-02", "date", "Monday", 50),
            figure(FigureKind.MONEY, 4_200_000, "GBP", "£4.2m", 90),
            figure(FigureKind.MONEY, 4_200_000, "EUR", "€4.2m", 95),
        ],
        length=100,
        known=3,
    )
    assert [(entity.id, entity.type, entity.name) for entity in found] == [
        ("ent_4", EntityType.MONEY, "£4.2 million"),
        ("ent_5", EntityType.DATE, "Monday"),
        ("ent_6", EntityType.MONEY, "€4.2m"),
    ]
    assert [(mention.start, mention.score) for mention in found[0].mentions] == [(10, 1.0), (90, 1.0)]
    assert [(alias.text, alias.rule) for alias in found[0].aliases] == [("£4.2m", "same_value")]


def test_salience_falls_with_the_place_and_stays_low() -> None:
    early, late = numeric_entities(
        [
            figure(FigureKind.DATE, "2026", "date", "2026", 0),
            figure(FigureKind.DATE, "2025", "date", "2025", 80),
        ],
        length=100,
        known=0,
    )
    assert early.salience == MAX_SALIENCE
    assert 0 < late.salience < early.salience
