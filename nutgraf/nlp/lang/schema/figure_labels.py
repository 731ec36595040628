"""Words of a language by which a story names its figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.figures.defaults import no_word
from nutgraf.nlp.lang.schema.patterns import NEVER

Naming = tuple[str, str]
"""What a figure is called without and with the thing it belongs to ("cost", "cost of {}")."""


@dataclass(frozen=True, eq=False, slots=True)
class FigurePhraseTerms:
    """Words around a number that show which noun phrase it belongs to; lower case.

    Attributes:
        ends: words that end a noun phrase ("of", "and", "is").
        is_verb: whether a word behind a noun is its verb ("plunged").
        is_participle: whether a word behind a noun tells what happened to it ("killed").
        is_number: whether a word is a number or a part of one.
        determiners: words before a noun that say nothing of it ("the", "its", "new").
        prepositions: words before a noun phrase that belongs to another one ("in", "for").
        hedges: words between a number and what it follows ("about", "more than", by words).
        hedge_phrases: two or three words that do so ("up to").
        partitives: prepositions between a noun and its number or its complement ("of").
        reaching: prepositions before the value that something has reached ("to", "at").
        relatives: words by which a clause follows its subject ("that", "who").
        possessive_relatives: those that stand for the owner of the subject ("whose").
        clause_words: words that begin another clause ("because"); punctuation does so in every language.
        age_links: words between a person and the age ("aged", "is").
        pronouns: words that stand for a person or a thing.
        moments: prepositions before the time of a clause ("in", "on").
        lasting: prepositions before how long a clause lasted ("for").
        particles: words that may end a clause as a part of its verb ("out").
        agents: prepositions before the amount of a change ("by").
        when: words that tell of a time what happened then ("when").
        hollow: nouns that name no quantity by themselves ("times", "total").
    """

    ends: frozenset[str] = frozenset()
    is_verb: Callable[[str], bool] = no_word
    is_participle: Callable[[str], bool] = no_word
    is_number: Callable[[str], bool] = no_word
    determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    hedge_phrases: frozenset[tuple[str, ...]] = frozenset()
    partitives: frozenset[str] = frozenset()
    reaching: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    possessive_relatives: frozenset[str] = frozenset()
    clause_words: re.Pattern[str] = NEVER
    age_links: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    when: frozenset[str] = frozenset()
    hollow: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False, slots=True)
class FigureLabelTerms:
    """Words by which a figure is called; ``{}`` stands for a noun phrase.

    Attributes:
        phrases: words around a number.
        states: verbs whose subject has the value ("was", "reached").
        measures: verbs whose subject is measured, with what is measured ("weighs": "weight of {}").
        attached: words among them that stand right behind the noun that they measure ("worth").
        sums_by_verb: the same for amounts of money ("cost": "cost of {}").
        changes: verbs whose subject changes by the value, with what that is ("rose": "rise in {}").
        made_changes: verbs whose object changes by the value, with what that is ("cut": "cut in {}").
        transitive: verbs whose object has the value ("raised").
        dimensions: words behind a measure, with what is measured ("tall": "height of {}").
        parts: what a number of something uncounted is called, by kind of figure or dimension ("share of {}"
            for percent).
        determined_parts: the same where the thing has a definite article.
        sizes: what the measure of a thing is called, by dimension ("weight of {}" for mass).
        price: what an amount of money is called that a thing is said to be.
        sums: what an amount of money for a thing is called.
        money_nouns: nouns that are amounts of money themselves ("price").
        renamed: nouns that stand for a figure with what it is called ("prison": "prison sentence").
        measure_nouns: nouns that are measures themselves ("speed").
        rate: matches behind a number the unit that it is for, with the group "unit" (" a *share*").
        per: what an amount for each of a unit is called; two places.
        period: a part of the year that a number is of ("second quarter"), its first group.
        within: what a figure of such a period is called; two places.
        age: what the age of somebody is called.
        when: what a date is called by its clause.
        how_long: what a time is called by its clause.
        definite: a noun with its definite article.
        of_aspect: what people of one kind are called by their aspect; two places.
        generic: what a figure without a name is called, by kind of figure or by dimension.
        generic_age: what an age is called if nobody is known to have it.
        number_of: what a number of counted things without another name is called.
    """

    phrases: FigurePhraseTerms = field(default_factory=FigurePhraseTerms)
    states: frozenset[str] = frozenset()
    measures: Mapping[str, Naming] = field(default_factory=dict)
    attached: frozenset[str] = frozenset()
    sums_by_verb: Mapping[str, Naming] = field(default_factory=dict)
    changes: Mapping[str, str] = field(default_factory=dict)
    made_changes: Mapping[str, str] = field(default_factory=dict)
    transitive: frozenset[str] = frozenset()
    dimensions: Mapping[str, Naming] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    determined_parts: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, str] = field(default_factory=dict)
    price: str = "{}"
    sums: str = "{}"
    money_nouns: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=dict)
    measure_nouns: frozenset[str] = frozenset()
    rate: re.Pattern[str] = NEVER
    per: str = "{} / {}"
    period: re.Pattern[str] = NEVER
    within: str = "{}, {}"
    age: str = "{}"
    when: str = "{}"
    how_long: str = "{}"
    definite: str = "{}"
    of_aspect: str = "{}, {}"
    generic: Mapping[str, str] = field(default_factory=dict)
    generic_age: str = ""
    number_of: str = "{}"
