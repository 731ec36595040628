"""Invented reports as clustering sees them: a text, the entities and the figures that were found in it."""

from __future__ import annotations

from datetime import UTC, datetime

from nutgraf.model import Bound, Entity, EntityType, Figure, FigureKind
from nutgraf.nlp.multi_document import ArticleVector, IdfTable, vectorize_article
from nutgraf.nlp.pipeline import SHIPPED_MODELS

IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")


def entity(name: str, kind: EntityType, salience: float = 0.5) -> Entity:
    """Return an entity of a name and a type."""
    return Entity("ent", name, kind, salience, (), ())


def figure(value: float | str, unit: str | None = None, *, day: bool = False) -> Figure:
    """Return a figure: a number with its unit, or a day in ISO 8601."""
    kind = FigureKind.DATE if day else FigureKind.COUNT
    return Figure(value, unit, kind, Bound.EXACT, str(value), 0, 1, None)


def article(  # noqa: PLR0913 - the parts of an article
    title: str,
    text: str,
    *,
    people: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    figures: tuple[tuple[float, str], ...] = (),
    days: tuple[str, ...] = (),
    published: str = "2026-05-12",
    gathered: bool = False,
) -> ArticleVector:
    """Return the vector of an article; of several people or places the first is the most central."""
    entities = [
        entity(name, kind, 0.9 - 0.2 * place)
        for kind, names in ((EntityType.PERSON, people), (EntityType.GPE, places))
        for place, name in enumerate(names)
    ]
    return vectorize_article(
        title,
        [sentence + "." for sentence in text.split(". ")],
        entities,
        IDF,
        figures=[figure(*number) for number in figures] + [figure(day, "date", day=True) for day in days],
        moment=datetime.fromisoformat(published).replace(tzinfo=UTC),
        gathered=gathered,
    )


QUAKE = article(
    "Quake destroys market in Perdana",
    "An earthquake of magnitude 6.2 destroyed the covered market of Perdana on Monday and killed 31 people. "
    "Rescuers with dogs searched the ruins for survivors. Mayor Ilse Karvonen asked for tents and blankets. "
    "The quake was felt as far as Lake Tolva",
    people=("Ilse Karvonen",), places=("Perdana", "Lake Tolva"),
    figures=((6.2, "magnitude"), (31, "people")), days=("2026-05-11",),
)  # fmt: skip
QUAKE_TOO = article(
    "Perdana mourns its dead",
    "Candles burned in Perdana, where the market fell on 31 people when the earth shook on Monday. Rescuers "
    "were still searching the ruins with dogs. Ilse Karvonen, the mayor, said that the town would need tents "
    "for months",
    people=("Ilse Karvonen",), places=("Perdana",),
    figures=((31, "people"),), days=("2026-05-11",),
)  # fmt: skip
OTHER_QUAKE = article(
    "Quake destroys school in Azmera",
    "An earthquake of magnitude 7.1 destroyed the old school of Azmera on Monday and killed 64 people. "
    "Rescuers with dogs searched the ruins for survivors. Governor Tadele Worku asked for tents. "
    "The quake was felt as far as Port Selam",
    people=("Tadele Worku",), places=("Azmera", "Port Selam"),
    figures=((7.1, "magnitude"), (64, "people")), days=("2026-05-11",),
)  # fmt: skip
OTHER_QUAKE_TOO = article(
    "Azmera digs for its children",
    "Parents in Azmera dug with their hands where the school fell when the earth shook on Monday. Rescuers "
    "were still searching the ruins with dogs. Tadele Worku, the governor, counted 64 dead and said that "
    "tents were needed",
    people=("Tadele Worku",), places=("Azmera",),
    figures=((64, "people"),), days=("2026-05-11",),
)  # fmt: skip
