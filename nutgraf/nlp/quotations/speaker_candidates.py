"""Candidates for the speaker of a quotation: entities, or at least names, around a reporting verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.model import EntityType, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.model import Entity
    from nutgraf.nlp.lang.schema.possessives import Possessives
    from nutgraf.nlp.lang.schema.quotations import QuotationRules, SpeakerWords

_SPEAKING: Final = frozenset(
    {EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.LOC, EntityType.NORP}
)
WORD: Final = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*|[^\w\s]")
_MOST_BETWEEN: Final = 5
_ARTICLE: Final = 2
_REACH: Final = 60
_LONGEST_APPOSITION: Final = 160
_WORDS_TO_FIRST_SUBJECT: Final = 8
_WORDS_TO_SUBJECT_AFTER: Final = 16
_NEXT_WORD: Final = 24


class ContextWord(NamedTuple):
    """A word or sign of the text around a quotation; ``low`` is its lower-case form with straight quotes."""

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
    """The mentions of a text that can speak, in order, with the rules of the text's language."""

    def __init__(self, text: str, entities: Sequence[Entity], rules: QuotationRules) -> None:
        self.text = text
        self.rules = rules
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
        """Return the mentions that lie inside a stretch."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [named for named in self.mentions[low:high] if named.end <= end]


def context_words(text: str, start: int, end: int) -> list[ContextWord]:
    """Return the words and signs of a stretch."""
    return [
        ContextWord(match[0], match[0].lower().replace("’", "'"), match.start(), match.end())
        for match in WORD.finditer(text, start, end)
    ]


def may_stand_between(words: SpeakerWords, low: str) -> bool:
    """Return whether a word may stand between a subject and its verb."""
    return low in words.between or low.endswith(words.adverb_endings)


def speaker_of(entity: Entity) -> Speaker:
    """Return the speaker that an entity is."""
    return Speaker(entity.id, entity.name)


def subject_before(names: SpeakerMentions, start: int, verb: int) -> Speaker | None:
    """Return the subject right before a verb, or in front of its apposition, from ``start`` on."""
    found: SpeakerMention | None = None
    for named in reversed(names.within(start, verb)):
        between = names.text[named.end : verb]
        if not _is_adjacent(names.rules.words, between) or not is_subject(names, start, named):
            continue
        if found is None or names.rules.words.relative_clause.match(names.text, named.end):
            found = named
    return speaker_of(found.entity) if found else _name_before(names, start, verb)


def first_subject(names: SpeakerMentions, start: int, end: int) -> Speaker | None:
    """Return the first subject of a clause, for verbs that continue it ("…, saying", "… and said")."""
    opening = context_words(names.text, start, end)[:_WORDS_TO_FIRST_SUBJECT]
    reach = opening[-1].end if opening else start
    for named in names.within(start, end):
        if named.start <= reach and is_subject(names, start, named):
            return speaker_of(named.entity)
    return None


def subject_after(names: SpeakerMentions, verb_end: int, limit: int) -> Speaker | None:
    """Return the subject behind an inverted verb: "said Maria Lenz", "said the agency's head, Maria Lenz"."""
    words = names.rules.words
    ahead = context_words(names.text, verb_end, limit)[:_WORDS_TO_SUBJECT_AFTER]
    if not ahead or ahead[0].low in words.prepositions or not ahead[0].text[0].isalpha():
        return None
    person = _person_after(names, verb_end, ahead)
    if person is not None:
        return speaker_of(person.entity)
    start = ahead[1].start if ahead[0].low in words.articles and len(ahead) > 1 else ahead[0].start
    for other in names.within(verb_end, limit):
        if other.start in (start, ahead[0].start) and _ends_phrase(names, other.end):
            return speaker_of(other.entity)
    match = names.rules.name.match(names.text, ahead[0].start, limit)
    return _unlinked_speaker(names.rules, match[0], sentence_initial=False) if match else None


def _person_after(names: SpeakerMentions, verb_end: int, ahead: list[ContextWord]) -> SpeakerMention | None:
    rules = names.rules
    for named in names.within(verb_end, ahead[-1].end):
        between = names.text[verb_end : named.start]
        if named.entity.type != EntityType.PERSON or _is_possessive(rules.possessives, names.text, named.end):
            continue
        before = context_words(names.text, verb_end, named.start)
        if between.count(",") > 1 or (before and before[-1].low in rules.words.prepositions):
            return None
        return named
    return None


def _ends_phrase(names: SpeakerMentions, end: int) -> bool:
    """Return whether a name ends its phrase: not "Acme's" nor "the Acme president"."""
    if _is_possessive(names.rules.possessives, names.text, end):
        return False
    words = names.rules.words
    following = context_words(names.text, end, end + _NEXT_WORD)[:1]
    return (
        not following
        or not following[0].text.isalpha()
        or following[0].low in words.prepositions
        or following[0].low in words.between
    )


def _is_possessive(possessives: Possessives, text: str, end: int) -> bool:
    """Return whether a possessive ending stands behind a name or at its end."""
    endings = possessives.endings
    return text.startswith(endings, end) or text.endswith(endings, 0, end)


def is_subject(names: SpeakerMentions, start: int, named: SpeakerMention) -> bool:
    """Return whether a mention may be a subject: no object of a preposition or of "told", no possessor."""
    return not _is_possessive(names.rules.possessives, names.text, named.end) and not _is_object(
        names, start, named.start
    )


def _is_object(names: SpeakerMentions, start: int, position: int) -> bool:
    """Return whether a preposition or "told" stands before a name, its titles and one adjective."""
    words = names.rules.words
    before = context_words(names.text, max(start, position - _REACH), position)
    while before and (
        before[-1].text[0].isupper() or before[-1].text == "." or before[-1].low in words.definite_articles
    ):
        if before[-1].low in words.prepositions:
            break
        before.pop()
    described = (
        len(before) > _ARTICLE and before[-_ARTICLE].low in words.determiners and before[-1].text.islower()
    )
    last = before[-_ARTICLE - 1] if described else before[-1] if before else None
    return last is not None and (last.low in words.prepositions or last.low in names.rules.verbs.addressing)


def _is_adjacent(words: SpeakerWords, between: str) -> bool:
    """Return whether only adverbs, auxiliaries or an apposition stand between a subject and its verb."""
    stripped = between.strip()
    if not stripped:
        return True
    if len(stripped) > _LONGEST_APPOSITION:
        return False
    inside = context_words(stripped, 0, len(stripped))
    if inside[0].text == "," and "," in stripped[1:]:
        inside = context_words(stripped, stripped.rindex(",") + 1, len(stripped))
    elif inside[0].text == "(" and ")" in stripped:
        inside = context_words(stripped, stripped.rindex(")") + 1, len(stripped))
    return len(inside) <= _MOST_BETWEEN and all(
        word.text == "," or may_stand_between(words, word.low) for word in inside
    )


def _name_before(names: SpeakerMentions, start: int, verb: int) -> Speaker | None:
    """Return the capitalised name right before a verb, when no entity stands there."""
    rules, text = names.rules, names.text
    found = next(
        (
            match
            for match in rules.name.finditer(text, start, verb)
            if _is_adjacent(rules.words, text[match.end() : verb])
        ),
        None,
    )
    if found is None:
        return None
    before = context_words(text, max(start, found.start() - _REACH), found.start())
    if _is_object(names, start, found.start()) or (before and before[-1].low in rules.words.determiners):
        return None
    return _unlinked_speaker(rules, found[0], sentence_initial=not before)


def _unlinked_speaker(rules: QuotationRules, written: str, *, sentence_initial: bool) -> Speaker | None:
    """Return a speaker by name alone, titles and opening words taken off.

    None for a name in capitals or in the possessive, and for a single word that opens its sentence without a
    title.
    """
    words, parts, titled = rules.words, written.split(), False
    while parts:
        low = parts[0].lower().strip(".")
        if low not in rules.not_names:
            break
        titled = titled or (low not in words.articles and low not in words.conjunctions)
        parts.pop(0)
    if not parts or any(
        part.lower() in rules.not_names or _is_possessive(rules.possessives, part, len(part))
        for part in parts
    ):
        return None
    if all(part.isupper() for part in parts) or (sentence_initial and len(parts) == 1 and not titled):
        return None
    return Speaker(None, " ".join(parts).rstrip(".,"))
