"""Words by which a date without a year is past or to come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.figures.defaults import no_word
from nutgraf.nlp.lang.schema.phrases import PhraseTable


@dataclass(frozen=True, eq=False, slots=True)
class TenseCues:
    """Cues of past and future, lower case.

    Attributes:
        future: words that look forward ("will", "due", "until").
        future_phrases: phrases that do ("to be", "is to").
        future_suffix: the ending of a pronoun with a contracted "will" ("'ll"); empty where there is none.
        future_auxiliaries: words that look forward however far before the date they stand ("will", "won't").
        infinitives: words before a participle that say nothing ("will *be* held").
        past: irregular past forms that look back ("was", "held").
        is_regular_past: whether a word is the past form of a regular verb ("opened").
        is_adverb: whether a word is an adverb of manner ("originally").
        adverbs: further adverbs between an auxiliary and its participle ("also").
        intended: participles of an intention ("due", "scheduled").
        past_auxiliaries: words before such a participle that put it into the past ("*was* due").
        turns: words that tell that it went otherwise ("but", "when").
        undecided: verbs behind such a word that leave it open ("but was *postponed*").
    """

    future: frozenset[str] = frozenset()
    future_phrases: PhraseTable[bool] = field(default_factory=PhraseTable)
    future_suffix: str = ""
    future_auxiliaries: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    is_regular_past: Callable[[str], bool] = no_word
    is_adverb: Callable[[str], bool] = no_word
    adverbs: frozenset[str] = frozenset()
    intended: frozenset[str] = frozenset()
    past_auxiliaries: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    undecided: frozenset[str] = frozenset()
