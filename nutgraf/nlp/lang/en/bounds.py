"""Words of English that say how firmly a number is meant, and words that join two numbers."""

from __future__ import annotations

from typing import Final

from nutgraf.model import Bound
from nutgraf.nlp.lang.en.function_words import ARTICLES
from nutgraf.nlp.lang.schema.figures.bounds import BoundPhrases
from nutgraf.nlp.lang.schema.phrases import phrase_table
from nutgraf.nlp.word_lists import word_set

RANGE_WORD: Final = frozenset({"to"})
"""Between the two numbers of a range, a change or an interval of days."""

BOUNDS: Final = BoundPhrases(
    before=phrase_table(
        {
            Bound.AT_LEAST: """
                at least|more than|over|upwards of|upward of|no fewer than|no less than|not less than|
                above|exceeding|in excess of|a minimum of|minimum of|greater than|as few as|>|just over|
                exceeds|exceeded|not fewer than|beyond|north of|topped|tops|topping|surpassed|surpasses|
                surpassing|well over|well above|more than another
            """,
            Bound.AT_MOST: """
                up to|at most|fewer than|less than|under|below|no more than|not more than|as many as|
                as much as|a maximum of|maximum of|<|just under|lower than|at the most|a maximum|
                well under|well below|no greater than
            """,
            Bound.ABOUT: """
                around|about|some|roughly|nearly|almost|approximately|approx|an estimated|estimated|~|
                close to|circa|in the region of|approx .|an average of|somewhere around|just about|≈|c .|
                estimated at|virtually|practically
            """,
        }
    ),
    after=phrase_table(
        {
            Bound.AT_LEAST: "or more|and counting|at least|- plus|plus|+",
            Bound.AT_MOST: "or fewer|or less|at most",
            Bound.ABOUT: "or so|or thereabouts|- odd|odd",
        }
    ),
    fillers=ARTICLES | word_set("another further additional other"),
    range_openers=frozenset({"between"}),
    range_conjunctions=frozenset({"and"}),
    range_joiners=RANGE_WORD | {"or"},
    change_openers=frozenset({"from"}),
    conversion_openers=word_set("or"),
    not_bounding_durations=frozenset({"over"}),
    not_bounding_few=word_set("about over under above"),
)
