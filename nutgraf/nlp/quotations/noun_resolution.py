"""Resolution of a noun ("the airline", "the two ministers") to whom the text introduced by it before.

A role is whoever was introduced with it ("Foreign Minister Ines Calloway", "Ben Hale, the team's coach"); of
several the one whom the last sentences name. A kind is the organisation that bears it in its name, or was
introduced by it, else the only organisation of the text that can be one. In doubt the noun is nobody.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.model import EntityType
from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.speaker_candidates import low_words, speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.model import Entity, Speaker
    from nutgraf.nlp.quotations.speaker_candidates import SpeakerMention, SpeakerMentions
    from nutgraf.nlp.quotations.subject import SpeakerNoun

_REACH_BEFORE: Final = 90
_REACH_AFTER: Final = 110
_BEFORE_NAME: Final = re.compile(
    r"(?P<role>[xSOGUTK#]*[TK][xU]?(?:o[DA]?[UGOSx]+)?),?$|(?P<apposed>[xSOGUTK#]*[TK][op][DA]?[UGOSKTx]+),$"
)
_BEHIND_NAME: Final = re.compile(
    r"(?:,[#x]{1,2})?[,(](?P<role>[DAH]?[xSGOUKT#]*[TK])(?![Pbv]|,P)|b(?P<copula>[DA][xSGOUKT#]*[TK])"
)
_DESCRIBED: Final = re.compile(r"[xGUS#]+$")
_EMPLOYER: Final = re.compile(r"P[op][DAH]?[xUG]*$")
_AGED: Final = re.compile(r"#[xTKGU]*,?$")
_MORE_NAME: Final = ("T", "K", "U")
_REACH_OF_AGE: Final = 24
_NEAR: Final = 600
_LEAST_MENTIONS: Final = 3
_MUCH_MORE: Final = 2


class _Introduction(NamedTuple):
    """Words by which an entity was introduced, and where its name ends."""

    entity: Entity
    words: frozenset[str]
    end: int


class NounResolver:
    """Index of how the entities of a text are introduced."""

    def __init__(self, names: SpeakerMentions) -> None:
        self._names = names
        self._nouns = names.rules.nouns
        self._found: dict[tuple[str, EntityType], tuple[_Introduction, ...]] = {}

    def resolve(self, noun: SpeakerNoun) -> tuple[Speaker, ...]:
        """Return whom a noun stands for; nobody in doubt."""
        if noun.tag == "K":
            found = self._organisation(noun)
            return (speaker_of(found),) if found else ()
        if noun.tag == "Y":
            return self._several(noun)
        found = self._of_age(noun) if noun.tag == "#" else self._with_role(noun, noun.head)
        person = self._only(found, noun.start)
        return (speaker_of(person),) if person else ()

    def has_role(self, person: Entity) -> bool:
        """Return whether a person is introduced anywhere by what they are."""
        return any(
            True
            for named in self._names.mentions
            if named.entity.id == person.id
            for _ in (*self._before_name(named), *self._behind_name(named))
        )

    def _of_age(self, noun: SpeakerNoun) -> list[_Introduction]:
        """Return the introductions of persons by an age: "Maria Lenz, 34", "34-year-old driver Jon Hale"."""
        names, age = self._names, noun.head.partition("-")[0]
        found = []
        for named in names.within(0, noun.start):
            if named.entity.type != EntityType.PERSON:
                continue
            behind = tag_words(names, named.end, named.end + _REACH_OF_AGE)
            before = tag_words(names, max(0, named.start - _REACH_BEFORE), named.start)
            head = _AGED.search(before.tags)
            ages = [behind.chunks[1].word.low] if behind.tags[:2] in (",#", "(#") else []
            if head and behind.tags[:1] not in _MORE_NAME:
                ages.append(before.chunks[head.start()].word.low)
            if any(one in (age, noun.head) for one in ages):
                found.append(self._introduction(named, named.start, named.end))
        return found

    @cached_property
    def _low(self) -> str:
        return self._names.text.lower()

    def _introductions(self, word: str, kind: EntityType) -> tuple[_Introduction, ...]:
        """Return the introductions of entities of a type that stand beside a word."""
        if (word, kind) not in self._found:
            self._found[word, kind] = tuple(
                found
                for match in re.finditer(rf"\b{re.escape(word)}\b", self._low)
                for found in self._introduced(match.start(), match.end(), kind)
            )
        return self._found[word, kind]

    def _introduced(self, start: int, end: int, kind: EntityType) -> Iterator[_Introduction]:
        """Yield the introductions whose words hold a stretch."""
        names = self._names
        for named in names.within(max(0, start - _REACH_AFTER), min(len(names.text), end + _REACH_BEFORE)):
            if named.entity.type != kind:
                continue
            if named.start <= start < named.end:
                yield self._introduction(named, named.start, named.end)
            elif start >= named.end:
                yield from self._behind_name(named)
            else:
                yield from self._before_name(named)

    def _before_name(self, named: SpeakerMention) -> Iterator[_Introduction]:
        before = tag_words(self._names, max(0, named.start - _REACH_BEFORE), named.start)
        found = _BEFORE_NAME.search(before.tags)
        if found and found[0].endswith(",") and self._names.text[named.end : named.end + 1].isspace():
            return
        if found:
            first, last = found.span("role" if found["role"] else "apposed")
            yield self._introduction(named, before.start(first), before.end(last - 1))
        elif named.entity.type == EntityType.ORG:
            described = _DESCRIBED.search(before.tags)
            if described:
                yield self._introduction(named, before.start(described.start()), named.start)

    def _behind_name(self, named: SpeakerMention) -> Iterator[_Introduction]:
        text = self._names.text
        behind = tag_words(self._names, named.end, min(len(text), named.end + _REACH_AFTER))
        found = _BEHIND_NAME.match(behind.tags)
        if found:
            first, last = found.span("role" if found["role"] else "copula")
            yield self._introduction(named, behind.start(first), behind.end(last - 1))

    def _introduction(self, named: SpeakerMention, start: int, end: int) -> _Introduction:
        words = frozenset(low_words(self._names.rules, self._names.text, start, end))
        return _Introduction(named.entity, words, named.end)

    def _with_role(self, noun: SpeakerNoun, role: str) -> list[_Introduction]:
        """Return the introductions of persons with a role before a noun, that fit the noun's other words."""
        others = self._nouns.other_offices
        described = self._described(noun)
        return [
            one
            for one in self._introductions(role, EntityType.PERSON)
            if one.end <= noun.start and role in one.words and others & one.words <= described <= one.words
        ]

    def _described(self, noun: SpeakerNoun) -> set[str]:
        """Return the words before a noun that an introduction must repeat: no possessors, no counts."""
        rules = self._names.rules
        return {
            word
            for word in noun.before
            if word not in rules.words.determiners and word not in self._nouns.counts
        }

    def _only(self, found: list[_Introduction], position: int) -> Entity | None:
        """Return the only entity, or of several the only one that the text before a position names."""
        distinct = {one.entity.id: one.entity for one in found}
        if len(distinct) > 1:
            near = {
                named.entity.id
                for named in self._names.within(max(0, position - _NEAR), position)
                if named.entity.id in distinct
            }
            distinct = {key: entity for key, entity in distinct.items() if key in near}
        return next(iter(distinct.values())) if len(distinct) == 1 else None

    def _several(self, noun: SpeakerNoun) -> tuple[Speaker, ...]:
        """Return the people of a plural, if as many were introduced as it counts."""
        role = self._nouns.plural_roles.get(noun.head)
        count = next(
            (self._nouns.counts[word] for word in (*noun.before, noun.head) if word in self._nouns.counts), 0
        )
        if role is None or count == 0:
            return ()
        distinct = {one.entity.id: one.entity for one in self._with_role(noun, role)}
        return tuple(map(speaker_of, distinct.values())) if len(distinct) == count else ()

    def _organisation(self, noun: SpeakerNoun) -> Entity | None:
        before = [named for named in self._names.within(0, noun.start) if named.entity.type == EntityType.ORG]
        candidates = {named.entity.id: named.entity for named in before}
        fitting = {
            key
            for key, entity in candidates.items()
            if self._is_of_kind(entity, noun) and self._bears(entity, self._described(noun), noun.start)
        }
        if len(fitting) > 1:
            near = {one.entity.id for one in before if one.start > noun.start - _NEAR}
            fitting &= near
            return candidates[next(iter(fitting))] if len(fitting) == 1 else None
        if fitting:
            return candidates[next(iter(fitting))]
        if noun.head not in self._nouns.open_kinds:
            return None
        if self._described(noun):
            return self._only(self._described_so(noun), noun.start)
        independent = [
            one for one in before if not (self._is_of_other_kind(one.entity) or self._is_employer(one))
        ]
        return self._salient(independent, noun.start)

    def _bears(self, entity: Entity, described: set[str], position: int) -> bool:
        """Return whether the name or an introduction of an organisation has all words before a noun."""
        left = described - self._parts(entity)
        return not left or any(
            one.entity.id == entity.id and one.end <= position and left <= one.words
            for one in self._introductions(min(left), EntityType.ORG)
        )

    def _parts(self, entity: Entity) -> set[str]:
        """Return the words of an entity's name, lower case and without possessive endings."""
        return set(low_words(self._names.rules, entity.name, 0, len(entity.name)))

    def _is_employer(self, named: SpeakerMention) -> bool:
        """Return whether an organisation is named only to tell whose a person is: "Lenz of Acme"."""
        before = tag_words(self._names, max(0, named.start - _REACH_BEFORE), named.start)
        return bool(_EMPLOYER.search(before.tags))

    def _described_so(self, noun: SpeakerNoun) -> list[_Introduction]:
        """Return the introductions of organisations that repeat the words before a noun."""
        described = self._described(noun)
        return [
            one
            for one in self._introductions(min(described), EntityType.ORG)
            if one.end <= noun.start and described <= one.words and not self._is_of_other_kind(one.entity)
        ]

    def _is_of_kind(self, entity: Entity, noun: SpeakerNoun) -> bool:
        parts = set(entity.name.lower().split())
        if noun.head in parts or parts & self._nouns.kinds[noun.head]:
            return True
        return any(
            one.entity.id == entity.id and noun.head in one.words and one.end <= noun.start
            for one in self._introductions(noun.head, EntityType.ORG)
        )

    def _is_of_other_kind(self, entity: Entity) -> bool:
        """Return whether an organisation's name says that it is something else."""
        parts = set(entity.name.lower().split())
        return any(
            parts & {noun, *words}
            for noun, words in self._nouns.kinds.items()
            if noun not in self._nouns.open_kinds
        )

    def _salient(self, mentions: list[SpeakerMention], position: int) -> Entity | None:
        """Return the only organisation, or one that is named much more often than any other, and lately."""
        counts: dict[str, int] = {}
        for named in mentions:
            counts[named.entity.id] = counts.get(named.entity.id, 0) + 1
        if not counts:
            return None
        best, *others = sorted(counts, key=lambda key: -counts[key])
        clear = not others or (counts[best] >= max(_LEAST_MENTIONS, _MUCH_MORE * counts[others[0]]))
        if not clear or not any(one.entity.id == best and one.start > position - _NEAR for one in mentions):
            return None
        return next(one.entity for one in mentions if one.entity.id == best)
