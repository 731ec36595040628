"""Digits, number words and shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from nutgraf.nlp.lang.schema.figures.defaults import no_value
from nutgraf.nlp.lang.schema.phrases import PhraseTable


@dataclass(frozen=True, eq=False, slots=True)
class DigitNotation:
    """How a number is written in digits.

    Attributes:
        decimal: the decimal sign; "." in English ("12.5"), "," in German.
        grouping: the sign between groups of digits; "," in English ("1,234"), "." in German. Empty where
            digits are not grouped.
        inner_groups: lengths of the groups between the first and the last one, which has three digits; 2
            as well as 3 where "1,20,000" is written.
    """

    decimal: str = "."
    grouping: str = ""
    inner_groups: frozenset[int] = frozenset({3})


@dataclass(frozen=True, eq=False, slots=True)
class NumberWords:
    """Numbers in words, lower case.

    Attributes:
        digits: notation of numbers in digits.
        units: words for 0 to 19 ("seven", "twelve").
        tens: words for multiples of ten that another unit may follow ("forty", "forty-two").
        scales: multipliers ("hundred", "million", "crore"); below 1,000 they multiply within a group.
        dozens: collective numbers that behave like a multiplier ("dozen").
        vague_plurals: plurals that stand for at least two of them ("dozens", "thousands").
        vague_multiples: words before ``partitives`` and a vague plural, with their factor ("tens of
            thousands").
        vague_quantifiers: words before a scale that mean at least two of them ("several hundred").
        scale_shares: shares of a scale ("half a million").
        halves: phrases that add a half to a number ("and a half").
        scale_abbreviations: abbreviated scales ("k", "bn"), read beside money.
        clear_scale_abbreviations: those that are read beside anything ("bn").
        counted_scale_letters: letters that are a scale when a counted noun follows ("3m people").
        articles: words that may stand for one before a scale ("a hundred").
        conjunctions: words within a compound number ("a hundred *and* ten").
        partitives: words between a number and what it is taken of ("a quarter *of* a million").
        not_continued_by: words that, behind "and" and a number, begin a share when another number follows
            ("a hundred and one *in* ten").
        minus_words: words before a number below zero ("minus").
        compound_value: gives the value below 1,000 of a compound that is one word ("fünfundzwanzig"), None
            for any other word.
        openers: words that a number may start with, those of ``compound_value`` left out.
    """

    digits: DigitNotation = field(default_factory=DigitNotation)
    units: Mapping[str, Decimal] = field(default_factory=dict)
    tens: Mapping[str, Decimal] = field(default_factory=dict)
    scales: Mapping[str, Decimal] = field(default_factory=dict)
    dozens: Mapping[str, Decimal] = field(default_factory=dict)
    vague_plurals: Mapping[str, Decimal] = field(default_factory=dict)
    vague_multiples: Mapping[str, Decimal] = field(default_factory=dict)
    vague_quantifiers: frozenset[str] = frozenset()
    scale_shares: Mapping[str, Decimal] = field(default_factory=dict)
    halves: PhraseTable[Decimal] = field(default_factory=PhraseTable)
    scale_abbreviations: Mapping[str, Decimal] = field(default_factory=dict)
    clear_scale_abbreviations: frozenset[str] = frozenset()
    counted_scale_letters: Mapping[str, Decimal] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    not_continued_by: frozenset[str] = frozenset()
    minus_words: frozenset[str] = frozenset()
    compound_value: Callable[[str], Decimal | None] = no_value
    openers: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        words = (self.units, self.tens, self.vague_plurals, self.vague_multiples, self.vague_quantifiers,
                 self.scale_shares, self.articles)  # fmt: skip
        object.__setattr__(self, "openers", frozenset(word for group in words for word in group))

    def is_number_word(self, word: str) -> bool:
        """Return whether a lower-case word is a number or a multiplier."""
        return (
            word in self.units
            or word in self.tens
            or word in self.scales
            or word in self.vague_plurals
            or self.compound_value(word) is not None
        )


@dataclass(frozen=True, eq=False, slots=True)
class FractionWords:
    """Shares in words, lower case.

    Attributes:
        parts: words for a part with the number of parts of the whole ("third", "quarters").
        halves: words that are a share without an article ("*half* of the voters").
        after_halves: words that must follow such a word ("half *of*", "half *the*").
        articles: words for one before a part ("*a* quarter of").
        partitives: words between a part and its whole ("two-thirds *of*").
        among: words between the part and a round number ("one *in* five").
        out_of: phrases between the part and a round number ("nine *out of* 10").
        not_shared: wholes whose share is no percentage anybody compares ("half of the *match*").
        sides: words before a part that make it a place or an order ("the *first* half").
    """

    parts: Mapping[str, int] = field(default_factory=dict)
    halves: frozenset[str] = frozenset()
    after_halves: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    out_of: PhraseTable[bool] = field(default_factory=PhraseTable)
    not_shared: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
