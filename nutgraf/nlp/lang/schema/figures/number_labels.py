"""Words that turn a number into a name, a time or a place in an order."""

from __future__ import annotations

from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.phrases import PhraseTable


@dataclass(frozen=True, eq=False, slots=True)
class NumberLabels:
    """Words beside numbers that count nothing, lower case.

    Attributes:
        labels: words before a number that it numbers ("article 5", "flight 370").
        versioned: words before a number with decimals that is a version ("*update* 5.50").
        abbreviations: the same with a point ("no. 10").
        hyphenated: words that a hyphen joins to a number behind ("covid-19").
        possessive: the letter behind an apostrophe that is glued to a number ("2019'*s*"); empty where there
            is none.
        clock: words behind a time of day ("pm", "gmt").
        clock_phrases: phrases behind a time of day ("a . m").
        slides: words behind "2 of 12" that make it a place in a gallery ("photos").
        partitives: words between those two numbers ("of").
        placing: words before a name that a count may follow ("*in* Dnipro 4 people").
        locative: those of them that, at the start of a sentence, are enough.
    """

    labels: frozenset[str] = frozenset()
    versioned: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    hyphenated: frozenset[str] = frozenset()
    possessive: str = ""
    clock: frozenset[str] = frozenset()
    clock_phrases: PhraseTable[bool] = field(default_factory=PhraseTable)
    slides: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    placing: frozenset[str] = frozenset()
    locative: frozenset[str] = frozenset()
