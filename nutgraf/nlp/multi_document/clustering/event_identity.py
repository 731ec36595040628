"""What tells one event from another that is like it, beside its names: people, places, days and figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from nutgraf.model import Entity, EntityType, Figure, FigureKind
from nutgraf.nlp.multi_document.clustering.idf import IdfTable, content_words

PEOPLE: Final = frozenset({EntityType.PERSON})
PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})

MOST_OF_ARTICLE: Final = 20
MOST_OF_STORY: Final = 100
"""People's, places', days and figures of each kind that are kept."""

DISTINCT_IDF: Final = 3.0
"""The idf from which a word of a name tells it from other names."""

DIGITS: Final = 4
"""Decimal places of weights. Sums of such numbers are exact when they are rounded again, in any order."""

PAST_DAYS: Final = 10
"""How many days before its publication an event may lie that an article reports as news."""


@dataclass(frozen=True, slots=True)
class EventIdentity:
    """What an article, or all articles of a story together, say of which event it is.

    The weights of a story are the sums of those of its articles.

    Attributes:
        people: words of the names of people, by how central the person is, 0 to 1.
        places: words of the names of places, likewise.
        days: days in ISO 8601, not after the publication, each by the number of articles that name it.
        figures: numbers with their units, likewise.
    """

    people: dict[str, float] = field(default_factory=dict)
    places: dict[str, float] = field(default_factory=dict)
    days: dict[str, float] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)


NO_IDENTITY: Final = EventIdentity()


def identity_of(
    entities: Sequence[Entity], figures: Sequence[Figure], moment: datetime | None, idf: IdfTable
) -> EventIdentity:
    """Return what an article says of which event it is.

    Args:
        entities: the entities that were found in it.
        figures: its figures, dates among them.
        moment: its time; without one no day is known.
        idf: the weights of words.
    """
    return EventIdentity(
        _words(entities, PEOPLE, idf),
        _words(entities, PLACES, idf),
        _days(figures, moment),
        _numbers(figures),
    )


def merged_identity(one: EventIdentity, other: EventIdentity) -> EventIdentity:
    """Return what the articles of both say; the order of the two does not matter."""
    return EventIdentity(
        _sum(one.people, other.people),
        _sum(one.places, other.places),
        _sum(one.days, other.days),
        _sum(one.figures, other.figures),
    )


def _words(entities: Iterable[Entity], types: frozenset[EntityType], idf: IdfTable) -> dict[str, float]:
    """Return the distinctive words of the entities of some types, each with its entity's salience."""
    weights: dict[str, float] = {}
    for entity in entities:
        if entity.type in types:
            for word in content_words(entity.name):
                if idf.of(word) >= DISTINCT_IDF:
                    weights[word] = max(weights.get(word, 0.0), round(entity.salience, DIGITS))
    return _heaviest(weights, MOST_OF_ARTICLE)


def _days(figures: Sequence[Figure], moment: datetime | None) -> dict[str, float]:
    """Return the days of the figures that lie shortly before the time of the article, or on its day."""
    if moment is None:
        return {}
    latest = moment.date()
    earliest = latest - timedelta(days=PAST_DAYS)
    days = {day for figure in figures if (day := _day(figure)) and earliest <= day <= latest}
    return {day.isoformat(): 1.0 for day in sorted(days)}


def _day(figure: Figure) -> date | None:
    if figure.kind is not FigureKind.DATE or not isinstance(figure.value, str):
        return None
    try:
        return date.fromisoformat(figure.value) if len(figure.value) == len("2026-01-31") else None
    except ValueError:
        return None


def _numbers(figures: Sequence[Figure]) -> dict[str, float]:
    """Return the numbers with their units, those that come first in the text."""
    numbers = [
        f"{figure.value:g} {figure.unit or ''}"
        for figure in figures
        if figure.kind is not FigureKind.DATE and not isinstance(figure.value, str)
    ]
    return dict.fromkeys(list(dict.fromkeys(numbers))[:MOST_OF_ARTICLE], 1.0)


def _heaviest(weights: Mapping[str, float], count: int) -> dict[str, float]:
    if len(weights) <= count:
        return dict(weights)
    return {key: weights[key] for key in sorted(weights, key=lambda key: (-weights[key], key))[:count]}


def _sum(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    if not one or not other:
        return dict(one or other)
    total = dict(one)
    for key, weight in other.items():
        total[key] = round(total.get(key, 0.0) + weight, DIGITS)
    return _heaviest(total, MOST_OF_STORY)
