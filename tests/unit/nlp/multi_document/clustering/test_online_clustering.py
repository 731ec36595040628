"""Articles find their stories by rare words and names in any order."""

from __future__ import annotations

import itertools
import json
import math

import pytest

from nutgraf.codec import decode
from nutgraf.nlp.multi_document import (
    ArticleVector,
    Centroid,
    IdfTable,
    best_match,
    centroid_of,
    merged_centroid,
    should_merge,
    vectorize_article,
)
from nutgraf.nlp.multi_document.clustering.online_clustering import TERMS_ONLY, match_story
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from tests.support.event_reports import OTHER_QUAKE, OTHER_QUAKE_TOO, QUAKE, QUAKE_TOO, article

IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
LANDSLIDE = (
    "A landslide buried the Corvanne pass road on Sunday.",
    "The Corvanne road will stay buried for weeks, said Lisbet Aarhaug of the highways office.",
)
LANDSLIDE_TOO = (
    "Lisbet Aarhaug, who runs the highways office, said that the Corvanne pass road lay under the landslide.",
    "Lorries are turned back below the Corvanne pass.",
)
DAY = 86_400_000
RECIPE = ("Fold the egg whites into the batter.", "Bake the Veldhuis cake until a needle comes out clean.")


def about(sentences: tuple[str, ...], meaning: tuple[int, ...] = ()) -> ArticleVector:
    return vectorize_article("", sentences, (), IDF, meaning)


def test_two_reports_of_one_event_match_with_their_evidence() -> None:
    why = match_story(about(LANDSLIDE_TOO), centroid_of(about(LANDSLIDE)))
    assert why is not None
    assert TERMS_ONLY.least <= why.score <= 1
    assert {"Corvanne", "Aarhaug"} <= set(why.on)


def test_unrelated_articles_do_not_match() -> None:
    assert match_story(about(RECIPE), centroid_of(about(LANDSLIDE))) is None
    assert best_match(about(RECIPE), [("sty_a", centroid_of(about(LANDSLIDE)))]) is None


def test_a_match_needs_a_rare_name_in_common_however_alike_the_words_are() -> None:
    shared = {f"word{number}": math.sqrt(0.6 / 10) for number in range(10)}
    rest = math.sqrt(0.4)
    one = ArticleVector({**shared, "left": rest}, {})
    other = ArticleVector({**shared, "right": rest}, {})
    assert match_story(one, centroid_of(other)) is None
    named = {"word0": "Corvanne"}
    why = match_story(ArticleVector(one.terms, named), centroid_of(ArticleVector(other.terms, named)))
    assert why is not None
    assert (why.score, why.on) == (0.6, ("Corvanne",))


def test_nearly_the_same_text_matches_though_it_names_nothing() -> None:
    terms = {f"word{number}": math.sqrt(0.1) for number in range(10)}
    assert match_story(ArticleVector(terms, {}), centroid_of(ArticleVector(terms, {}))) is not None


def test_look_alike_events_do_not_match_and_reports_of_one_event_do() -> None:
    for one, other in ((QUAKE, QUAKE_TOO), (OTHER_QUAKE, OTHER_QUAKE_TOO)):
        why = match_story(one, centroid_of(other))
        assert why is not None
        assert (why.agrees, why.against) == (("people", "place", "day", "figures"), ())
    story = merged_centroid(centroid_of(QUAKE), centroid_of(QUAKE_TOO))
    for other in (OTHER_QUAKE, OTHER_QUAKE_TOO):
        assert match_story(other, story) is None
        assert match_story(other, centroid_of(QUAKE)) is None
        assert should_merge(centroid_of(other), story) is None


def test_what_happens_again_in_one_place_is_another_event() -> None:
    first = article(
        "Storm Petra cuts power on Brannock",
        "Storm Petra cut the power of 6,100 homes on Brannock on Sunday. Gusts reached 85 miles an hour, and "
        "the ferries to Lorn were cancelled",
        places=("Brannock", "Lorn"), figures=((6100, "homes"), (85, "mi/h")), days=("2026-01-11",),
        published="2026-01-12",
    )  # fmt: skip
    again = article(
        "Storm Quentin cuts power on Brannock",
        "Storm Quentin cut the power of 2,500 homes on Brannock on Thursday. Gusts reached 74 miles an hour, "
        "and the ferries to Lorn were cancelled",
        places=("Brannock", "Lorn"), figures=((2500, "homes"), (74, "mi/h")), days=("2026-01-15",),
        published="2026-01-16",
    )  # fmt: skip
    assert match_story(again, centroid_of(first)) is None


ROUND_UP = article(
    "News in brief",
    "An earthquake destroyed the covered market of Perdana, mayor Ilse Karvonen said. The old school of "
    "Azmera fell as well, governor Tadele Worku said. The choir of Lenham won a prize in Vienna, and "
    "conductor Basil Thane thanked the singers. Police in Dray look for a bicycle thief named Orrin Lisle",
    people=("Ilse Karvonen", "Tadele Worku", "Basil Thane", "Orrin Lisle"),
    places=("Perdana", "Azmera", "Lenham", "Dray"), gathered=True,
)  # fmt: skip


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0), (2, 0, 1)])
def test_a_round_up_does_not_chain_two_events(order: tuple[int, ...]) -> None:
    members: dict[str, set[int]] = {}
    reports = (QUAKE, ROUND_UP, OTHER_QUAKE)
    centroids: dict[str, Centroid] = {}
    for place in order:
        found = best_match(reports[place], list(centroids.items()))
        story = found[0] if found else str(place)
        own = centroid_of(reports[place])
        centroids[story] = merged_centroid(centroids[story], own) if found else own
        members.setdefault(story, set()).add(place)
    assert not any({0, 2} <= places for places in members.values())
    assert not any(should_merge(one, other) for one, other in itertools.combinations(centroids.values(), 2))


def test_a_story_of_an_earlier_release_has_names_by_which_a_report_is_identified() -> None:
    stored = decode(Centroid, json.dumps({
        "size": 1, "terms": QUAKE_TOO.terms, "names": dict.fromkeys(QUAKE_TOO.names, 1), "meaning": [],
        "since": None, "until": None,
    }))  # fmt: skip
    why = match_story(QUAKE, stored)
    assert why is not None
    assert "Perdana" in why.on
    assert match_story(OTHER_QUAKE, stored) is None


def test_the_embedding_counts_half_where_both_have_one() -> None:
    same, away = (127, 0), (0, 127)
    near = match_story(about(LANDSLIDE_TOO, same), centroid_of(about(LANDSLIDE, same)))
    alone = match_story(about(LANDSLIDE_TOO), centroid_of(about(LANDSLIDE, same)))
    assert near is not None
    assert alone is not None
    assert near.score == pytest.approx((alone.score + 1) / 2, abs=1e-3)
    assert match_story(about(RECIPE, away), centroid_of(about(LANDSLIDE, same))) is None


def at(day: int, similarity: float, side: str) -> ArticleVector:
    """An article that shares its rarest name, and as much else as is wanted, with those of the other side."""
    shared = {f"word{number}": math.sqrt(similarity / 10) for number in range(10)}
    own = {side: math.sqrt(1 - similarity)}
    return ArticleVector({**shared, **own}, {"word0": "Corvanne"}, (), day * DAY)


@pytest.mark.parametrize(
    ("days", "similarity", "joins"),
    [
        (0, 0.14, True),
        (2, 0.14, True),
        (4, 0.14, False),
        (4, 0.4, True),
        (300, 0.4, True),
        (400, 0.4, False),
        (400, 0.8, True),
    ],
)
def test_articles_far_apart_in_time_must_be_more_similar(
    days: int, similarity: float, *, joins: bool
) -> None:
    one, other = at(1000, similarity, "left"), at(1000 + days, similarity, "right")
    window = 3 * DAY
    assert (match_story(one, centroid_of(other), window) is not None) is joins
    assert (match_story(other, centroid_of(one), window) is not None) is joins
    assert match_story(one, centroid_of(other)) is not None


def test_a_story_reaches_from_its_first_article_to_its_last() -> None:
    story = merged_centroid(centroid_of(at(1000, 0.6, "left")), centroid_of(at(1009, 0.6, "right")))
    assert (story.since, story.until) == (1000 * DAY, 1009 * DAY)
    assert match_story(at(1011, 0.03, "late"), story, 3 * DAY) is not None
    assert match_story(at(1013, 0.03, "late"), story, 3 * DAY) is None
    late = merged_centroid(centroid_of(at(1012, 0.3, "late")), centroid_of(at(1012, 0.3, "late")))
    assert should_merge(story, late, 3 * DAY) is not None
    gone = merged_centroid(centroid_of(at(1500, 0.2, "late")), centroid_of(at(1500, 0.2, "late")))
    assert should_merge(story, gone, 3 * DAY) is None


def test_two_halves_of_one_event_are_merged_and_two_events_are_not() -> None:
    twice = merged_centroid(centroid_of(about(LANDSLIDE)), centroid_of(about(LANDSLIDE_TOO)))
    assert should_merge(twice, centroid_of(about(LANDSLIDE))) is not None
    assert should_merge(twice, centroid_of(about(RECIPE))) is None


def test_two_texts_are_not_similar_because_they_are_in_one_language() -> None:
    one = ("Der Stadtrat hat am Montag über die neue Brücke in Talheim beraten, und das war nicht leicht.",)
    other = ("Das Orchester hat am Sonntag mit der alten Geige aus Lindau gespielt, und es war nicht laut.",)
    assert match_story(about(one), centroid_of(about(other))) is None
