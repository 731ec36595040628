"""Which words around a quotation attribute it, and to whom.

Patterns after the closing mark (", said Maria Lenz", ", she said", ", according to the ministry"), before the
opening one ("Lenz told reporters:", "Lenz called the plan"), between the two parts of a split quotation, and
at the end of its sentence (", Maria Lenz said.").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.lang.en import reporting_verbs
from nutgraf.nlp.quotations import speaker_candidates
from nutgraf.nlp.quotations.speaker_candidates import ContextWord, SpeakerMentions

if TYPE_CHECKING:
    from nutgraf.model import Speaker

_REACH_AFTER: Final = 260
_REACH_BEFORE: Final = 420
_MOST_WORDS_BEFORE: Final = 30
_LONGEST_OWNER: Final = 24
_MOST_WORDS_OF_SUBJECT: Final = 22
_LONGEST_NAME_GIVEN: Final = 5
_CONTINUING: Final = frozenset({",", "and", "before", "after", "while", "by", "—", "–"})
_LONGEST_TITLE: Final = 5
_SHORTEST_WORD: Final = 3
_MOST_WORDS_OF_CLOSING: Final = 12
_MOST_WORDS_TOLD: Final = 3
_ATTRIBUTING_ENDS: Final = frozenset(",?!…—–-")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue as written, and the speaker; ``pronoun`` is where "he" or "she" stands in the speaker's place."""

    cue: str | None
    speaker: Speaker | None
    pronoun: ContextWord | None = None


def attribution_after(names: SpeakerMentions, end: int, closing: int, limit: int) -> Attribution | None:
    """An attribution behind a quotation that ends at ``end``, with its closing mark, before ``limit``."""
    text = names.text
    ahead = speaker_candidates.context_words(text, closing, min(limit, closing + _REACH_AFTER))
    ends_clause = text[end - 1] in _ATTRIBUTING_ENDS
    while ahead and ahead[0].text in (",", "—", "–", "-"):
        ends_clause = True
        ahead.pop(0)
    if not ahead:
        return None
    if [word.low for word in ahead[:2]] == ["according", "to"] and (ends_clause or ahead[0].text.islower()):
        cue = text[ahead[0].start : ahead[1].end]
        return Attribution(cue, speaker_candidates.subject_after(names, ahead[1].end, limit))
    if not ends_clause and (ahead[0].low not in reporting_verbs.ALL or text[end - 1] not in ".\"'”’"):
        return None
    return _inverted(names, ahead, limit) or _subject_first(names, ahead, limit)


def _inverted(names: SpeakerMentions, ahead: list[ContextWord], limit: int) -> Attribution | None:
    """Reads "said Maria Lenz", "said she", "added in a statement"."""
    index = 0
    while index < len(ahead) and (
        ahead[index].low.endswith("ly") or ahead[index].low in ("also", "later", "then")
    ):
        index += 1
    if (
        index >= len(ahead)
        or ahead[index].low not in reporting_verbs.FINITE
        or ahead[index].text[0].isupper()
    ):
        return None
    verb = ahead[index]
    following = ahead[index + 1] if index + 1 < len(ahead) else None
    if following and following.low in reporting_verbs.PERSONAL:
        return Attribution(verb.text, None, following)
    return Attribution(verb.text, speaker_candidates.subject_after(names, verb.end, limit))


def _subject_first(names: SpeakerMentions, ahead: list[ContextWord], limit: int) -> Attribution | None:
    """Reads "she said", "Maria Lenz, head of the agency, told reporters"."""
    opening = ahead[0]
    if not (
        opening.text[0].isupper() or opening.low in reporting_verbs.PRONOUNS | reporting_verbs.DETERMINERS
    ):
        return None
    verb = next((word for word in ahead[1:_MOST_WORDS_OF_SUBJECT] if _speaks(names.text, word)), None)
    if verb is None or any(_ends_sentence(names.text, word) for word in ahead if word.end <= verb.start):
        return None
    index = ahead.index(verb)
    if verb.low in reporting_verbs.PASSING_ON and ahead[index - 1].low not in reporting_verbs.PASSIVE:
        return _passed_on(names, ahead[index:], limit)
    return _finite(names, opening.start, verb)


def _passed_on(names: SpeakerMentions, ahead: list[ContextWord], limit: int) -> Attribution:
    """Reads "quoted Maria Lenz as saying": who quotes is not who speaks."""
    end = next((word.start for word in ahead[1:] if word.low == "as"), limit)
    return Attribution(ahead[0].text, speaker_candidates.subject_after(names, ahead[0].end, min(end, limit)))


def _ends_sentence(text: str, sign: ContextWord) -> bool:
    """Whether a sign is the end of a clause, not the point of a title or an initial."""
    if sign.text not in ".;:!?" or not text[sign.end : sign.end + 1].isspace():
        return False
    before = text[max(0, sign.start - _LONGEST_TITLE) : sign.start].split()
    short = bool(before) and (
        before[-1].lower() in reporting_verbs.NOT_NAMES or len(before[-1]) < _SHORTEST_WORD
    )
    return not (sign.text == "." and short)


def _speaks(text: str, word: ContextWord) -> bool:
    """Whether a word is a cue verb, not a noun that looks like one ("his comments", "Lenz's claims")."""
    if word.low not in reporting_verbs.ALL or not word.text[0].islower() or text[word.start - 1] == "-":
        return False
    before = text[max(0, word.start - _LONGEST_OWNER) : word.start].lower().replace("’", "'").split()
    return not before or (before[-1] not in reporting_verbs.OWNERS and not before[-1].endswith("'s"))


def _finite(names: SpeakerMentions, start: int, verb: ContextWord) -> Attribution:
    """The attribution of a verb whose subject stands before it, from ``start`` on."""
    before = speaker_candidates.context_words(names.text, start, verb.start)
    while before and (before[-1].low in reporting_verbs.BETWEEN or before[-1].low.endswith("ly")):
        before.pop()
    if before and before[-1].low in reporting_verbs.PRONOUNS:
        pronoun = before[-1]
        if pronoun.low in reporting_verbs.PERSONAL:
            return Attribution(verb.text, None, pronoun)
        if pronoun.low != "who":
            return Attribution(verb.text, None)
    continues = verb.low in reporting_verbs.PARTICIPIAL or (
        before and before[-1].low in ("and", "but", "who")
    )
    if verb.low in reporting_verbs.PARTICIPIAL and before and before[-1].low not in _CONTINUING:
        return Attribution(verb.text, None)
    if continues and before:
        if before[0].low in reporting_verbs.PERSONAL:
            return Attribution(verb.text, None, before[0])
        return Attribution(verb.text, speaker_candidates.first_subject(names, start, verb.start))
    return Attribution(verb.text, speaker_candidates.subject_before(names, start, verb.start))


def attribution_before(
    names: SpeakerMentions, start: int, opening: int, *, adjoining: bool, earlier: Attribution | None = None
) -> Attribution | None:
    """An attribution between ``start`` (of the clause) and an opening mark.

    ``adjoining`` says that another quotation ends at ``start``, so that ", said Lenz," may stand between
    them; ``earlier`` is that quotation's attribution, whose subject may have a second verb ("but warned of").
    """
    text = names.text
    behind = speaker_candidates.context_words(text, max(start, opening - _REACH_BEFORE), opening)
    while behind and behind[0].text in (",", "—", "–"):
        behind.pop(0)
    if not behind:
        return None
    if adjoining:
        between = _inverted(names, behind, opening)
        if between is not None:
            return between
    according = _according(names, behind, opening)
    if according is not None:
        return according
    verb = next((word for word in reversed(behind) if _speaks(text, word)), None)
    if verb is None or len(behind) - behind.index(verb) > _MOST_WORDS_BEFORE:
        return _colon(names, behind, opening)
    return _leading(names, behind, verb, earlier if adjoining else None)


def _leading(
    names: SpeakerMentions, behind: list[ContextWord], verb: ContextWord, earlier: Attribution | None
) -> Attribution:
    """The attribution of the last verb in front of an opening mark."""
    position = behind.index(verb)
    other = _of_other(names, behind, position)
    if other is not None:
        return other
    if position and behind[position - 1].low in reporting_verbs.PASSIVE:
        return Attribution(verb.text, None)
    if earlier and _is_second_verb(behind[:position], verb):
        return replace(earlier, cue=verb.text)
    return _finite(names, behind[0].start, verb)


def _of_other(names: SpeakerMentions, behind: list[ContextWord], position: int) -> Attribution | None:
    """Reads "hailed by Lenz as", "quoted Lenz as saying", "Lenz was quoted as saying": no subject speaks."""
    verb, follow = behind[position], behind[position + 1 :]
    if len(follow) > 1 and follow[0].low == "by" and follow[-1].low == "as":
        return Attribution(
            verb.text, speaker_candidates.subject_after(names, follow[0].end, follow[-1].start)
        )
    if position and behind[position - 1].low == "as":
        index = next((i for i in range(position) if behind[i].low in reporting_verbs.PASSING_ON), None)
        if index is None:
            return None
        if index and behind[index - 1].low in reporting_verbs.PASSIVE:
            return _finite(names, behind[0].start, behind[index])
        return _passed_on(names, behind[index:], verb.start)
    given = (
        _passed_on(names, behind[position:], follow[-1].end)
        if verb.low in reporting_verbs.QUOTING and follow
        else None
    )
    return given if given and given.speaker else None


def _is_second_verb(leading: list[ContextWord], verb: ContextWord) -> bool:
    """Whether a verb right behind a quotation goes on with its subject: "but warned of", ", adding that"."""
    joining = [
        word.low
        for word in leading
        if word.low not in reporting_verbs.BETWEEN and not word.low.endswith("ly")
    ]
    participle = verb.low in reporting_verbs.PARTICIPIAL
    return joining in (["and"], ["but"]) or (participle and joining in ([], ["while"], ["before"], ["after"]))


def attribution_at_end(names: SpeakerMentions, closing: int, limit: int) -> Attribution | None:
    """Reads ", Maria Lenz said." at the end of the sentence, ``limit``, behind other words."""
    text = names.text
    ahead = speaker_candidates.context_words(text, max(closing, limit - _REACH_AFTER), limit)
    if not ahead or ahead[-1].text != ".":
        return None
    for index, sign in enumerate(ahead[:-2]):
        clause = ahead[index + 1 :]
        if sign.text != "," or any(_ends_sentence(text, word) for word in clause[:-1]):
            continue
        given = _closing_clause(names, clause, limit)
        if given is not None and (given.speaker or given.pronoun):
            return given
    return None


def _closing_clause(names: SpeakerMentions, clause: list[ContextWord], limit: int) -> Attribution | None:
    first = clause[0]
    if (
        first.low in reporting_verbs.REPORTING - reporting_verbs.ADDRESSING
        and len(clause) <= _MOST_WORDS_OF_CLOSING
    ):
        return _inverted(names, clause, limit)
    if not (first.text[0].isupper() or first.low in reporting_verbs.PERSONAL | reporting_verbs.DETERMINERS):
        return None
    verb = next((word for word in reversed(clause) if word.low in reporting_verbs.REPORTING), None)
    if verb is None or not _speaks(names.text, verb):
        return None
    tail = clause[clause.index(verb) + 1 : -1]
    told = verb.low in reporting_verbs.ADDRESSING and len(tail) <= _MOST_WORDS_TOLD
    timed = all(word.low in reporting_verbs.BETWEEN or word.low.endswith("ly") for word in tail)
    return _finite(names, first.start, verb) if told or timed else None


def _colon(names: SpeakerMentions, behind: list[ContextWord], opening: int) -> Attribution | None:
    """Reads "Lenz was blunt:": somebody speaks, though no verb says so."""
    speaker = (
        speaker_candidates.first_subject(names, behind[0].start, opening) if behind[-1].text == ":" else None
    )
    return Attribution(None, speaker) if speaker else None


def _according(names: SpeakerMentions, behind: list[ContextWord], opening: int) -> Attribution | None:
    for index, word in enumerate(behind[:-2]):
        if word.low == "according" and behind[index + 1].low == "to":
            cue = names.text[word.start : behind[index + 1].end]
            return Attribution(cue, speaker_candidates.subject_after(names, behind[index + 1].end, opening))
    return None


def names_something(text: str, start: int, opening: int, count: int) -> bool:
    """Whether a quotation is what something is called ("a group called “Free Now”")."""
    behind = speaker_candidates.context_words(text, max(start, opening - 40), opening)
    return bool(behind) and behind[-1].low in reporting_verbs.NAMING and count <= _LONGEST_NAME_GIVEN
