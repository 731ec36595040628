"""Who is named around a cue verb, as an entity of the article or at least by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.model import EntityType, Speaker
from nutgraf.nlp.lang.en import reporting_verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.model import Entity

_SPEAKING: Final = frozenset(
    {EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.LOC, EntityType.NORP}
)
WORD: Final = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*|[^\w\s]")
_NAME: Final = re.compile(
    r"[A-Z][\w’'\-]*\.?(?:[ \t]+(?:(?:de|da|di|der|den|van|von|al|bin|ibn|el|la|le|du|dos|ter)[ \t]+)*"
    r"[A-Z][\w’'\-]*\.?){0,4}"
)
_RELATIVE: Final = re.compile(r"\s*,\s+(?:who|which|whose|where|whom|[a-z]+ing)\b")
_MOST_BETWEEN: Final = 5
_ARTICLE: Final = 2
_REACH: Final = 60
_LONGEST_APPOSITION: Final = 160


class ContextWord(NamedTuple):
    """A word or sign of the text around a quotation."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SpeakerMention:
    """A mention of an entity in the text."""

    start: int
    end: int
    entity: Entity


class SpeakerMentions:
    """The mentions of the text that can speak, in order."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.text = text
        self.mentions = sorted(
            (
                SpeakerMention(mention.start, mention.end, entity)
                for entity in entities
                if entity.type in _SPEAKING
                for mention in entity.mentions
                if mention.field == "text"
            ),
            key=lambda named: (named.start, -named.end),
        )
        self._starts = [named.start for named in self.mentions]

    def within(self, start: int, end: int) -> list[SpeakerMention]:
        """The mentions that lie inside a stretch."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [named for named in self.mentions[low:high] if named.end <= end]


def context_words(text: str, start: int, end: int) -> list[ContextWord]:
    """The words and signs of a stretch."""
    return [
        ContextWord(match[0], match[0].lower().replace("’", "'"), match.start(), match.end())
        for match in WORD.finditer(text, start, end)
    ]


def speaker_of(entity: Entity) -> Speaker:
    """The speaker that an entity is."""
    return Speaker(entity.id, entity.name)


def subject_before(names: SpeakerMentions, start: int, verb: int) -> Speaker | None:
    """The subject that stands right before a verb, or in front of its apposition, from ``start`` on."""
    found: SpeakerMention | None = None
    for named in reversed(names.within(start, verb)):
        if not _adjacent(names.text[named.end : verb]) or not is_subject(names.text, start, named):
            continue
        if found is None or _RELATIVE.match(names.text, named.end):
            found = named
    return speaker_of(found.entity) if found else _name_before(names.text, start, verb)


def first_subject(names: SpeakerMentions, start: int, end: int) -> Speaker | None:
    """The first subject of a clause, for verbs that continue it ("…, saying", "… and said")."""
    opening = context_words(names.text, start, end)[:8]
    reach = opening[-1].end if opening else start
    for named in names.within(start, end):
        if named.start <= reach and is_subject(names.text, start, named):
            return speaker_of(named.entity)
    return None


def subject_after(names: SpeakerMentions, verb_end: int, limit: int) -> Speaker | None:
    """The subject behind an inverted verb: "said Maria Lenz", "said the agency's head, Maria Lenz"."""
    ahead = context_words(names.text, verb_end, limit)[:16]
    if not ahead or ahead[0].low in reporting_verbs.PREPOSITIONS or not ahead[0].text[0].isalpha():
        return None
    named = _person_after(names, verb_end, ahead)
    if named is not None:
        return speaker_of(named.entity)
    start = ahead[1].start if ahead[0].low in ("the", "a", "an") and len(ahead) > 1 else ahead[0].start
    for other in names.within(verb_end, limit):
        if other.start in (start, ahead[0].start) and _is_head(names.text, other.end):
            return speaker_of(other.entity)
    return _name_at(names.text, ahead[0].start, limit)


def _person_after(names: SpeakerMentions, verb_end: int, ahead: list[ContextWord]) -> SpeakerMention | None:
    for named in names.within(verb_end, ahead[-1].end):
        between = names.text[verb_end : named.start]
        if named.entity.type != EntityType.PERSON or _possessive(names.text, named.end):
            continue
        before = context_words(names.text, verb_end, named.start)
        if between.count(",") > 1 or (before and before[-1].low in reporting_verbs.PREPOSITIONS):
            return None
        return named
    return None


def _is_head(text: str, end: int) -> bool:
    """Whether a name ends its phrase: not "Acme's" nor "the Acme president"."""
    following = context_words(text, end, end + 24)[:1]
    if _possessive(text, end):
        return False
    return (
        not following
        or not following[0].text.isalpha()
        or following[0].low in reporting_verbs.PREPOSITIONS | reporting_verbs.BETWEEN
    )


def _possessive(text: str, end: int) -> bool:
    return text[end : end + 2] in ("'s", "’s") or text[end - 2 : end] in ("'s", "’s")


def is_subject(text: str, start: int, named: SpeakerMention) -> bool:
    """Whether a mention may be a subject: no object of a preposition or of "told", no possessor."""
    return not _possessive(text, named.end) and not _governed(text, start, named.start)


def _governed(text: str, start: int, position: int) -> bool:
    """Whether a preposition or "told" stands before a name, its titles and one adjective."""
    before = context_words(text, max(start, position - _REACH), position)
    while before and (before[-1].text[0].isupper() or before[-1].low in ("the", ".")):
        if before[-1].low in reporting_verbs.PREPOSITIONS:
            break
        before.pop()
    described = (
        len(before) > _ARTICLE
        and before[-_ARTICLE].low in reporting_verbs.DETERMINERS
        and before[-1].text.islower()
    )
    last = before[-_ARTICLE - 1] if described else before[-1] if before else None
    return last is not None and last.low in reporting_verbs.PREPOSITIONS | reporting_verbs.ADDRESSING


def _adjacent(between: str) -> bool:
    """Whether only adverbs, auxiliaries or an apposition stand between a subject and its verb."""
    stripped = between.strip()
    if not stripped:
        return True
    if len(stripped) > _LONGEST_APPOSITION:
        return False
    inside = context_words(stripped, 0, len(stripped))
    if inside[0].text == "," and "," in stripped[1:]:
        tail = context_words(stripped, stripped.rindex(",") + 1, len(stripped))
        return _only_between(tail)
    if inside[0].text == "(" and ")" in stripped:
        return _only_between(context_words(stripped, stripped.rindex(")") + 1, len(stripped)))
    return _only_between(inside)


def _only_between(inside: list[ContextWord]) -> bool:
    return len(inside) <= _MOST_BETWEEN and all(
        word.low in reporting_verbs.BETWEEN or word.low.endswith("ly") or word.text == "," for word in inside
    )


def _name_before(text: str, start: int, verb: int) -> Speaker | None:
    """A capitalised name right before a verb, when no entity stands there."""
    found = None
    for match in _NAME.finditer(text, start, verb):
        if _adjacent(text[match.end() : verb]):
            found = match
            break
    if found is None:
        return None
    before = context_words(text, max(start, found.start() - _REACH), found.start())
    if _governed(text, start, found.start()) or (before and before[-1].low in reporting_verbs.DETERMINERS):
        return None
    return _named(found[0], sentence_initial=not before)


def _name_at(text: str, start: int, limit: int) -> Speaker | None:
    match = _NAME.match(text, start, limit)
    return _named(match[0], sentence_initial=False) if match else None


def _named(written: str, *, sentence_initial: bool) -> Speaker | None:
    """A speaker by name alone: titles and opening words taken off, at least two words where it is unsure."""
    parts = written.split()
    titled = False
    while parts and parts[0].lower().strip(".") in reporting_verbs.NOT_NAMES:
        titled = titled or parts[0].lower().strip(".") not in ("the", "a", "an", "but", "and")
        parts.pop(0)
    if not parts or any(
        part.lower() in reporting_verbs.NOT_NAMES or _possessive(part, len(part)) for part in parts
    ):
        return None
    if all(part.isupper() for part in parts) or (sentence_initial and len(parts) == 1 and not titled):
        return None
    return Speaker(None, " ".join(parts).rstrip(".,"))
