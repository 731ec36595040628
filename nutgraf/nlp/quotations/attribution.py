"""Attribution of a quotation: the words around it that say who speaks.

Patterns stand after the closing mark (", said Maria Lenz", ", she said", ", according to the ministry"),
before the opening one ("Lenz told reporters:", "Lenz called the plan"), between the two parts of a split
quotation, and at the end of its sentence (", Maria Lenz said.").
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nutgraf.nlp.quotations.labels import label_after, speaker_before_colon
from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.reporting_clauses import (
    attribute_to_agent_or_object,
    attribute_to_object,
    attribute_to_source,
    attribute_to_subject_after,
    attribute_to_subject_before,
    is_second_verb,
    reports_here,
)
from nutgraf.nlp.quotations.speaker_candidates import (
    ContextWord,
    SpeakerMentions,
    context_words,
    ends_sentence,
    is_reporting_verb,
    may_stand_between,
    source_phrase_length,
)
from nutgraf.nlp.quotations.subject import NOBODY, Attribution

__all__ = ["Attribution", "attribution_after", "attribution_at_end", "attribution_before", "gives_name"]

_REACH_AFTER: Final = 260
_REACH_OF_SUBJECT: Final = 170
_REACH_AFTER_BARE: Final = 100
_CLAUSE_SIGNS: Final = (",", "—", "–", "―", "-")
_REACH_BEFORE: Final = 420
_REACH_OF_NAMING: Final = 40
_MOST_WORDS_BEFORE: Final = 30
_MOST_WORDS_OF_SUBJECT: Final = 22
_LONGEST_NAME_GIVEN: Final = 5
_MOST_WORDS_OF_CLOSING: Final = 12
_MOST_WORDS_ADDRESSED: Final = 3
_DASHES: Final = frozenset("—–―")
_ATTRIBUTING_ENDS: Final = frozenset(",?!…—–―-")
_VERB_ENDS: Final = frozenset(".\"'”’")
_CLOSING_MARKS: Final = " \"'”’"
_OPENS_SUBJECT: Final = re.compile(r"[DAHPGOSUTKYrq#d]|x(?:[^zw]*|.*,[DAHPGOSUTKr][^zw,]*)$")
_BARE_SUBJECT: Final = re.compile(r"(?:[DAH]?[xTKUGOS#]*[PTKOG]|r)b*")
_OPENS_LABEL: Final = frozenset("—–―-(")
_SIGNS_BEFORE: Final = frozenset(",:")
_CLAUSE_ENDS: Final = re.compile(r"[epb]|$")


def attribution_after(names: SpeakerMentions, end: int, closing: int, limit: int) -> Attribution | None:
    """Return the attribution behind a quotation.

    Args:
        names: mentions that can speak.
        end: where the quotation ends.
        closing: the offset behind its closing mark.
        limit: where the words that may attribute it end.
    """
    text = names.text
    last = text[max(0, end - 4) : end].rstrip(_CLOSING_MARKS)[-1:]
    ends_clause = last in _ATTRIBUTING_ENDS if last else False
    following = text[closing : closing + 2].lstrip()[:1]
    if not ends_clause and following.isupper() and not last.isalnum():
        return None
    goes_on = ends_clause or following.islower() or following in _CLAUSE_SIGNS
    ahead = names.words(closing, min(limit, closing + (_REACH_OF_SUBJECT if goes_on else _REACH_AFTER_BARE)))
    label = label_after(names, closing, limit) if ahead and ahead[0].text in _OPENS_LABEL else None
    if label is not None:
        return label
    while ahead and ahead[0].text in _CLAUSE_SIGNS:
        ends_clause = True
        ahead = ahead[1:]
    if not ahead:
        return None
    length = source_phrase_length(names.rules.words, ahead, 0)
    if length and (ends_clause or ahead[0].text.islower()):
        return attribute_to_source(names, ahead[:length], limit)
    if not ends_clause and (ahead[0].low not in names.rules.verbs.forms or last not in _VERB_ENDS):
        return _bare_clause(names, ahead) if last.isalnum() else None
    return attribute_to_subject_after(names, ahead, limit) or _subject_first(names, ahead, limit)


def _bare_clause(names: SpeakerMentions, ahead: list[ContextWord]) -> Attribution | None:
    """Parse "Maria Lenz said in a statement" right behind a mark that no comma stands before."""
    ahead = ahead[:_MOST_WORDS_OF_CLOSING]
    if not any(word.low in names.rules.verbs.clause_final for word in ahead):
        return None
    words = tag_words(names, ahead[0].start, ahead[-1].end)
    verb = words.tags.find("v")
    if verb < 1 or words.chunks[verb].word.low not in names.rules.verbs.clause_final:
        return None
    if not _BARE_SUBJECT.fullmatch(words.tags[:verb]) or not _CLAUSE_ENDS.match(words.tags, verb + 1):
        return None
    if names.text[words.end(verb) : words.end(verb) + 1] == ":":
        return None
    return attribute_to_subject_before(names, ahead[0].start, words.chunks[verb].word)


def _subject_first(names: SpeakerMentions, ahead: list[ContextWord], limit: int) -> Attribution | None:
    """Parse "she said", "Maria Lenz, head of the agency, told reporters", "blogger Ana Reyes wrote"."""
    rules, opening = names.rules, ahead[0]
    reach = range(1, min(len(ahead), _MOST_WORDS_OF_SUBJECT))
    index = next((i for i in reach if is_reporting_verb(rules, names.text, ahead[i])), 0)
    if index == 0:
        return None
    verb = ahead[index]
    if any(ends_sentence(rules, names.text, word) for word in ahead if word.end <= verb.start):
        return None
    if not _OPENS_SUBJECT.match(tag_words(names, opening.start, verb.start).tags):
        return None
    if verb.low in rules.verbs.passing_on and ahead[index - 1].low not in rules.words.passive_auxiliaries:
        return attribute_to_object(names, ahead[index:], limit)
    given = attribute_to_subject_before(names, opening.start, verb)
    return given if given.subject is not None else replace(given, subject=NOBODY)


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
    behind = names.words(max(start, opening - _REACH_BEFORE), opening)
    while behind and (behind[0].text == "," or behind[0].text in _DASHES):
        behind = behind[1:]
    ended = bool(behind) and behind[-1].text == "." and ends_sentence(names.rules, text, behind[-1])
    if not behind or (ended and not adjoining):
        return None
    inverted = attribute_to_subject_after(names, behind, opening, capital=not adjoining)
    if inverted is not None and (adjoining or _is_inverted_opening(names, inverted, behind)):
        return inverted
    openings = names.rules.words.source_openings
    for index in (at for at, word in enumerate(behind) if word.low in openings):
        length = source_phrase_length(names.rules.words, behind, index)
        if length and index + length < len(behind):
            return attribute_to_source(names, behind[index : index + length], opening)
    voiced = speaker_before_colon(names, behind, opening)
    if voiced is not None:
        return voiced
    verb = next(
        (
            word
            for word in reversed(behind[-_MOST_WORDS_BEFORE:])
            if is_reporting_verb(names.rules, text, word) and reports_here(names, word, opening)
        ),
        None,
    )
    if verb is None:
        return None
    return _of_last_verb(names, behind, verb, earlier if adjoining else None)


def _is_inverted_opening(names: SpeakerMentions, given: Attribution, behind: list[ContextWord]) -> bool:
    """Return whether a sentence opens with its verb: "Added Lenz:", but not "Asked by Lenz, Reed said:"."""
    others = any(is_reporting_verb(names.rules, names.text, word) for word in behind[1:])
    return given.names_somebody and behind[-1].text in _SIGNS_BEFORE and not others


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
    if earlier and is_second_verb(names, behind[:position], verb):
        return replace(earlier, cue=verb.text)
    return attribute_to_subject_before(names, _clause_start(names, behind, position), verb)


def _clause_start(names: SpeakerMentions, behind: list[ContextWord], position: int) -> int:
    """Return where the clause of a verb starts: behind "whom", where no sign follows it."""
    for word in reversed(behind[:position]):
        if word.low in names.rules.words.object_relatives:
            return word.end
        if not word.text[0].isalnum():
            break
    return behind[0].start


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
        if given is not None and given.names_somebody:
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
    if not (
        first.text[0].isupper()
        or first.low in words.person_pronouns
        or first.low in words.thing_pronouns
        or first.low in words.determiners
    ):
        return None
    verb = next((word for word in reversed(clause) if word.low in verbs.clause_final), None)
    if verb is None or not is_reporting_verb(names.rules, names.text, verb):
        return None
    tail = clause[clause.index(verb) + 1 : -1]
    addressed = verb.low in verbs.addressing and len(tail) <= _MOST_WORDS_ADDRESSED
    if addressed or all(may_stand_between(words, word.low) for word in tail):
        return attribute_to_subject_before(names, first.start, verb)
    return None


def gives_name(names: SpeakerMentions, start: int, opening: int, count: int) -> bool:
    """Return whether a quotation of ``count`` words is a name ("a group called “Free Now”")."""
    behind = names.text[max(start, opening - _REACH_OF_NAMING) : opening].split()
    return count <= _LONGEST_NAME_GIVEN and bool(behind) and behind[-1].lower() in names.rules.verbs.naming
