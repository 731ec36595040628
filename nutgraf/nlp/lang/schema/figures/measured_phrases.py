"""Words around the phrase that says what a sum, a share or a measure is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
        perfect_auxiliaries: words between a subject and its verb ("inflation *has* risen").
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
    perfect_auxiliaries: frozenset[str] = frozenset()
    is_adverb: Callable[[str], bool] = no_word
