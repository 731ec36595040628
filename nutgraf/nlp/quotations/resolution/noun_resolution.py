"""Resolution of a noun ("the airline", "the two ministers") to whom the text introduced by it before.

A role is whoever was introduced with it ("Foreign Minister Ines Calloway", "Ben Hale, the team's coach"); of
several the one whom the last sentences name. A kind is the organisation that bears it in its name, or was
introduced by it, else the only organisation of the text that can be one. In doubt the noun is nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.speaker_candidates import low_words, speaker_of

if TYPE_CHECKING:
    from nutgraf.model import Entity, Speaker
    from nutgraf.nlp.quotations.resolution.introductions import Introduction, Introductions
    from nutgraf.nlp.quotations.speaker_candidates import SpeakerMention, SpeakerMentions
    from nutgraf.nlp.quotations.subject import SpeakerNoun

_EMPLOYER: Final = re.compile(r"P[op][DAH]?[xUG]*$")
_REACH_BEFORE: Final = 90
_NEAR: Final = 600
_LEAST_MENTIONS: Final = 3
_MUCH_MORE: Final = 2


class NounResolver:
    """Finder of whom nouns stand for."""

    def __init__(self, names: SpeakerMentions, introductions: Introductions) -> None:
        self._names = names
        self._introduced = introductions
        self._nouns = names.rules.nouns

    def resolve(self, noun: SpeakerNoun) -> tuple[Speaker, ...]:
        """Return whom a noun stands for; nobody in doubt."""
        if noun.tag == "K":
            found = self._organisation(noun)
            return (speaker_of(found),) if found else ()
        if noun.tag == "Y":
            return self._several(noun)
        aged = noun.tag == "#"
        introduced = self._introduced.by_age(noun) if aged else self._with_role(noun, noun.head)
        person = self._only(introduced, noun.start)
        return (speaker_of(person),) if person else ()

    def _with_role(self, noun: SpeakerNoun, role: str) -> list[Introduction]:
        """Return the introductions of persons with a role before a noun, that fit the noun's other words."""
        others = self._nouns.other_offices
        described = self._described(noun)
        return [
            one
            for one in self._introduced.beside(role, EntityType.PERSON)
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

    def _only(self, found: list[Introduction], position: int) -> Entity | None:
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
            for one in self._introduced.beside(min(left), EntityType.ORG)
        )

    def _parts(self, entity: Entity) -> set[str]:
        """Return the words of an entity's name, lower case and without possessive endings."""
        return set(low_words(self._names.rules, entity.name, 0, len(entity.name)))

    def _is_employer(self, named: SpeakerMention) -> bool:
        """Return whether an organisation is named only to tell whose a person is: "Lenz of Acme"."""
        before = tag_words(self._names, max(0, named.start - _REACH_BEFORE), named.start)
        return bool(_EMPLOYER.search(before.tags))

    def _described_so(self, noun: SpeakerNoun) -> list[Introduction]:
        """Return the introductions of organisations that repeat the words before a noun."""
        described = self._described(noun)
        return [
            one
            for one in self._introduced.beside(min(described), EntityType.ORG)
            if one.end <= noun.start and described <= one.words and not self._is_of_other_kind(one.entity)
        ]

    def _is_of_kind(self, entity: Entity, noun: SpeakerNoun) -> bool:
        parts = set(entity.name.lower().split())
        if noun.head in parts or parts & self._nouns.kinds[noun.head]:
            return True
        return any(
            one.entity.id == entity.id and noun.head in one.words and one.end <= noun.start
            for one in self._introduced.beside(noun.head, EntityType.ORG)
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
