"""Words that say how firmly a number is meant."""

from __future__ import annotations

from dataclasses import dataclass, field

from nutgraf.model import Bound
from nutgraf.nlp.lang.schema.phrases import PhraseTable


@dataclass(frozen=True, eq=False, slots=True)
class BoundPhrases:
    """Phrases beside a number that bound it, lower case.

    Attributes:
        before: phrases in front of the number ("at least", "up to", "around").
        after: phrases behind it ("or more", "or so").
        fillers: words that may stand between such a phrase and the number ("at least *another* 40").
        range_openers: words before the first of two numbers that ``range_conjunctions`` join ("*between* 10
            and 20").
        range_conjunctions: words between those two numbers ("between 10 *and* 20").
        range_joiners: words between the two numbers of a range without an opener ("10 *to* 15").
        change_openers: words before a number that ``range_joiners`` then join as a change
            ("*from* 3% to 5%").
        conversion_openers: words before a converted amount in brackets, beside every bound of one word
            ("6 km (*or* 4 miles)").
        not_bounding_durations: bounds of one word that mean "during" before a long duration ("*over* three
            years").
        not_bounding_few: words of ``before`` that are prepositions before a small number in words ("*about*
            two people").
    """

    before: PhraseTable[Bound] = field(default_factory=PhraseTable)
    after: PhraseTable[Bound] = field(default_factory=PhraseTable)
    fillers: frozenset[str] = frozenset()
    range_openers: frozenset[str] = frozenset()
    range_conjunctions: frozenset[str] = frozenset()
    range_joiners: frozenset[str] = frozenset()
    change_openers: frozenset[str] = frozenset()
    conversion_openers: frozenset[str] = frozenset()
    not_bounding_durations: frozenset[str] = frozenset()
    not_bounding_few: frozenset[str] = frozenset()
