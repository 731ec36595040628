from __future__ import annotations

import itertools
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import EntityType
from nutgraf.nlp.lang.en.names import NAMES
from nutgraf.nlp.ner.demonyms import is_demonym
from nutgraf.nlp.ner.honorifics import without_titles
from nutgraf.nlp.ner.type_voting import resolve_types
from nutgraf.nlp.spans import SentenceSpan, TaggedSpan
from tests.support.docs import english

GPE, LOC, FAC, ORG, PERSON, NORP, MISC = (
    EntityType(name) for name in ("GPE", "LOC", "FAC", "ORG", "PERSON", "NORP", "MISC")
)
MARK = re.compile(r"\[([^\]|]+)\|([A-Z]+)(?:\|([\d.]+))?\]")


def article(
    marked: str, headings: tuple[int, ...] = ()
) -> tuple[str, list[TaggedSpan], tuple[SentenceSpan, ...]]:
    """Read ``[name|TYPE]`` or ``[name|TYPE|score]`` marks as the tagger's mentions; a line is a sentence."""
    text, mentions, done = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[done : match.start()]
        start, done = len(text), match.end()
        text += match[1]
        mentions.append(TaggedSpan("text", start, len(text), EntityType(match[2]), float(match[3] or 0.9)))
    text += marked[done:]
    lines = enumerate(re.finditer(r"[^\n]+", text))
    return text, mentions, tuple(SentenceSpan(m.start(), m.end(), i, i in headings) for i, m in lines)


def settled(marked: str, headings: tuple[int, ...] = ()) -> list[tuple[str, EntityType]]:
    text, mentions, sentences = article(marked, headings)
    return [(text[m.start : m.end], m.type) for m in resolve_types(mentions, english(text, sentences))]


def test_a_surface_form_takes_the_type_of_most_of_its_mentions() -> None:
    found = settled("[Tindara|LOC] burns.\nFires near [Tindara|ORG|0.5] spread.\n[Tindara|LOC] waits.")
    assert found == [("Tindara", LOC)] * 3


def test_a_surname_alone_follows_its_full_name() -> None:
    found = settled("[Rosa Quispe|PERSON] spoke.\nThen [Quispe|ORG] left.")
    assert found == [("Rosa Quispe", PERSON), ("Quispe", PERSON)]


def test_a_surname_that_the_tagger_overlooked_is_added() -> None:
    assert ("Quispe", PERSON) in settled("[Rosa Quispe|PERSON] spoke.\nCritics of Quispe left.")


@pytest.mark.parametrize("dash", [" - ", " – ", "— ", " -- "])
def test_a_dateline_names_its_place_and_its_agency(dash: str) -> None:
    found = settled(
        f"NEW [TARVA|ORG], 4 March ([Kestrel|LOC]){dash}Fires spread.\n[Kestrel|LOC] was told so."
    )
    assert found == [("NEW TARVA", LOC), ("Kestrel", ORG), ("Kestrel", ORG)]


def test_what_only_looks_like_a_dateline_changes_nothing() -> None:
    assert settled("They met in the port ([Tarva|LOC]) - and left.") == [("Tarva", LOC)]
    assert settled("STORM WATCH - Fires spread near [Tarva|LOC].") == [("Tarva", LOC)]
    assert settled("[TARVA|ORG], which builds ships, has closed - for now.") == [("TARVA", ORG)]


def test_an_acronym_in_brackets_has_the_type_of_its_long_form() -> None:
    found = settled("The [National Dockers Union|ORG] ([NDU|PERSON]) met.\n[NDU|PERSON] leaders left.")
    assert found == [("National Dockers Union", ORG), ("NDU", ORG), ("NDU", ORG)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Admiral Henrik Lauritzen|PERSON] spoke.", "Henrik Lauritzen"),
        ("[Mr Hollister|PERSON] spoke.", "Hollister"),
        ("[Taoiseach Aoife Brennan|PERSON] spoke.", "Aoife Brennan"),
        ("[Prime Minister Kenzo Hiraoka|PERSON] spoke.", "Kenzo Hiraoka"),
        ("[Dr. Lena Weiskopf|PERSON] spoke.", "Lena Weiskopf"),
    ],
)
def test_titles_are_not_part_of_a_name(marked: str, expected: str) -> None:
    assert settled(marked) == [(expected, PERSON)]


def test_a_title_with_its_country_is_no_surname() -> None:
    assert settled("[Prince of Wales|PERSON] spoke.") == [("Prince of Wales", PERSON)]
    assert settled("[President de Ruyter|PERSON] spoke.") == [("de Ruyter", PERSON)]


def test_a_title_that_is_all_there_is_stays() -> None:
    assert without_titles(NAMES, "General", 0, 7) == 0


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[NATOs|ORG] chair spoke.", ("NATO", ORG)),
        ("[Ukraines|LOC] army moved.", ("Ukraine", GPE)),
        ("The [Netherlands|LOC] agreed.", ("Netherlands", GPE)),
        ("The [Karsa river|LOC] rose.", ("Karsa", LOC)),
        ("A camp in [Washington|LOC], [D.C.|LOC] closed.", ("Washington, D.C.", GPE)),
        ("[Storfoss Dam|ORG|0.5] opened.", ("Storfoss Dam", FAC)),
        ("The [Black Sea|LOC] froze.", ("Black Sea", LOC)),
        ("[Oslo|LOC] voted.", ("Oslo", GPE)),
        ("Talks in [Africa|LOC] ended.", ("Africa", LOC)),
    ],
)
def test_places_and_damaged_names_are_mended(marked: str, expected: tuple[str, EntityType]) -> None:
    assert settled(marked) == [expected]


def test_countries_joined_by_a_hyphen_are_two() -> None:
    assert settled("The [US-Russia|LOC] talks failed.") == [("US", GPE), ("Russia", GPE)]
    assert settled("An [EU-Nigeria|ORG] deal.") == [("EU", ORG), ("Nigeria", GPE)]


def test_a_glued_owner_is_taken_apart_from_its_ministry() -> None:
    assert settled("[Russias Foreign Ministry|ORG] replied.") == [("Russia", GPE), ("Foreign Ministry", ORG)]


def test_a_currency_is_no_country() -> None:
    assert settled("It cost [US|LOC]$40 million.") == []


def test_nationality_words_are_norp_whether_tagged_or_not() -> None:
    found = settled("[Ukrainian|MISC] and Danish envoys met South Korean and Muslim leaders.")
    assert found == [("Ukrainian", NORP), ("Danish", NORP), ("South Korean", NORP), ("Muslim", NORP)]


def test_a_sea_is_a_place_and_no_people() -> None:
    assert settled("The [Mediterranean|MISC] was calm.") == [("Mediterranean", LOC)]
    assert settled("The [Mediterranean|LOC] was calm.") == [("Mediterranean", LOC)]


@pytest.mark.parametrize("origin", ["Brit", "Briton", "Frenchman"])
def test_a_noun_for_the_origin_is_not_part_of_a_full_name(origin: str) -> None:
    assert settled(f"[{origin} Tom Reed|PERSON] won.") == [(origin, NORP), ("Tom Reed", PERSON)]


@pytest.mark.parametrize("name", ["Brit Reed", "Christian Tom Reed", "Roman Reed"])
def test_a_given_name_that_looks_like_an_origin_stays_in_the_name(name: str) -> None:
    assert settled(f"[{name}|PERSON|0.99] won.") == [(name, PERSON)]


def test_the_taggers_misc_is_not_handed_on() -> None:
    assert settled("They won the [Unity Cup|MISC].") == []


def test_a_heading_in_title_case_keeps_only_what_the_prose_confirms() -> None:
    found = settled(
        "[Outlook|LOC] [Pivotal Week|ORG] For [Quispe|PERSON] And [Ukraine|LOC]\n[Rosa Quispe|PERSON] spoke.",
        headings=(0,),
    )
    assert found == [("Quispe", PERSON), ("Ukraine", GPE), ("Rosa Quispe", PERSON)]


def test_an_acronym_tagged_as_a_person_becomes_an_organisation() -> None:
    assert settled("A group called [ZKU|PERSON] marched.") == [("ZKU", ORG)]
    assert settled("[HarbourAI|PERSON] and [McRae|PERSON] met.") == [("HarbourAI", ORG), ("McRae", PERSON)]


def test_a_name_with_an_article_is_no_person_unless_it_means_their_people() -> None:
    assert settled("Critics of the [Hirvok|PERSON] met.") == [("Hirvok", ORG)]
    assert settled("The [Hirvok|PERSON] administration fell.") == [("Hirvok", PERSON)]


def test_a_capital_article_inside_a_sentence_belongs_to_the_name() -> None:
    assert settled("She told The [Harbour Courier|ORG] so.") == [("The Harbour Courier", ORG)]
    assert settled("The [Harbour Courier|ORG] closed.") == [("Harbour Courier", ORG)]


def test_an_occasion_is_no_organisation() -> None:
    assert settled("They signed the [Bergen Accords|ORG] at the [Harbour Festival|ORG].") == []


def test_an_abbreviation_of_a_common_noun_names_nothing() -> None:
    assert settled("The [NGO|ORG] signed a [MoU|ORG].") == []


@given(
    st.lists(
        st.sampled_from(["Oslo", "NATO", "Rosa Quispe", " ", ".", "\n", "the", "’s", "é", "😀", "French"])
    )
)
def test_settled_mentions_are_in_order_and_do_not_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    sentences = tuple(SentenceSpan(m.start(), m.end(), i) for i, m in enumerate(re.finditer(r"[^\n]+", text)))
    tagged = [
        TaggedSpan("text", m.start(), m.end(), ORG if m.group().isupper() else PERSON, 0.9)
        for m in re.finditer(r"NATO|Rosa Quispe", text)
    ]
    found = resolve_types(tagged, english(text, sentences))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(any(s.start <= m.start and m.end <= s.end for s in sentences) for m in found)


def test_time_grows_linearly_with_the_number_of_names() -> None:
    def seconds(count: int) -> float:
        names = "\n".join(
            f"[Ana Name{i}x|PERSON] met Name{i}x and [Org{i} Group|ORG] in Oslo." for i in range(count)
        )
        text, mentions, sentences = article(names)
        began = time.process_time()
        resolve_types(mentions, english(text, sentences))
        return time.process_time() - began

    seconds(10)
    few = min(seconds(200) for _ in range(3))
    many = min(seconds(1600) for _ in range(3))
    assert many < 24 * few


@pytest.mark.parametrize(
    "word", ["Ukrainian", "Sunnis", "South Korean", "French", "Sri Lankan", "Anglo-Irish"]
)
def test_demonyms_are_known(word: str) -> None:
    assert is_demonym(NAMES, word)


@pytest.mark.parametrize("word", ["Laos", "Ireland", "minister", "", "South", "Polish-made"])
def test_other_words_are_no_demonyms(word: str) -> None:
    assert not is_demonym(NAMES, word)
