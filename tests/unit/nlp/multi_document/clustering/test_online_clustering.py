"""Articles find their stories by rare words and names in any order."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.multi_document import (
    ArticleVector,
    IdfTable,
    best_match,
    centroid_of,
    merged_centroid,
    should_merge,
    vectorize_article,
)
from nutgraf.nlp.multi_document.clustering.online_clustering import TERMS_ONLY, match_story
from nutgraf.nlp.pipeline import SHIPPED_MODELS

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


def test_a_doubtful_match_needs_a_rare_name_in_common() -> None:
    shared = {f"word{number}": math.sqrt(0.22 / 10) for number in range(10)}
    rest = math.sqrt(1 - 0.22)
    one = ArticleVector({**shared, "left": rest}, {})
    other = ArticleVector({**shared, "right": rest}, {})
    assert match_story(one, centroid_of(other)) is None
    named = {"corvanne": "Corvanne"}
    why = match_story(ArticleVector(one.terms, named), centroid_of(ArticleVector(other.terms, named)))
    assert why is not None
    assert (why.score, why.on) == (0.22, ("Corvanne",))


def test_the_embedding_counts_half_where_both_have_one() -> None:
    same, away = (127, 0), (0, 127)
    near = match_story(about(LANDSLIDE_TOO, same), centroid_of(about(LANDSLIDE, same)))
    alone = match_story(about(LANDSLIDE_TOO), centroid_of(about(LANDSLIDE, same)))
    assert near is not None
    assert alone is not None
    assert near.score == pytest.approx((alone.score + 1) / 2, abs=1e-3)
    assert match_story(about(RECIPE, away), centroid_of(about(LANDSLIDE, same))) is None


def test_articles_without_an_embedding_change_no_embedding_of_a_story() -> None:
    meant, bare = centroid_of(about(LANDSLIDE, (5, -3))), centroid_of(about(LANDSLIDE_TOO))
    assert merged_centroid(meant, bare).meaning == merged_centroid(bare, meant).meaning == (5, -3)
    assert merged_centroid(meant, meant).meaning == (10, -6)


def at(day: int, similarity: float, side: str) -> ArticleVector:
    """An article that shares its rarest name, and as much else as is wanted, with those of the other side."""
    shared = {f"word{number}": math.sqrt(similarity / 10) for number in range(10)}
    own = {side: math.sqrt(1 - similarity)}
    return ArticleVector({**shared, **own}, {"corvanne": "Corvanne"}, (), day * DAY)


@pytest.mark.parametrize(
    ("days", "similarity", "joins"),
    [
        (0, 0.22, True),
        (2, 0.22, True),
        (4, 0.22, False),
        (4, 0.5, True),
        (300, 0.5, True),
        (400, 0.5, False),
        (400, 0.9, True),
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
    assert match_story(at(1011, 0.07, "late"), story, 3 * DAY) is not None
    assert match_story(at(1013, 0.07, "late"), story, 3 * DAY) is None
    assert should_merge(story, centroid_of(at(1012, 0.3, "late")), 3 * DAY) is not None
    assert should_merge(story, centroid_of(at(1500, 0.3, "late")), 3 * DAY) is None


def test_two_halves_of_one_event_are_merged_and_two_events_are_not() -> None:
    twice = merged_centroid(centroid_of(about(LANDSLIDE)), centroid_of(about(LANDSLIDE_TOO)))
    assert should_merge(twice, centroid_of(about(LANDSLIDE))) is not None
    assert should_merge(twice, centroid_of(about(RECIPE))) is None


@given(st.permutations([LANDSLIDE, LANDSLIDE_TOO, RECIPE]))
def test_a_centroid_does_not_depend_on_the_order_of_its_articles(order: list[tuple[str, ...]]) -> None:
    first, *others = [centroid_of(about(sentences)) for sentences in order]
    for other in others:
        first = merged_centroid(first, other)
    usual = centroid_of(about(LANDSLIDE))
    for sentences in (LANDSLIDE_TOO, RECIPE):
        usual = merged_centroid(usual, centroid_of(about(sentences)))
    assert first.terms == pytest.approx(usual.terms)
    assert (first.names, first.size) == (usual.names, 3)


def test_two_texts_are_not_similar_because_they_are_in_one_language() -> None:
    one = ("Der Stadtrat hat am Montag über die neue Brücke in Talheim beraten, und das war nicht leicht.",)
    other = ("Das Orchester hat am Sonntag mit der alten Geige aus Lindau gespielt, und es war nicht laut.",)
    assert match_story(about(one), centroid_of(about(other))) is None
