"""Introductions of the people and organisations of a text: "Mayor Ines Calloway", "Ben Hale, 34"."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.model import EntityType
from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.speaker_candidates import low_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.model import Entity
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
_AGED: Final = re.compile(r"#[xTKGU]*,?$")
_MORE_NAME: Final = ("T", "K", "U")
_REACH_OF_AGE: Final = 24


class Introduction(NamedTuple):
    """Words by which an entity was introduced, and where its name ends."""

    entity: Entity
    words: frozenset[str]
    end: int


class Introductions:
    """Index of how the entities of a text are introduced."""

    def __init__(self, names: SpeakerMentions) -> None:
        self._names = names
        self._found: dict[tuple[str, EntityType], tuple[Introduction, ...]] = {}

    def has_role(self, person: Entity) -> bool:
        """Return whether a person is introduced anywhere by what they are."""
        return any(
            True
            for named in self._names.mentions
            if named.entity.id == person.id
            for _ in (*self._before_name(named), *self._behind_name(named))
        )

    def by_age(self, noun: SpeakerNoun) -> list[Introduction]:
        """Return the introductions of persons by an age: "Maria Lenz, 34", "34-year-old driver Jon Hale"."""
        names = self._names
        return [
            self._of(named, named.start, named.end)
            for named in names.within(0, noun.start)
            if named.entity.type == EntityType.PERSON and self._is_of_age(named, noun.head)
        ]

    def _is_of_age(self, named: SpeakerMention, written: str) -> bool:
        """Return whether an age stands behind a person's name, or as written before it."""
        names = self._names
        behind = tag_words(names, named.end, named.end + _REACH_OF_AGE)
        if behind.tags[:2] in (",#", "(#") and behind.chunks[1].word.low in (
            written,
            written.partition("-")[0],
        ):
            return True
        before = tag_words(names, max(0, named.start - _REACH_BEFORE), named.start)
        aged = _AGED.search(before.tags)
        more_name = behind.tags[:1] in _MORE_NAME
        return aged is not None and not more_name and before.chunks[aged.start()].word.low == written

    @cached_property
    def _low(self) -> str:
        return self._names.text.lower()

    def beside(self, word: str, kind: EntityType) -> tuple[Introduction, ...]:
        """Return the introductions of entities of a type that stand beside a word."""
        if (word, kind) not in self._found:
            self._found[word, kind] = tuple(
                found
                for match in re.finditer(rf"\b{re.escape(word)}\b", self._low)
                for found in self._introduced(match.start(), match.end(), kind)
            )
        return self._found[word, kind]

    def _introduced(self, start: int, end: int, kind: EntityType) -> Iterator[Introduction]:
        """Yield the introductions whose words hold a stretch."""
        names = self._names
        for named in names.within(max(0, start - _REACH_AFTER), min(len(names.text), end + _REACH_BEFORE)):
            if named.entity.type != kind:
                continue
            if named.start <= start < named.end:
                yield self._of(named, named.start, named.end)
            elif start >= named.end:
                yield from self._behind_name(named)
            else:
                yield from self._before_name(named)

    def _before_name(self, named: SpeakerMention) -> Iterator[Introduction]:
        before = tag_words(self._names, max(0, named.start - _REACH_BEFORE), named.start)
        found = _BEFORE_NAME.search(before.tags)
        if found and found[0].endswith(",") and self._names.text[named.end : named.end + 1].isspace():
            return
        if found:
            first, last = found.span("role" if found["role"] else "apposed")
            yield self._of(named, before.start(first), before.end(last - 1))
        elif named.entity.type == EntityType.ORG:
            described = _DESCRIBED.search(before.tags)
            if described:
                yield self._of(named, before.start(described.start()), named.start)

    def _behind_name(self, named: SpeakerMention) -> Iterator[Introduction]:
        text = self._names.text
        behind = tag_words(self._names, named.end, min(len(text), named.end + _REACH_AFTER))
        found = _BEHIND_NAME.match(behind.tags)
        if found:
            first, last = found.span("role" if found["role"] else "copula")
            yield self._of(named, behind.start(first), behind.end(last - 1))

    def _of(self, named: SpeakerMention, start: int, end: int) -> Introduction:
        words = frozenset(low_words(self._names.rules, self._names.text, start, end))
        return Introduction(named.entity, words, named.end)
