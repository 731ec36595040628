"""Attribution of a quotation: the words around it that say who speaks.

Patterns stand after the closing mark (", said Maria Lenz", ", she said", ", according to the ministry"),
before the opening one ("Lenz told reporters:", "Lenz called the plan"), between the two parts of a split
quotation, and at the end of its sentence (", Maria Lenz said.").
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from nutgraf.nlp.quotations.reporting_clauses import (
    Attribution,
    attribute_to_agent_or_object,
    attribute_to_object,
    attribute_to_source,
    attribute_to_subject_after,
    attribute_to_subject_before,
    ends_sentence,
    is_reporting_verb,
    is_second_verb,
    source_phrase_length,
)
from nutgraf.nlp.quotations.speaker_candidates import (
    ContextWord,
    SpeakerMentions,
    context_words,
    first_subject,
    may_stand_between,
)

__all__ = ["Attribution", "attribution_after", "attribution_at_end", "attribution_before", "gives_name"]

_REACH_AFTER: Final = 260
_REACH_BEFORE: Final = 420
_REACH_OF_NAMING: Final = 40
_MOST_WORDS_BEFORE: Final = 30
_MOST_WORDS_OF_SUBJECT: Final = 22
_LONGEST_NAME_GIVEN: Final = 5
_MOST_WORDS_OF_CLOSING: Final = 12
_MOST_WORDS_ADDRESSED: Final = 3
_DASHES: Final = frozenset("—–")
_ATTRIBUTING_ENDS: Final = frozenset(",?!…—–-")
_VERB_ENDS: Final = frozenset(".\"'”’")


def attribution_after(names: SpeakerMentions, end: int, closing: int, limit: int) -> Attribution | None:
    """Return the attribution behind a quotation.

    Args:
        names: mentions that can speak.
        end: where the quotation ends.
        closing: the offset behind its closing mark.
        limit: where the words that may attribute it end.
    """
    text = names.text
    ahead = context_words(text, closing, min(limit, closing + _REACH_AFTER))
    ends_clause = text[end - 1] in _ATTRIBUTING_ENDS
    while ahead and ahead[0].text in (",", "—", "–", "-"):
        ends_clause = True
        ahead.pop(0)
    if not ahead:
        return None
    length = source_phrase_length(names.rules.words, ahead, 0)
    if length and (ends_clause or ahead[0].text.islower()):
        return attribute_to_source(names, ahead[:length], limit)
    if not ends_clause and (ahead[0].low not in names.rules.verbs.forms or text[end - 1] not in _VERB_ENDS):
        return None
    return attribute_to_subject_after(names, ahead, limit) or _subject_first(names, ahead, limit)


def _subject_first(names: SpeakerMentions, ahead: list[ContextWord], limit: int) -> Attribution | None:
    """Parse "she said", "Maria Lenz, head of the agency, told reporters"."""
    rules, opening = names.rules, ahead[0]
    words = rules.words
    if not (opening.text[0].isupper() or opening.low in words.pronouns or opening.low in words.determiners):
        return None
    reach = range(1, min(len(ahead), _MOST_WORDS_OF_SUBJECT))
    index = next((i for i in reach if is_reporting_verb(rules, names.text, ahead[i])), 0)
    if index == 0:
        return None
    verb = ahead[index]
    if any(ends_sentence(rules, names.text, word) for word in ahead if word.end <= verb.start):
        return None
    if verb.low in rules.verbs.passing_on and ahead[index - 1].low not in words.passive_auxiliaries:
        return attribute_to_object(names, ahead[index:], limit)
    return attribute_to_subject_before(names, opening.start, verb)


def attribution_before(
    names: SpeakerMentions, start: int, opening: int, *, adjoining: bool, earlier: Attribution | None = None
) -> Attribution | None:
    """Return the attribution in front of a quotation.

    Args:
        names: mentions that can speak.
        start: where the clause before the quotation starts.
        opening: the offset of the opening mark.
        adjoining: whether another quotation ends at ``start``, so that ", said Lenz," may stand between them.
        earlier: that quotation's attribution, whose subject may have a second verb ("but warned of").
    """
    text = names.text
    behind = context_words(text, max(start, opening - _REACH_BEFORE), opening)
    while behind and (behind[0].text == "," or behind[0].text in _DASHES):
        behind.pop(0)
    if not behind:
        return None
    if adjoining:
        between = attribute_to_subject_after(names, behind, opening)
        if between is not None:
            return between
    for index in range(len(behind)):
        length = source_phrase_length(names.rules.words, behind, index)
        if length and index + length < len(behind):
            return attribute_to_source(names, behind[index : index + length], opening)
    verb = next((word for word in reversed(behind) if is_reporting_verb(names.rules, text, word)), None)
    if verb is None or len(behind) - behind.index(verb) > _MOST_WORDS_BEFORE:
        return _before_colon(names, behind, opening)
    return _of_last_verb(names, behind, verb, earlier if adjoining else None)


def _of_last_verb(
    names: SpeakerMentions, behind: list[ContextWord], verb: ContextWord, earlier: Attribution | None
) -> Attribution:
    """Return the attribution of the last verb in front of an opening mark."""
    position = behind.index(verb)
    other = attribute_to_agent_or_object(names, behind, position)
    if other is not None:
        return other
    if position and behind[position - 1].low in names.rules.words.passive_auxiliaries:
        return Attribution(verb.text, None)
    if earlier and is_second_verb(names.rules, behind[:position], verb):
        return replace(earlier, cue=verb.text)
    return attribute_to_subject_before(names, behind[0].start, verb)


def attribution_at_end(names: SpeakerMentions, closing: int, limit: int) -> Attribution | None:
    """Return the attribution at the end of a sentence, behind other words: ", Maria Lenz said."."""
    text = names.text
    ahead = context_words(text, max(closing, limit - _REACH_AFTER), limit)
    if not ahead or ahead[-1].text != ".":
        return None
    for index, sign in enumerate(ahead[:-2]):
        clause = ahead[index + 1 :]
        if sign.text != "," or any(ends_sentence(names.rules, text, word) for word in clause[:-1]):
            continue
        given = _in_closing_clause(names, clause, limit)
        if given is not None and (given.speaker or given.pronoun):
            return given
    return None


def _in_closing_clause(names: SpeakerMentions, clause: list[ContextWord], limit: int) -> Attribution | None:
    first, words, verbs = clause[0], names.rules.words, names.rules.verbs
    if (
        first.low in verbs.clause_final
        and first.low not in verbs.addressing
        and len(clause) <= _MOST_WORDS_OF_CLOSING
    ):
        return attribute_to_subject_after(names, clause, limit)
    if not (first.text[0].isupper() or first.low in words.person_pronouns or first.low in words.determiners):
        return None
    verb = next((word for word in reversed(clause) if word.low in verbs.clause_final), None)
    if verb is None or not is_reporting_verb(names.rules, names.text, verb):
        return None
    tail = clause[clause.index(verb) + 1 : -1]
    addressed = verb.low in verbs.addressing and len(tail) <= _MOST_WORDS_ADDRESSED
    if addressed or all(may_stand_between(words, word.low) for word in tail):
        return attribute_to_subject_before(names, first.start, verb)
    return None


def _before_colon(names: SpeakerMentions, behind: list[ContextWord], opening: int) -> Attribution | None:
    """Parse "Lenz was blunt:": somebody speaks, though no verb says so."""
    if behind[-1].text != ":":
        return None
    speaker = first_subject(names, behind[0].start, opening)
    return Attribution(None, speaker) if speaker else None


def gives_name(names: SpeakerMentions, start: int, opening: int, count: int) -> bool:
    """Return whether a quotation of ``count`` words is a name ("a group called “Free Now”")."""
    behind = context_words(names.text, max(start, opening - _REACH_OF_NAMING), opening)
    return bool(behind) and behind[-1].low in names.rules.verbs.naming and count <= _LONGEST_NAME_GIVEN
