"""Clauses that attribute a quotation: a reporting verb with its subject, its object or its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.quotations.speaker_candidates import (
    ContextWord,
    SpeakerMentions,
    context_words,
    first_subject,
    may_stand_between,
    subject_after,
    subject_before,
)

if TYPE_CHECKING:
    from nutgraf.model import Speaker
    from nutgraf.nlp.lang.schema.quotations import QuotationRules, SpeakerWords

_LONGEST_OWNER: Final = 24
_LONGEST_TITLE: Final = 5
_SHORTEST_WORD: Final = 3
_SIGNS_BEFORE_PARTICIPLE: Final = frozenset(",—–")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue as written, and the speaker; ``pronoun`` is where "he" or "she" stands in the speaker's place."""

    cue: str | None
    speaker: Speaker | None
    pronoun: ContextWord | None = None


def ends_sentence(rules: QuotationRules, text: str, sign: ContextWord) -> bool:
    """Return whether a sign is the end of a clause, not the point of a title or an initial."""
    if sign.text not in ".;:!?" or not text[sign.end : sign.end + 1].isspace():
        return False
    before = text[max(0, sign.start - _LONGEST_TITLE) : sign.start].split()
    short = bool(before) and (before[-1].lower() in rules.not_names or len(before[-1]) < _SHORTEST_WORD)
    return not (sign.text == "." and short)


def is_reporting_verb(rules: QuotationRules, text: str, word: ContextWord) -> bool:
    """Return whether a word is a reporting verb, not a noun of the same form ("his comments")."""
    if word.low not in rules.verbs.forms or not word.text[0].islower() or text[word.start - 1] == "-":
        return False
    before = text[max(0, word.start - _LONGEST_OWNER) : word.start].lower().replace("’", "'").split()
    return not before or not (
        before[-1] in rules.words.noun_determiners or before[-1].endswith(rules.possessives.endings)
    )


def source_phrase_length(words: SpeakerWords, context: list[ContextWord], index: int) -> int:
    """Return how many words of a phrase that a source follows stand at an index; 0 when there is none."""
    low = context[index].low
    for phrase in words.source_phrases:
        if phrase[0] == low and phrase == tuple(word.low for word in context[index : index + len(phrase)]):
            return len(phrase)
    return 0


def is_second_verb(rules: QuotationRules, leading: list[ContextWord], verb: ContextWord) -> bool:
    """Return whether a verb behind a quotation goes on with its subject: "but warned of", ", adding that"."""
    words = rules.words
    joining = [word.low for word in leading if not may_stand_between(words, word.low)]
    if len(joining) == 1 and joining[0] in words.conjunctions:
        return True
    if verb.low not in rules.verbs.participial:
        return False
    return not joining or (len(joining) == 1 and joining[0] in words.participle_openings)


def attribute_to_source(names: SpeakerMentions, phrase: list[ContextWord], limit: int) -> Attribution:
    """Return the attribution of a phrase like "according to" to the source behind it."""
    cue = names.text[phrase[0].start : phrase[-1].end]
    return Attribution(cue, subject_after(names, phrase[-1].end, limit))


def attribute_to_subject_after(
    names: SpeakerMentions, ahead: list[ContextWord], limit: int
) -> Attribution | None:
    """Parse "said Maria Lenz", "said she", "added in a statement"."""
    words = names.rules.words
    index = 0
    while index < len(ahead) and (
        ahead[index].low.endswith(words.adverb_endings) or ahead[index].low in words.verb_openings
    ):
        index += 1
    if index >= len(ahead) or ahead[index].low not in names.rules.verbs.finite:
        return None
    verb = ahead[index]
    if verb.text[0].isupper():
        return None
    following = ahead[index + 1] if index + 1 < len(ahead) else None
    if following and following.low in words.person_pronouns:
        return Attribution(verb.text, None, following)
    return Attribution(verb.text, subject_after(names, verb.end, limit))


def attribute_to_subject_before(names: SpeakerMentions, start: int, verb: ContextWord) -> Attribution:
    """Return the attribution of a verb whose subject stands before it, from ``start`` on."""
    words, participial = names.rules.words, verb.low in names.rules.verbs.participial
    before = context_words(names.text, start, verb.start)
    while before and may_stand_between(words, before[-1].low):
        before.pop()
    last = before[-1].low if before else ""
    if last in words.person_pronouns:
        return Attribution(verb.text, None, before[-1])
    if last in words.pronouns and last not in words.relative_pronouns:
        return Attribution(verb.text, None)
    conjoined = last in words.conjunctions
    opened = conjoined or last in words.participle_openings or last in _SIGNS_BEFORE_PARTICIPLE
    if participial and before and not opened:
        return Attribution(verb.text, None)
    if before and (participial or conjoined or last in words.relative_pronouns):
        if before[0].low in words.person_pronouns:
            return Attribution(verb.text, None, before[0])
        return Attribution(verb.text, first_subject(names, start, verb.start))
    return Attribution(verb.text, subject_before(names, start, verb.start))


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
    return quoted if quoted.speaker else None
