"""Names of months and weekdays in English, and words that place a day relative to another."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en.number_words import ORDINAL_SUFFIXES, PARTITIVES
from nutgraf.nlp.lang.schema.figures.calendar import CalendarWords, Period
from nutgraf.nlp.lang.schema.phrases import phrase_table
from nutgraf.nlp.word_lists import word_set

_MONTHS: Final = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
MONTHS: Final = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
"""Lower-case names and abbreviations, with the number of the month from 1."""

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS: Final = {name: number for number, name in enumerate(_WEEKDAYS)}
"""Lower-case names, with the number of the day from 0, Monday."""

# Used by datetime_patterns.
WEEKDAY_ABBREVIATIONS: Final = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
"""Lower case, without full stop."""

_PERIODS: Final[dict[str, Period]] = {"week": "week", "month": "month", "year": "year"}
_UNITS: Final[dict[str, Period]] = {**_PERIODS, "day": "day"}

_DAY_WORDS: Final = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

CALENDAR: Final = CalendarWords(
    months=MONTHS,
    weekdays=WEEKDAYS,
    names_are_capitalised=True,
    # Names, verbs and adverbs as well.
    doubtful_months=word_set("may march mar april june august jan jun sep dec"),
    month_cues=word_set(
        """
        in since last next this by until till early late mid of from through during before after between
        to and coming for
        """
    ),
    named_days=word_set(
        """
        black good bloody easter cyber super ash palm boxing maundy shrove fat giving sheffield ruby
        """
    ),
    named_phrases=phrase_table({True: "mail on|scotland on|wales on|independent on"}),
    after_named_days=word_set("times telegraph mirror mail express post herald morning's night"),
    ordinals=ORDINAL_SUFFIXES,
    month_links=PARTITIVES,
    range_joiners=frozenset({"to"}),
    qualifiers={"last": "last", "this": "this", "next": "next", "coming": "coming"},
    periods=_PERIODS,
    ago_units={**_UNITS, **{f"{word}s": unit for word, unit in _UNITS.items()}},
    ago=frozenset({"ago"}),
    day_words=_DAY_WORDS,
    not_before_day_words=word_set("of even still until"),
    articles=frozenset({"the"}),
    year_openers=word_set("in since the"),
    year_cues=word_set("in since by until till from during before after late early mid year circa"),
    list_conjunctions=word_set("and or"),
    decade_suffixes=frozenset({"s"}),
    relative_phrases=phrase_table(
        {
            ("day", -2): "day before yesterday",
            ("day", 2): "day after tomorrow",
            ("week", -2): "week before last|fortnight ago",
            ("week", 2): "week after next",
            ("month", -2): "month before last",
            ("month", 2): "month after next",
            ("year", -2): "year before last",
            ("year", 2): "year after next",
        }
    ),
    before_last=phrase_table({True: "before last"}),
    after_day_names=word_set("show programme program group bank newspaper magazine fm tv radio network news"),
    shared_day_words=word_set(
        "world society economy market markets age youth children generation prices money standards times"
    ),
    possessives={f"{word}'s": len(word) for word in (*WEEKDAYS, *MONTHS, *_DAY_WORDS, *_PERIODS)},
)
