"""Clauses that attribute a quotation: a reporting verb with its subject, its object or its source."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.speaker_candidates import (
    ContextWord,
    SpeakerMentions,
    is_of_manner,
    may_stand_between,
)
from nutgraf.nlp.quotations.subject import NOBODY, Attribution, Subject
from nutgraf.nlp.quotations.subject_after_verb import main_subject, subject_after
from nutgraf.nlp.quotations.subject_before_verb import subject_before, subject_of_absolute

_SIGNS_BEFORE_PARTICIPLE: Final = frozenset(",—–")


def is_second_verb(names: SpeakerMentions, leading: list[ContextWord], verb: ContextWord) -> bool:
    """Return whether a verb behind a quotation goes on with its subject: "but warned of", ", adding that".

    Other words may stand before a participle ("by the news, saying"), if none of them is a name.
    """
    rules = names.rules
    words = rules.words
    joining = [word.low for word in leading if not may_stand_between(words, word.low)]
    if len(joining) == 1 and joining[0] in words.conjunctions:
        return True
    if verb.low not in rules.verbs.participial:
        return False
    if not joining or (len(joining) == 1 and joining[0] in words.participle_openings):
        return True
    tags = tag_words(names, leading[0].start, verb.start).tags
    return joining[-1] in _SIGNS_BEFORE_PARTICIPLE and not set(tags) & set("PrqveTK")


def attribute_to_source(names: SpeakerMentions, phrase: list[ContextWord], limit: int) -> Attribution:
    """Return the attribution of a phrase like "according to" to the source behind it."""
    cue = names.text[phrase[0].start : phrase[-1].end]
    return Attribution(cue, subject_after(names, phrase[-1].end, limit))


def attribute_to_subject_after(
    names: SpeakerMentions, ahead: list[ContextWord], limit: int, *, capital: bool = False
) -> Attribution | None:
    """Parse "said Maria Lenz", "said she", "shot back Lenz", "added in a statement".

    Args:
        names: mentions that can speak.
        ahead: the words from the verb on.
        limit: where the words that may attribute end.
        capital: whether the verb opens its sentence ("Added Lenz, …").
    """
    rules = names.rules
    words, verbs = rules.words, rules.verbs
    index = 0
    while index < len(ahead) and (
        (ahead[index].low.endswith(words.adverb_endings) and ahead[index].low not in words.not_adverbs)
        or ahead[index].low in words.verb_openings
    ):
        index += 1
    if index >= len(ahead):
        return None
    verb = ahead[index]
    following = ahead[index + 1].low if index + 1 < len(ahead) else ""
    particle = following in verbs.phrasal.get(verb.low, frozenset())
    if verb.low not in verbs.finite and verb.low not in verbs.manner and not particle:
        return None
    if verb.text[0].isupper() != capital:
        return None
    end = ahead[index + 1].end if particle else verb.end
    return Attribution(verb.text, _agreeing(names, verb, subject_after(names, end, limit)))


def attribute_to_subject_before(names: SpeakerMentions, start: int, verb: ContextWord) -> Attribution:
    """Return the attribution of a verb whose subject stands before it, from ``start`` on."""
    rules = names.rules
    words = rules.words
    before = tag_words(names, start, verb.start)
    kept = [chunk.word for chunk in before.chunks]
    while kept and may_stand_between(words, kept[-1].low):
        kept.pop()
    last = kept[-1].low if kept else ""
    conjoined = last in words.conjunctions
    if conjoined and len(kept) > 1 and kept[-2].low in rules.verbs.participial:
        return replace(attribute_to_subject_before(names, start, kept[-2]), cue=verb.text)
    participial = verb.low in rules.verbs.participial
    if kept and (
        conjoined or (participial and (last in words.participle_openings or last in _SIGNS_BEFORE_PARTICIPLE))
    ):
        subject = main_subject(names, start, kept[-1].start)
    elif participial:
        subject = subject_of_absolute(before)
    else:
        subject = subject_before(names, start, verb.start)
    return Attribution(verb.text, _agreeing(names, verb, subject))


def _agreeing(names: SpeakerMentions, verb: ContextWord, subject: Subject | None) -> Subject | None:
    """Return the subject, or nobody if it cannot have the verb.

    That is one who is no person, where the verb may tell what a sign says, one alone, where it is plural, and
    who sings.
    """
    if subject and verb.low in names.rules.verbs.performing:
        return NOBODY
    if subject and len(subject.speakers) == 1 and verb.low in names.rules.verbs.plural:
        return NOBODY
    if subject and subject.speakers and verb.low in names.rules.verbs.of_documents:
        return subject if all(speaker.entity_id in names.persons for speaker in subject.speakers) else NOBODY
    return subject


def attribute_to_object(names: SpeakerMentions, ahead: list[ContextWord], limit: int) -> Attribution:
    """Parse "quoted Maria Lenz as saying": who quotes is not who speaks."""
    markers = names.rules.words.complement_markers
    end = next((word.start for word in ahead[1:] if word.low in markers), limit)
    return Attribution(ahead[0].text, subject_after(names, ahead[0].end, min(end, limit)))


def attribute_to_agent_or_object(
    names: SpeakerMentions, behind: list[ContextWord], position: int
) -> Attribution | None:
    """Parse "hailed by Lenz as", "quoted Lenz as saying", "Lenz was quoted as saying"."""
    words, verbs = names.rules.words, names.rules.verbs
    verb, follow = behind[position], behind[position + 1 :]
    if (
        len(follow) > 1
        and follow[0].low in words.agent_prepositions
        and follow[-1].low in words.complement_markers
    ):
        agent = subject_after(names, follow[0].end, follow[-1].start)
        return Attribution(verb.text, agent)
    if position and behind[position - 1].low in words.complement_markers:
        index = next((i for i in range(position) if behind[i].low in verbs.passing_on), None)
        if index is None:
            return None
        if index and behind[index - 1].low in words.passive_auxiliaries:
            return attribute_to_subject_before(names, behind[0].start, behind[index])
        return attribute_to_object(names, behind[index:], verb.start)
    if verb.low not in verbs.quoting or not follow:
        return None
    quoted = attribute_to_object(names, behind[position:], follow[-1].end)
    return quoted if quoted.speakers else None


def reports_here(names: SpeakerMentions, verb: ContextWord, opening: int) -> bool:
    """Return whether a verb in front of an opening mark reports: one of manner only right before it."""
    if not is_of_manner(names.rules, verb):
        return True
    return names.text[verb.end : opening].rstrip()[-1:] in (":", ",")
