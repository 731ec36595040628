"""Figures: the words and rules by which a language writes numbers, units, counts and dates.

``FigureRules()`` is the rules object of a language about which nothing is known: digits, signs and symbols
that every language shares are read, words are not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from nutgraf.nlp.lang.international.currencies import CODES, PREFIXED, SIGNS
from nutgraf.nlp.lang.schema.figures.ages import AgeWords
from nutgraf.nlp.lang.schema.figures.bounds import BoundPhrases
from nutgraf.nlp.lang.schema.figures.calendar import CalendarWords
from nutgraf.nlp.lang.schema.figures.counted_nouns import CountedNounRules
from nutgraf.nlp.lang.schema.figures.counts import CountWords, EllipsisWords
from nutgraf.nlp.lang.schema.figures.currencies import CurrencyWords
from nutgraf.nlp.lang.schema.figures.event_verbs import EventVerbs
from nutgraf.nlp.lang.schema.figures.measured_phrases import ChangeWords, MeasuredPhraseWords
from nutgraf.nlp.lang.schema.figures.number_labels import NumberLabels
from nutgraf.nlp.lang.schema.figures.numbers import DigitNotation, FractionWords, NumberWords
from nutgraf.nlp.lang.schema.figures.tense import TenseCues
from nutgraf.nlp.lang.schema.figures.units import UnitWords

__all__ = [
    "AgeWords",
    "BoundPhrases",
    "CalendarWords",
    "ChangeWords",
    "CountWords",
    "CountedNounRules",
    "CurrencyWords",
    "DigitNotation",
    "EllipsisWords",
    "EventVerbs",
    "FigureRules",
    "FractionWords",
    "MeasuredPhraseWords",
    "NumberLabels",
    "NumberWords",
    "TenseCues",
    "UnitWords",
]


@dataclass(frozen=True, eq=False, slots=True)
class FigureRules:
    """How a language writes figures.

    Attributes:
        numbers: digits and number words.
        fractions: shares in words.
        bounds: "at least", "up to", "around".
        units: units of measure by name, percentages, magnitudes.
        currencies: money by name.
        calendar: months, weekdays and words such as "yesterday".
        tense: words by which a date without a year is past or to come.
        nouns: plural, singular and the ends of a noun phrase.
        events: what happens to counted things.
        counts: words around a counted number.
        ellipsis: counts whose noun stands elsewhere ("12 of them").
        changes: words that tell a change from a range.
        phrases: words around the phrase that says what a figure measures.
        labels: words that turn a number into a name ("Article 5").
        ages: words around ages.
        openers: lower-case words that a figure may start with; everything else is skipped unread.
        after_articles: words by which a figure goes on that starts with an article ("a *hundred*").
    """

    numbers: NumberWords = field(default_factory=NumberWords)
    fractions: FractionWords = field(default_factory=FractionWords)
    bounds: BoundPhrases = field(default_factory=BoundPhrases)
    units: UnitWords = field(default_factory=UnitWords)
    currencies: CurrencyWords = field(default_factory=CurrencyWords)
    calendar: CalendarWords = field(default_factory=CalendarWords)
    tense: TenseCues = field(default_factory=TenseCues)
    nouns: CountedNounRules = field(default_factory=CountedNounRules)
    events: EventVerbs = field(default_factory=EventVerbs)
    counts: CountWords = field(default_factory=CountWords)
    ellipsis: EllipsisWords = field(default_factory=EllipsisWords)
    changes: ChangeWords = field(default_factory=ChangeWords)
    phrases: MeasuredPhraseWords = field(default_factory=MeasuredPhraseWords)
    labels: NumberLabels = field(default_factory=NumberLabels)
    ages: AgeWords = field(default_factory=AgeWords)
    openers: frozenset[str] = field(init=False)
    after_articles: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        calendar, money = self.calendar, self.currencies
        words = (
            self.numbers.openers,
            self.fractions.halves,
            self.units.magnitudes_before.by_first_word,
            calendar.months,
            calendar.weekdays,
            calendar.qualifiers,
            calendar.day_words,
            calendar.relative_phrases.by_first_word,
            (code.lower() for code in CODES),
            (letters.lower() for letters in money.abbreviations),
            SIGNS,
            (letters for letters, _ in PREFIXED),
        )
        object.__setattr__(self, "openers", frozenset(word for group in words for word in group))
        behind = (
            self.fractions.parts,
            self.numbers.scales,
            self.numbers.dozens,
            self.numbers.scale_shares,
            calendar.ago_units,
            self.units.spellings.by_first_word,
            self.units.shares.by_first_word,
            money.names,
            (sign for _, sign in PREFIXED),
        )
        object.__setattr__(self, "after_articles", frozenset(word for group in behind for word in group))
