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
        date_prepositions: words between a copula and a date ("is *on* Monday").
        present_copulas: forms of "to be" in the present tense.
        not_before_copulas: words before one by which it says nothing of the date ("*it* is Monday").
        after_events: words by which a date may be that of an earlier event ("a week *after* the vote on").
        outcomes: nouns of what is over once it has a date ("the *ruling* of 27 February").
        gatherings: nouns of what is over behind one of ``after_events`` ("after the *meeting* of 2 May").
        outcome_links: words between such a noun and its date ("the ruling *of*").
        limits: words before the end of a time ("until").
        deferring: verbs that put something off until then ("*postponed* it until").
        deciding: past forms of verbs that tell of a plan ("*decided* to meet").
        infinitive_markers: words behind those ("decided *to*").
        negations: words that deny a verb ("not").
        negative_suffix: the ending of an auxiliary that denies it ("n't"); empty where there is none.
        scheduled: verb forms of the present tense that tell what is planned ("opens").
        plain_forms: those of ``scheduled`` and ``captioned`` that follow a plural ("open").
        captioned: further ones that captions of photographs have too ("meets").
        scheduled_phrases: phrases in the present tense that tell what is planned ("takes place").
        repetitions: words behind a verb of ``captioned`` that no caption has ("meets *again*").
        progressives: forms that do so behind a copula ("is *travelling*").
        collectives: nouns in the singular that a plural verb may follow ("the *team* travel").
        phrase_links: words that open a phrase before the verb ("the trial *of* two men begins").
        subject_pronouns: pronouns that may be the subject of all these ("he").
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
    date_prepositions: frozenset[str] = frozenset()
    present_copulas: frozenset[str] = frozenset()
    not_before_copulas: frozenset[str] = frozenset()
    after_events: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    gatherings: frozenset[str] = frozenset()
    outcome_links: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    deferring: frozenset[str] = frozenset()
    deciding: frozenset[str] = frozenset()
    infinitive_markers: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    negative_suffix: str = ""
    scheduled: frozenset[str] = frozenset()
    plain_forms: frozenset[str] = frozenset()
    captioned: frozenset[str] = frozenset()
    scheduled_phrases: PhraseTable[bool] = field(default_factory=PhraseTable)
    repetitions: frozenset[str] = frozenset()
    progressives: frozenset[str] = frozenset()
    collectives: frozenset[str] = frozenset()
    phrase_links: frozenset[str] = frozenset()
    subject_pronouns: frozenset[str] = frozenset()
