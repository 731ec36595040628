"""Names of days and months, and words that place a day relative to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nutgraf.nlp.lang.schema.phrases import PhraseTable

Qualifier = Literal["last", "this", "next", "coming"]
Period = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, eq=False, slots=True)
class CalendarWords:
    """Words of dates, lower case.

    Attributes:
        months: names and abbreviations with the number of the month, from 1.
        weekdays: names and abbreviations with the number of the day, 0 for Monday.
        names_are_capitalised: whether a month or weekday counts only with a capital, as in English.
        doubtful_months: names that are other words too ("may", "march"): alone they need a word of
            ``month_cues`` before them.
        month_cues: words before a month that ask for one ("in", "since").
        named_days: words before a weekday that make it a feast or a shop's sale ("*Black* Friday").
        named_phrases: phrases before one that do the same ("*Mail on* Sunday").
        after_named_days: capitalised words behind a weekday that make it a title ("Sunday *Times*").
        ordinals: endings glued to a day's number ("3*rd*").
        month_links: words between a day and its month ("3rd *of* December").
        range_joiners: words between the first and last day of a range ("1 *to* 3 December").
        qualifiers: words before a weekday, month or period ("last", "next").
        periods: nouns behind a qualifier ("last *week*").
        ago_units: nouns in a distance of time ("three *days* ago").
        ago: words behind such a distance ("three days *ago*").
        day_words: words for a day near today, with the number of days from it ("yesterday": -1).
        not_before_day_words: words before them that make them mean an age ("*of* today").
        articles: words before a qualifier by which it is no date ("*the* last week").
        year_openers: words before a number of four digits that make it a year ("*in* 2019").
        year_cues: words before it that leave it a year though a plural follows ("*since* 2019 cuts").
        list_conjunctions: words that join listed years ("2014 *and* 2015").
        decade_suffixes: endings glued to a year that make it a decade ("1990*s*").
        relative_phrases: phrases for a day, week, month or year near today, with the number of steps from it
            ("day before yesterday": two days back).
        before_last: phrases behind a weekday that put it a week before the last one ("before last").
        after_day_names: capitalised words behind a day word that make it a name ("Today *Show*").
        shared_day_words: words behind the possessive of a day word that make it mean these times ("today's
            *world*").
        possessives: possessive forms of names of days, months and periods, with the length of the name
            ("monday's": 6).
    """

    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    names_are_capitalised: bool = False
    doubtful_months: frozenset[str] = frozenset()
    month_cues: frozenset[str] = frozenset()
    named_days: frozenset[str] = frozenset()
    named_phrases: PhraseTable[bool] = field(default_factory=PhraseTable)
    after_named_days: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    month_links: frozenset[str] = frozenset()
    range_joiners: frozenset[str] = frozenset()
    qualifiers: Mapping[str, Qualifier] = field(default_factory=dict)
    periods: Mapping[str, Period] = field(default_factory=dict)
    ago_units: Mapping[str, Period] = field(default_factory=dict)
    ago: frozenset[str] = frozenset()
    day_words: Mapping[str, int] = field(default_factory=dict)
    not_before_day_words: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    year_openers: frozenset[str] = frozenset()
    year_cues: frozenset[str] = frozenset()
    list_conjunctions: frozenset[str] = frozenset()
    decade_suffixes: frozenset[str] = frozenset()
    relative_phrases: PhraseTable[tuple[Period, int]] = field(default_factory=PhraseTable)
    before_last: PhraseTable[bool] = field(default_factory=PhraseTable)
    after_day_names: frozenset[str] = frozenset()
    shared_day_words: frozenset[str] = frozenset()
    possessives: Mapping[str, int] = field(default_factory=dict)

    def is_date_name(self, word: str) -> bool:
        """Return whether a lower-case word names a month or a weekday."""
        return word in self.months or word in self.weekdays
