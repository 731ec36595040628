from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.codec import decode, encode
from nutgraf.nlp.multi_document import (
    ArticleVector,
    Centroid,
    IdfTable,
    centroid_of,
    merged_centroid,
    vectorize_article,
)
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from tests.support.event_reports import QUAKE, QUAKE_TOO, article

IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
LANDSLIDE = (
    "A landslide buried the Corvanne pass road on Sunday.",
    "The Corvanne road will stay buried for weeks, said Lisbet Aarhaug of the highways office.",
)
LANDSLIDE_TOO = (
    "Lisbet Aarhaug, who runs the highways office, said that the Corvanne pass road lay under the landslide.",
    "Lorries are turned back below the Corvanne pass.",
)
RECIPE = ("Fold the egg whites into the batter.", "Bake the Veldhuis cake until a needle comes out clean.")


def about(sentences: tuple[str, ...], meaning: tuple[int, ...] = ()) -> ArticleVector:
    return vectorize_article("", sentences, (), IDF, meaning)


def test_articles_without_an_embedding_change_no_embedding_of_a_story() -> None:
    meant, bare = centroid_of(about(LANDSLIDE, (5, -3))), centroid_of(about(LANDSLIDE_TOO))
    assert merged_centroid(meant, bare).meaning == merged_centroid(bare, meant).meaning == (5, -3)
    assert merged_centroid(meant, meant).meaning == (10, -6)


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


def test_a_name_that_few_articles_use_weighs_less() -> None:
    story = merged_centroid(centroid_of(QUAKE), centroid_of(QUAKE_TOO))
    weights = story.name_weights()
    assert weights["perdana"] == story.terms["perdana"]
    assert weights["tolva"] == story.terms["tolva"] / 2


def test_a_story_of_many_articles_keeps_a_bounded_centroid() -> None:
    story = centroid_of(QUAKE)
    for number in range(500):
        own = article(
            f"Report {number}",
            f"Reporter{number} Surname{number} spoke in Village{number} of Word{number} and Thing{number}",
            people=(f"Reporter{number} Surname{number}",), places=(f"Village{number}",),
            figures=((number, f"unit{number}"),), days=("2026-05-11",),
        )  # fmt: skip
        story = merged_centroid(story, centroid_of(own))
    assert story.size == 501
    assert len(story.terms) == len(story.names) == 400
    identity = story.identity
    assert max(map(len, (identity.people, identity.places, identity.figures, identity.days))) <= 100
    assert len(encode(story)) < 40_000
    assert decode(Centroid, encode(story)) == story
