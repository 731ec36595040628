"""Choice of the person whom a pronoun stands for among those whom one sentence names.

That is the one person named, if as a subject or in a sentence about nobody else, else the one of several
whom a reporting verb follows ("Lenz said that Petrov had left. She added") or who is the only subject. A
title or a first name of the other gender ("Mr" against "she") excludes a person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.speaker_candidates import (
    is_possessive,
    is_subject,
    may_stand_between,
)
from nutgraf.nlp.quotations.subject_after_verb import main_subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.model import Entity
    from nutgraf.nlp.quotations.speaker_candidates import SpeakerMention, SpeakerMentions

_REACH: Final = 60
_REACH_OF_VERB: Final = 30
_MOST_WORDS: Final = 3
_MOST_PERSONS: Final = 2
_LONGEST_TITLE: Final = 12
_OBJECT: Final = re.compile(r"b*[xv]b*[DAHTUGO#]*")
_UNNAMED: Final = re.compile(r"A[x#UGOSTK]*[xT](?:[pw][^,ev]*)?b*v")
_OWNED_ROLE: Final = re.compile(r"[bz]*,?H[x#UGOS]*T(?![TKYPUdoS])")
_REACH_OF_UNNAMED: Final = 160
_NOT_BEHIND_OBJECT: Final = frozenset("vbx,")
_NONE: Final[frozenset[str]] = frozenset()


class Antecedents:
    """Chooser among the persons of a sentence."""

    def __init__(self, names: SpeakerMentions) -> None:
        self._names = names
        self._titles: dict[str, frozenset[str]] = {}

    def is_subject(self, start: int, named: SpeakerMention) -> bool:
        """Return whether a mention may be a subject of the sentence that starts at ``start``."""
        return is_subject(self._names, start, named)

    def agrees(self, pronoun: str, entity: Entity) -> bool:
        """Return whether no title of a person, and not the first name, is of the other gender."""
        rules = self._names.rules
        if entity.id not in self._titles:
            self._titles[entity.id] = frozenset(self._openings(entity))
        given = rules.nouns.given_names.get(pronoun, _NONE)
        opposite = rules.words.person_pronouns[pronoun]
        return self._titles[entity.id].isdisjoint(opposite) and self._first_name(entity) not in given

    def undoubted(
        self, pronoun: str, only: Entity | None, everyone: Sequence[SpeakerMention]
    ) -> Entity | None:
        """Return a chosen person, or None if a surname was left out for the first name of its entity.

        The surname may be another person's, whom the entity resolution took for the same. A chosen person
        whose first name agrees with the pronoun, or whose words the sentence reports, is in no doubt.
        """
        if only is None:
            return None
        first = self._first_name(only)
        others = self._names.rules.nouns.given_names.items()
        speaking = any(one.entity.id == only.id and self._has_reporting_verb(one) for one in everyone)
        if speaking or any(first in names for other, names in others if other != pronoun):
            return only
        return None if self.leaves_out_surname(pronoun, everyone) else only

    def leaves_out_surname(self, pronoun: str, everyone: Sequence[SpeakerMention]) -> bool:
        """Return whether a pronoun cannot mean the first name of an entity that a surname stands for here."""
        return any(
            " " in one.entity.name
            and " " not in self._names.text[one.start : one.end]
            and not self.agrees(pronoun, one.entity)
            for one in everyone
        )

    def speaks_unnamed(self, start: int, end: int) -> bool:
        """Return whether somebody without a name speaks in a sentence: "A witness told reporters"."""
        opening = self._names.text[start : min(end, start + _REACH)].split(maxsplit=1)[:1]
        if not opening or opening[0].lower() not in self._names.rules.words.determiners:
            return False
        return bool(_UNNAMED.match(tag_words(self._names, start, min(end, start + _REACH_OF_UNNAMED)).tags))

    def acts_unnamed(self, start: int, end: int, pronoun: str) -> bool:
        """Return whether somebody's lawyer or aide, whom a pronoun may mean, is the subject of a sentence."""
        words = tag_words(self._names, start, min(end, start + _REACH_OF_UNNAMED))
        found = _OWNED_ROLE.match(words.tags)
        if not found:
            return False
        role = words.chunks[found.end() - 1].word.low
        return self._names.rules.nouns.genders.get(role, pronoun) == pronoun

    def only_answerer(self, named: Sequence[SpeakerMention]) -> Entity | None:
        """Return the only person of a sentence that asks somebody else."""
        return named[0].entity if len({one.entity.id for one in named}) == 1 else None

    def choose(
        self,
        named: Sequence[SpeakerMention],
        sentence: tuple[int, int],
        last: str | None,
        *,
        objects: bool,
        continuing: bool,
    ) -> Entity | None:
        """Return the one person whom a pronoun behind a sentence stands for, or None.

        Args:
            named: the persons that the sentence names, without those whom the pronoun cannot mean.
            sentence: where the sentence starts and ends.
            last: the id of who spoke last before it.
            objects: whether a person who is no subject may be meant.
            continuing: whether the pronoun goes on speaking, and so is whoever of several spoke last there.
        """
        start, end = sentence
        several = len({one.entity.id for one in named}) > 1
        if not several and self._is_before_verb(named[0]) and self.is_subject(start, named[0]):
            return named[0].entity
        main = main_subject(self._names, start, end)
        leading = {one.entity_id for one in main.speakers} if main else set()
        unnamed = main is not None and not main.speakers and main.pronoun is None
        if unnamed and all(self._is_direct_object(one) for one in named):
            return None
        subjects = [one for one in named if one.entity.id in leading or self.is_subject(start, one)]
        if several:
            speaking = [one for one in subjects if self._has_reporting_verb(one)]
            speaking = speaking[-1:] if continuing else speaking
            subjects = speaking or self._leading(named, subjects, leading)
        elif not subjects and (last == named[0].entity.id or (objects and not unnamed)):
            subjects = [one for one in named if last == one.entity.id or self._is_object(one)]
        distinct = {one.entity.id: one.entity for one in subjects}
        return next(iter(distinct.values())) if len(distinct) == 1 else None

    def _leading(
        self, named: Sequence[SpeakerMention], subjects: list[SpeakerMention], leading: set[str | None]
    ) -> list[SpeakerMention]:
        """Return the main subject of several persons; nobody if its verb has another as its object."""
        first = [one for one in subjects if one.entity.id in leading]
        if not first:
            return []
        others = [one for one in named if one.entity.id not in leading and one.start > first[0].end]
        between = tag_words(self._names, first[0].end, others[0].start).tags if others else ""
        return [] if others and _OBJECT.fullmatch(between) else first

    def _is_direct_object(self, named: SpeakerMention) -> bool:
        """Return whether a person stands right behind a word that may be a verb, and before none."""
        behind = tag_words(self._names, named.end, named.end + _REACH).tags[:1]
        return (
            self._tags_before(named).rstrip("DAHTUGO#")[-1:] == "x"
            and bool(behind)
            and (behind not in _NOT_BEHIND_OBJECT)
        )

    def _is_object(self, named: SpeakerMention) -> bool:
        """Return whether a person is an object of a sentence: no possessor, and not behind "of"."""
        if is_possessive(self._names.rules.possessives, self._names.text, named.end):
            return False
        return self._tags_before(named).rstrip("DAHTUxGOS#")[-1:] != "o"

    def _tags_before(self, named: SpeakerMention) -> str:
        return tag_words(self._names, max(0, named.start - _REACH), named.start).tags

    def _has_reporting_verb(self, named: SpeakerMention) -> bool:
        """Return whether a reporting verb follows a person, or stands right before one ("..., said Lenz")."""
        return self._is_before_verb(named) or self._is_behind_verb(named)

    def _is_behind_verb(self, named: SpeakerMention) -> bool:
        words = tag_words(self._names, max(0, named.start - _REACH), named.start)
        verb = len(words.tags.rstrip("DAHTUxGOSK#")) - 1
        if verb < 1 or words.tags[verb] != "v" or words.tags[verb - 1] != ",":
            return False
        return words.chunks[verb].word.low in self._names.rules.verbs.clause_final

    def _is_before_verb(self, named: SpeakerMention) -> bool:
        rules = self._names.rules
        ahead = self._names.words(named.end, named.end + _REACH_OF_VERB)
        following = [word for word in ahead[:_MOST_WORDS] if not may_stand_between(rules.words, word.low)]
        return bool(following) and following[0].low in rules.verbs.forms

    def _first_name(self, entity: Entity) -> str:
        """Return a person's first name, titles left out; empty for a surname alone."""
        not_names = self._names.rules.not_names
        parts = [part for part in entity.name.lower().split() if part.strip(".") not in not_names]
        return parts[0] if len(parts) > 1 else ""

    def _openings(self, entity: Entity) -> Iterator[str]:
        """Yield the first word of each of a person's names, and the word before it, where titles stand."""
        for mention in entity.mentions:
            before = self._names.text[max(0, mention.start - _LONGEST_TITLE) : mention.start]
            forms = (mention.text.split()[:1], before.split()[-1:] if mention.field == "text" else [])
            yield from (word.lower().strip(".") for form in forms for word in form)


def are_few(everyone: Sequence[SpeakerMention]) -> bool:
    """Return whether a sentence names so few persons that one of them may be meant as an object."""
    return len({one.entity.id for one in everyone}) <= _MOST_PERSONS
