"""Organisations under the last words of their names."""

from __future__ import annotations

import pytest

from nutgraf.nlp.entity_resolution.resolver import resolve_entities
from tests.support.docs import english
from tests.unit.nlp.entity_resolution.test_resolver import named
from tests.unit.nlp.ner.test_type_voting import article


@pytest.mark.parametrize(
    ("marked", "long_form", "short"),
    [
        ("The [Chicago Gulls|ORG] lost.\nThe [Gulls|ORG] were poor.", "Chicago Gulls", "Gulls"),
        ("The [Tarva Gulls|ORG] lost.\nThe [Gulls|ORG] were poor.", "Tarva Gulls", "Gulls"),
        ("[Old Tarva Gulls|ORG] lost.\n[Gulls|ORG] fans left.", "Old Tarva Gulls", "Gulls"),
        (
            "The [Norwegian Foreign Ministry|ORG] spoke.\n[Foreign Ministry|ORG] staff left.",
            "Norwegian Foreign Ministry",
            "Foreign Ministry",
        ),
    ],
)
def test_an_organisation_is_one_entity_under_the_end_of_its_name(
    marked: str, long_form: str, short: str
) -> None:
    assert named(marked) == {long_form: {(short, "short_name")}}


@pytest.mark.parametrize(
    "marked",
    [
        "The [Green Tarva Gulls|ORG] lost.\n[Green Tarva|ORG] fans left.",
        "The [Grand Alliance of the RJD|ORG] won.\nThe [RJD|ORG] cheered.",
        "The [Tarva High Commission|ORG] closed.\nThe [Commission|ORG] met.",
        "The [Chicago Council|ORG] closed.\nThe [Council|ORG] met.",
        "[Tarva Gulls|ORG] lost.\n[Gulls|ORG] fans left.",
        "[Chicago Gulls|ORG] lost to [Boston Gulls|ORG].\nThe [Gulls|ORG] were poor.",
        "The [Gulls|ORG] lost.\nA club of their name, [Chicago Gulls|ORG], won.",
        "[East Tarva Port Company|ORG] paid.\nThe [Tarva Port Company|ORG] did not.",
        "The [Chicago Gulls|ORG] lost.\n[Gulls|LOC] is a village.",
    ],
)
def test_what_only_looks_like_the_end_of_a_name_stays_another(marked: str) -> None:
    rules = {rule for aliases in named(marked).values() for _, rule in aliases}
    assert len(named(marked)) > 1
    assert rules == set()


def test_a_heading_may_give_the_short_name_before_the_text_gives_the_long_one() -> None:
    text, mentions, sentences = article("[Gulls|ORG] lose\nThe [Chicago Gulls|ORG] lost.", headings=(0,))
    assert [entity.name for entity in resolve_entities(mentions, english(text, sentences), sentences)] == [
        "Chicago Gulls"
    ]


def test_a_short_name_follows_its_long_form_to_the_name_without_the_legal_form() -> None:
    marked = "[Old Tarva Gulls|ORG] lost.\n[Old Tarva Gulls Ltd|ORG] paid.\n[Gulls Ltd|ORG] left."
    assert named(marked) == {
        "Old Tarva Gulls": {("Old Tarva Gulls Ltd", "legal_form"), ("Gulls Ltd", "short_name")}
    }
