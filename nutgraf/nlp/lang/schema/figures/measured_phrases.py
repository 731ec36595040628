"""Words around the phrase that says what a sum, a share or a measure is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.figures.defaults import no_word


@dataclass(frozen=True, eq=False, slots=True)
class ChangeWords:
    """Words that tell a change with its outcome from a range, lower case.

    Attributes:
        joiners: words between the change and its outcome ("by $3 *to* $82").
        openers: words before the change ("rose *by* $3").
        intransitive: verbs and nouns of change beside the events in ``motions`` ("up", "edged").
        transitive: verbs that change something else ("raised").
        past: irregular past forms among all these ("fell").
        passive_auxiliaries: words before a participle by which "by" names who did it.
        adverbs: words between the verb and the change beside adverbs of manner ("a *further* 3%").
    """

    joiners: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    intransitive: frozenset[str] = frozenset()
    transitive: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    passive_auxiliaries: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False, slots=True)
class MeasuredPhraseWords:
    """Words within and around such a phrase, lower case.

    Attributes:
        links: words between a figure and the phrase ("19% *of* the country").
        partitives: those of them that any phrase may follow ("of").
        articles: words that a phrase is written without, and before a figure that describes a noun.
        rates: words behind a figure that make it a rate ("$5 *a* day").
        worth: words before a partitive that belong to it ("$5 million *worth of* grain").
        changes: nouns whose phrase goes on behind ``change_links`` ("drop *in* exports").
        change_links: words behind those nouns ("in").
        empty: phrases that say nothing ("amount").
        not_before_partitives: words that make a preposition of a partitive ("*instead* of").
        ends: words behind a measure that are not what it measures ("*tall*").
        times: nouns that no measured phrase ends in ("year").
        before_figures: words between the phrase and the figure ("fined *a* £3m").
        indefinite: words before a participle that make it an adjective ("*a* reported $25m").
        auxiliaries: words between a subject and its verb ("inflation *has* risen").
        copulas: verbs by which a figure is what their subject is ("the rate *is* 3%").
        infinitives: words between those and a further verb ("is expected *to* cost").
        relatives: words that stand for the noun before them ("the bridge, *which* cost £5m").
        unnamed_subjects: those of them that are the subject of all that follows ("*who* lost").
        postpositives: level verbs that follow their noun ("barges *worth* £2m").
        clause_openers: words that a clause begins behind ("said *that*").
        level_verbs: verbs by which a figure is the level of their subject ("*reached* 85%").
        superlatives: words between such a verb and the figure ("a *record* $71").
        particles: words between a verb and the figure ("is *up* 3%").
        figure_links: words between a figure and the one before it ("3% *to* $82").
        object_links: words between what a verb changes and by how much ("cut rates *by* 2%").
        price_links: those of them that a price may follow without a verb ("cells *at* $5").
        payment_nouns: nouns for a sum by the verb in front of it ("fined": "fine").
        prices: those nouns whose verb has what is sold as its subject ("cost").
        payment_names: those nouns that are verb forms too ("a £5m *fine*").
        exchange_links: words between a passive verb and a price ("was sold *for* £5m").
        appositions: signs between what is measured and the figure ("turnout*:* 85%").
        per: words that open what a price is for ("$5 *per* share").
        is_adverb: whether a word is an adverb of manner ("sharply").
    """

    links: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    rates: frozenset[str] = frozenset()
    worth: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    change_links: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    not_before_partitives: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    before_figures: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    unnamed_subjects: frozenset[str] = frozenset()
    postpositives: frozenset[str] = frozenset()
    clause_openers: frozenset[str] = frozenset()
    level_verbs: frozenset[str] = frozenset()
    superlatives: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    figure_links: frozenset[str] = frozenset()
    object_links: frozenset[str] = frozenset()
    price_links: frozenset[str] = frozenset()
    payment_nouns: Mapping[str, str] = field(default_factory=dict)
    prices: frozenset[str] = frozenset()
    payment_names: frozenset[str] = frozenset()
    exchange_links: frozenset[str] = frozenset()
    appositions: frozenset[str] = frozenset()
    per: frozenset[str] = frozenset()
    is_adverb: Callable[[str], bool] = no_word
