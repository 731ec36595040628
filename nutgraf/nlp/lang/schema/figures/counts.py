"""Words around a number that counts something, with or without its noun."""

from __future__ import annotations

from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.phrases import PhraseTable


@dataclass(frozen=True, eq=False, slots=True)
class CountWords:
    """Words around a counted number, lower case.

    Attributes:
        ones: words for one that are pronouns too ("one").
        not_before_ones: words before them by which they count nothing ("*no* one").
        not_after_ones: words behind them that do the same ("one *another*").
        not_before_numbers: words before any number that make it a rate ("*per* 100,000").
        auxiliaries: verbs between a noun and its participle ("were").
        skipped: words between a noun and its participle ("reportedly").
        conjunctions: words that join two counts ("and").
        joined_after: words behind which a conjunction is skipped too ("dead *and* missing").
        prepositions: words that open a phrase between a noun and its auxiliary ("*aboard* the ferry were").
        clause_openers: words that end the search in such a phrase ("who").
        asides: words that open an aside behind a noun (", *including* two children,").
        after_participles: words behind a participle by which it ends its clause ("injured *in*").
        before_numbers: words between a verb and the number ("killed *another* 12").
        passive_auxiliaries: words before a verb form by which it does nothing to the number behind it.
        articles: words before a verb form by which it is a noun or an adjective.
        toll_nouns: words for the number of the dead ("toll").
        toll_phrases: phrases for it ("number of dead").
        toll_verbs: words between such a noun and the number ("reached").
        toll_roads: nouns beside a toll that is paid ("the *bridge* toll").
        toll_event: the event that a toll counts ("killed").
        collectives: nouns in the singular for a group of people ("a *workforce* of 190").
        headcounts: those of them that are a number themselves ("*membership* fell to 410").
        totals: phrases before the noun that a number behind the verb counts ("*the number of* cases fell").
        more: words behind a number that counts what the last one did ("800 *more*").
        than: words behind those ("17 more *than*").
        situations: phrases behind a number of people ("two *in critical condition*").
        comparisons: phrases before a number that the count before it is compared with ("*up from* 250").
        share_comparisons: phrases between a percentage and a number ("44 percent, *against* 37").
        possession_verbs: verbs before a number that counts what the clause before does ("and its rival *got*
            82").
        list_prepositions: words behind a number that goes on a list of places or times ("and 10 *in* June").
        clause_joiners: words between two such clauses ("and").
    """

    ones: frozenset[str] = frozenset()
    not_before_ones: frozenset[str] = frozenset()
    not_after_ones: frozenset[str] = frozenset()
    not_before_numbers: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    joined_after: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    clause_openers: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    after_participles: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    passive_auxiliaries: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    toll_nouns: frozenset[str] = frozenset()
    toll_phrases: PhraseTable[bool] = field(default_factory=PhraseTable)
    toll_verbs: frozenset[str] = frozenset()
    toll_roads: frozenset[str] = frozenset()
    toll_event: str = ""
    collectives: frozenset[str] = frozenset()
    headcounts: frozenset[str] = frozenset()
    totals: PhraseTable[bool] = field(default_factory=PhraseTable)
    more: frozenset[str] = frozenset()
    than: frozenset[str] = frozenset()
    situations: PhraseTable[bool] = field(default_factory=PhraseTable)
    comparisons: PhraseTable[bool] = field(default_factory=PhraseTable)
    share_comparisons: PhraseTable[bool] = field(default_factory=PhraseTable)
    possession_verbs: frozenset[str] = frozenset()
    list_prepositions: frozenset[str] = frozenset()
    clause_joiners: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False, slots=True)
class EllipsisWords:
    """Words by which a number counts what the text has named before, lower case.

    Attributes:
        partitives: words between the number and a pronoun ("12 *of* them").
        pronouns: pronouns for people or things ("them").
        people_pronouns: pronouns for people alone ("us", "whom").
        relatives: those of them that refer to the noun right before ("veterans, two of *whom*").
        fronted_pronouns: pronouns behind a partitive in front of the number ("of *which* 14").
        determiners: words before the number by which it counts the whole group ("*the* two of them").
        demonstratives: pronouns that may be the determiner of a noun instead ("those").
        people_relatives: words behind a demonstrative that make it people ("of those *who*").
        aboard: phrases behind a number of people ("on board").
        aboard_what: ``what`` of such a count ("people aboard").
        not_before_aboard: words before a number that is a time or part of an idiom ("*took* 12 on board").
        after_aboard: words that may follow, besides punctuation ("143 on board *when* it sank").
        complements: phrases before the number of those whom the verb leaves out ("*all but* three of them").
        auxiliaries: phrases behind a number whose noun stands before a comma ("of the 90 passengers, 12
            *were* treated").
        afflicted: adjectives behind a determiner that are people ("88 of the *injured*").
        copulas: words that may stand between a pronoun and a noun that says who they are ("five of them
            *were* children").
    """

    partitives: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    people_pronouns: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    fronted_pronouns: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    people_relatives: frozenset[str] = frozenset()
    aboard: PhraseTable[bool] = field(default_factory=PhraseTable)
    aboard_what: str = ""
    not_before_aboard: frozenset[str] = frozenset()
    after_aboard: frozenset[str] = frozenset()
    complements: PhraseTable[bool] = field(default_factory=PhraseTable)
    auxiliaries: PhraseTable[bool] = field(default_factory=PhraseTable)
    afflicted: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
