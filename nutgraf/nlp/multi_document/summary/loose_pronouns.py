"""Pronouns that stand for nothing in their own sentence."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.model import EntityType
from nutgraf.nlp.lang.schema.stories import StoryRules
from nutgraf.nlp.lang.schema.story_sentences import StorySentenceTerms
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence

_TOKEN: Final = re.compile(r"\w+(?:[’'\-.&]\w+)*|[^\w\s]")
_APOSTROPHE: Final = re.compile(r"[’']")


def has_loose_pronoun(own: str, sentence: ReportSentence) -> bool:
    """Whether a pronoun stands in a sentence for nothing before it, and nothing behind a first clause.

    Args:
        own: the sentence without its quotations.
        sentence: of a report.
    """
    if opening := sentence.report.rules.sentences.impersonal.match(own):
        own = own[opening.end() :]
    clause, comma, main = own.partition(",")
    names = _person_words(sentence)
    loose = _loose_pronoun(own, names, sentence.report.rules)
    if loose is None or not comma or loose >= len(clause):
        return loose is not None
    first = next((word[0].casefold() for word in _TOKEN.finditer(clause)), "")
    subject = next((word[0] for word in _TOKEN.finditer(main)), "")
    subordinate = first in sentence.report.rules.sentences.phrase_ends
    return not (subordinate and subject in names) or _loose_pronoun(main, names, sentence.report.rules) == 0


def _loose_pronoun(own: str, names: set[str], rules: StoryRules) -> int | None:
    """Return where the first pronoun stands that nothing before it can mean, or None.

    A pronoun behind a preposition does not mean the only thing before it, which is the subject ("the boy was
    in it"); nor does a subject mean the time or place that opens its sentence ("at noon it fell").
    """
    terms, before, counted = rules.sentences, "", False
    persons = things = 0
    opened = next((token[0].casefold() for token in _TOKEN.finditer(own)), "") in terms.prepositions
    for token in _TOKEN.finditer(own):
        low = _word(token[0])
        hung = low not in terms.owners and (before in terms.prepositions or opened)
        if low in terms.person_pronouns and not persons:
            return token.start()
        meant = things if low in terms.thing_pronouns else things + persons
        if low in terms.other_pronouns and meant < (2 if hung else 1):
            return token.start()
        is_thing = _is_thing(low.casefold(), terms)
        counted = counted and is_thing
        if is_thing and (token[0] in names or (token[0].islower() and terms.persons.fullmatch(low))):
            persons += 1
        elif is_thing and not counted:
            things, counted = things + 1, True
        before = low
    return None


def _word(written: str) -> str:
    """Return a token in lower case without what is contracted with it; capitals are letters of a name."""
    if written.isupper() and len(written) > 1:
        return written
    return _APOSTROPHE.split(written.casefold())[0] or written


def _is_thing(low: str, terms: StorySentenceTerms) -> bool:
    pronoun = low in terms.person_pronouns or low in terms.other_pronouns
    return low[0].isalpha() and not pronoun and low not in terms.phrase_ends and not terms.is_number(low)


def _person_words(sentence: ReportSentence) -> set[str]:
    report, span = sentence.report, sentence.span
    return {
        word
        for entity in report.analysis.entities
        if entity.type is EntityType.PERSON
        for mention in entity.mentions
        if mention.field == "text" and span.start <= mention.start < span.end
        for word in _TOKEN.findall(mention.text)
    }
