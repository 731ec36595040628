from __future__ import annotations

from datetime import UTC, datetime

from nutgraf.model import EntityType
from nutgraf.nlp.multi_document.clustering.event_identity import NO_IDENTITY, identity_of, merged_identity
from tests.support.event_reports import IDF, QUAKE, QUAKE_TOO, entity, figure

MOMENT = datetime(2026, 5, 12, 9, tzinfo=UTC)


def test_people_and_places_are_known_by_the_distinctive_words_of_their_names() -> None:
    entities = [
        entity("Ilse Karvonen", EntityType.PERSON, 0.6),
        entity("the Perdana", EntityType.GPE, 0.9),
        entity("Perdana Station", EntityType.FAC, 0.3),
        entity("Karvonen Mills", EntityType.ORG, 0.8),
    ]
    found = identity_of(entities, (), MOMENT, IDF)
    assert found.people["karvonen"] == 0.6
    assert found.places["perdana"] == 0.9
    assert "the" not in found.places
    assert "mills" not in {*found.people, *found.places}


def test_days_count_that_lie_shortly_before_the_article() -> None:
    days = ("2026-05-12", "2026-05-03", "2026-05-13", "2026-04-01", "2026-05", "2026-W19", "2026")
    figures = [figure(day, "date", day=True) for day in days]
    assert set(identity_of((), figures, MOMENT, IDF).days) == {"2026-05-12", "2026-05-03"}
    assert identity_of((), figures, None, IDF).days == {}


def test_numbers_are_kept_with_their_units() -> None:
    figures = [
        figure(31, "people"),
        figure(6.5, None),
        figure(31, "people"),
        figure("2026-05-12", "date", day=True),
    ]
    assert set(identity_of((), figures, MOMENT, IDF).figures) == {"31 people", "6.5 "}


def test_a_story_sums_what_its_articles_say_in_either_order() -> None:
    one, other = QUAKE.identity, QUAKE_TOO.identity
    both = merged_identity(one, other)
    assert both == merged_identity(other, one)
    assert both.figures == {"6.2 magnitude": 1.0, "31 people": 2.0}
    assert both.places["perdana"] == one.places["perdana"] + other.places["perdana"]
    assert merged_identity(one, NO_IDENTITY) == one
