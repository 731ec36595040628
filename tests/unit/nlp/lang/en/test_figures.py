"""Invariants of the English words of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from nutgraf.nlp.lang import DEFAULT_LANGUAGE
from nutgraf.nlp.lang.schema.phrases import PhraseTable

RULES = DEFAULT_LANGUAGE.figures
CASED = {"abbreviations", "repetitions", "symbols", "cased", "glued_minor_units"}
"""Fields of FigureRules' areas whose words keep their case; labels' own abbreviations are lower case."""


def words_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, PhraseTable):
        yield from words_of(value.entries.keys())
    elif isinstance(value, Iterable):
        for part in value:
            yield from words_of(part)


def areas() -> list[tuple[str, Any]]:
    return [
        (f"{area.name}.{field.name}", getattr(getattr(RULES, area.name), field.name))
        for area in fields(RULES)
        if is_dataclass(getattr(RULES, area.name))
        for field in fields(getattr(RULES, area.name))
        if field.name not in CASED
    ]


@pytest.mark.parametrize(
    ("name", "value"), areas(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_words_are_lower_case_and_free_of_spaces(name: str, value: object) -> None:
    if name != "nouns.people_noun" and isinstance(value, str):
        assert value == value.strip().lower()
        return
    assert [word for word in words_of(value) if word != word.lower() or " " in word or not word] == []


def test_every_month_and_weekday_is_named() -> None:
    assert set(RULES.calendar.months.values()) == set(range(1, 13))
    assert set(RULES.calendar.weekdays.values()) == set(range(7))
    assert RULES.calendar.doubtful_months <= RULES.calendar.months.keys()


def test_every_word_of_a_subset_stands_in_its_set() -> None:
    events, numbers = RULES.events, RULES.numbers
    known = set(events.participles.values())
    assert events.only_people_events <= events.people_events
    assert events.people_events <= known
    assert events.motions <= events.index_events & events.measured_events
    assert events.index_events | events.measured_events | events.unspecific <= known | {"closed"}
    assert events.lost_nouns <= events.nouns.keys()
    assert set(events.nouns.values()) <= events.people_events
    assert numbers.clear_scale_abbreviations <= numbers.scale_abbreviations.keys()
    assert RULES.ellipsis.relatives <= RULES.ellipsis.people_pronouns


def test_no_irregular_past_looks_forward() -> None:
    assert RULES.tense.future & RULES.tense.past == frozenset()


def test_no_counted_person_ends_a_noun_phrase() -> None:
    assert RULES.nouns.people & RULES.nouns.stops == frozenset()
    assert all(RULES.nouns.is_plural(word) for word in RULES.nouns.people - {"mps"})


def test_no_number_word_is_a_unit_or_a_currency() -> None:
    numbers = RULES.numbers.units.keys() | RULES.numbers.tens.keys() | RULES.numbers.scales.keys()
    names = {phrase[0] for phrase in RULES.units.names.entries} | RULES.currencies.names.keys()
    assert numbers & names == set()


def test_every_currency_behind_a_nationality_has_a_name() -> None:
    lemmas = {name.lemma for name in RULES.currencies.names.values()}
    assert {lemma for _, lemma in RULES.currencies.national} <= lemmas | {"kroner", "kronor"}
