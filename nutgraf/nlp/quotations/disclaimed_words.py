"""Quotations that the words in front of them take from whom they name there.

Somebody who never said them, or denies it, has not spoken them; nor has who reads out another's letter, is
angry about another's words, or wears them on a shirt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.speaker_candidates import is_reporting_verb, may_stand_between
from nutgraf.nlp.quotations.subject import NOBODY, Attribution

if TYPE_CHECKING:
    from nutgraf.nlp.quotations.speaker_candidates import ContextWord, SpeakerMentions

_REACH: Final = 200
_MOST_ADDRESSED: Final = 3
_MOST_BEFORE_SAYING: Final = 4
_SIGNS: Final = frozenset(":,")
_SEVERAL: Final = 2
_DOCUMENT_OF: Final = re.compile(
    r"(?P<before>.?)[DAH]?[x#UG]*(?:d(?P<source>p)[TKUxDAH]*(?P<name>P)|(?P<owner>S)[x#]*d)$"
)


def is_denied(names: SpeakerMentions, start: int, opening: int) -> bool:
    """Return whether the verb right before a quotation says that somebody did not speak it."""
    behind = names.words(max(start, opening - _REACH), opening)
    verbs = names.rules.verbs
    index = next((at for at in range(len(behind) - 1, 0, -1) if behind[at].low in verbs.forms), 0)
    if index == 0 or not _leads_up(names, behind[index], behind[index + 1 :]):
        return False
    if _is_negated(names, behind, index):
        return True
    denial = next((at for at in range(index - 1, -1, -1) if behind[at].low in verbs.denying), None)
    if denial is None or _is_negated(names, behind, denial):
        return False
    words, between = names.rules.words, behind[denial + 1 : index]
    openings = words.denied_openings | words.pronouns
    return (not between or between[0].low in openings) and not any(
        word.low in words.conjunctions or not word.text[0].isalnum() for word in between
    )


def _leads_up(names: SpeakerMentions, verb: ContextWord, following: list[ContextWord]) -> bool:
    """Return whether nothing but a sign, "that" or who is addressed stands between a verb and a mark."""
    rules = names.rules
    if verb.low in rules.verbs.addressing:
        return len(following) <= _MOST_ADDRESSED
    return all(word.low in rules.words.clause_openings or word.text in _SIGNS for word in following)


def _is_negated(names: SpeakerMentions, behind: list[ContextWord], index: int) -> bool:
    words = names.rules.words
    for at in range(index - 1, -1, -1):
        low = behind[at].low
        if low in words.negations:
            return behind[at + 1].low not in words.restricting
        if not may_stand_between(words, low) and low not in words.infinitive_openings:
            return False
    return False


def without_others_words(
    names: SpeakerMentions, start: int, opening: int, given: Attribution | None
) -> Attribution | None:
    """Return the attribution in front of a quotation, to nobody where the words are another's or a sign's."""
    if given is None or not given.names_somebody:
        return given
    behind = names.words(max(start, opening - _REACH), opening)
    while behind and behind[-1].text in _SIGNS:
        behind = behind[:-1]
    others = _is_on_surface(names, behind) or _is_of_another(names, behind, given)
    if others or _is_saying_of_another(names, behind):
        return Attribution(given.cue, NOBODY)
    return given


def _is_on_surface(names: SpeakerMentions, behind: list[ContextWord]) -> bool:
    """Return whether a sign or a garment has the words: "a shirt with the words"."""
    rules = names.rules
    if not behind or behind[-1].low not in rules.nouns.sayings:
        return False
    index = next((at for at, word in enumerate(behind) if word.low in rules.nouns.surfaces), None)
    return index is not None and not any(
        is_reporting_verb(rules, names.text, word) for word in behind[index + 1 :]
    )


def _is_of_another(names: SpeakerMentions, behind: list[ContextWord], given: Attribution) -> bool:
    """Return whether a document of somebody else ends the clause: "read out a letter from Lenz:"."""
    if not behind:
        return False
    words = tag_words(names, behind[0].start, behind[-1].end)
    found = _DOCUMENT_OF.search(words.tags)
    if found is None:
        return False
    sources, grounds = names.rules.nouns.document_sources, names.rules.words.grounds
    if found["before"] and words.chunks[found.start("before")].word.low in grounds:
        return False
    if found["source"] and words.chunks[found.start("source")].word.low not in sources:
        return False
    named = words.chunks[found.start("name" if found["name"] else "owner")].mention
    return (
        named is not None
        and named.entity.type == EntityType.PERSON
        and bool(given.speakers)
        and all(speaker.entity_id != named.entity.id for speaker in given.speakers)
    )


def _is_saying_of_another(names: SpeakerMentions, behind: list[ContextWord]) -> bool:
    """Return whether one person acts on another over words: "attacked Lenz over his words"."""
    rules = names.rules
    if not behind or behind[-1].low not in rules.nouns.sayings:
        return False
    first = max(0, len(behind) - 1 - _MOST_BEFORE_SAYING)
    over = next((at for at in range(first, len(behind)) if behind[at].low in rules.words.grounds), None)
    if over is None:
        return False
    named = names.within(behind[0].start, behind[over].start)
    persons = {one.entity.id for one in named if one.entity.type == EntityType.PERSON}
    return len(persons) >= _SEVERAL and not names.text[named[-1].end : behind[over].start].strip()
