"""Resolution of a speaker's pronoun ("he", "she", "it", "they") to the only one whom it can stand for.

The resolver searches the pronoun's own sentence in front of it, then the nearest earlier sentence (three at
most) that names a person or ends an attributed quotation. There the pronoun is whoever was quoted, else the
one person named, if as a subject or in a sentence about no other person, else the one of several whom a
reporting verb follows ("Lenz said that Petrov had left. She added") or who is the only subject. A sentence
whose subject is the same pronoun is passed over. Words inside quotations do not count, and a title or
a first name of the other gender ("Mr" against "she") excludes a person. "It" is the organisation that the
last sentences quote, "they" those who spoke together there. In doubt the pronoun is nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.quotations import speaker_candidates
from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.speaker_candidates import is_possessive, may_stand_between, speaker_of
from nutgraf.nlp.quotations.subject_after_verb import main_subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.model import Entity, Speaker
    from nutgraf.nlp.quotations.quotation_marks import QuotedStretch
    from nutgraf.nlp.quotations.speaker_candidates import ContextWord, SpeakerMention, SpeakerMentions
    from nutgraf.nlp.spans import SentenceSpan

_SENTENCES_BACK: Final = 3
_REACH: Final = 60
_MOST_WORDS: Final = 3
_LONGEST_TITLE: Final = 12
_LONGEST_SENTENCE: Final = 2000
_OBJECT: Final = re.compile(r"b*[xv]b*[DAHTUGO#]*")
_NONE: Final[frozenset[str]] = frozenset()


class PronounResolver:
    """Index of the persons of a text by sentence, quotations left out, and of who spoke where."""

    def __init__(
        self, names: SpeakerMentions, sentences: Sequence[SentenceSpan], quoted: Sequence[QuotedStretch]
    ) -> None:
        self._names = names
        self._sentences = [span for span in sentences if not span.heading]
        self._starts = [span.start for span in self._sentences]
        self._quoted = quoted
        self._quoted_starts = [stretch.start for stretch in quoted]
        self._spoke: dict[int, tuple[Speaker, ...]] = {}
        self._titles: dict[str, frozenset[str]] = {}
        self._last: str | None = None

    def note(self, position: int, speakers: tuple[Speaker, ...]) -> None:
        """Record who spoke the quotation that ends at a position."""
        self._spoke[self._sentence(position)] = speakers
        self._last = speakers[0].entity_id if len(speakers) == 1 else None

    def resolve(self, pronoun: ContextWord, *, without: frozenset[str] = _NONE) -> tuple[Speaker, ...]:
        """Return whom a pronoun stands for; nobody in doubt.

        Args:
            pronoun: the pronoun.
            without: ids of persons for whom it does not stand.
        """
        words = self._names.rules.words
        if pronoun.low in words.person_pronouns:
            person = self._person(pronoun, without)
            return (speaker_of(person),) if person else ()
        return self._last_speakers(pronoun, plural=pronoun.low in words.plural_pronouns)

    def _last_speakers(self, pronoun: ContextWord, *, plural: bool) -> tuple[Speaker, ...]:
        """Return who spoke last, several for a plural, else an organisation, if nobody is named since."""
        here = self._sentence(pronoun.start)
        for index in range(here, max(here - _SENTENCES_BACK, -1), -1):
            spoke = self._spoke.get(index)
            if spoke is not None:
                fits = (
                    len(spoke) > 1
                    if plural
                    else len(spoke) == 1 and spoke[0].entity_id not in self._names.persons
                )
                return spoke if fits else ()
            if index < here and self._named(self._sentences[index].start, self._sentences[index].end):
                return ()
        return ()

    def _person(self, pronoun: ContextWord, without: frozenset[str]) -> Entity | None:
        here = self._sentence(pronoun.start)
        for index in range(here, max(here - _SENTENCES_BACK - 1, -1), -1):
            end = pronoun.start if index == here else self._sentences[index].end
            start = max(self._sentences[index].start, end - _LONGEST_SENTENCE)
            named = [
                one
                for one in self._named(start, end)
                if one.entity.id not in without and self._agrees(pronoun.low, one.entity)
            ]
            spoke = self._spoken(index, pronoun.low, without)
            if spoke is None and named and (index == here or self._goes_on(start, end, pronoun.low)):
                named = [one for one in named if self._is_subject(start, one)] if index == here else []
            if spoke is not None:
                others = [one for one in named if one.entity.id != spoke.id]
                if index < here:
                    return None if self._follows_quotation(others, start, end) else spoke
                if not others:
                    return spoke
            if named:
                near = index >= here - 1
                only = self._only_subject(named, start, end, alone=bool(without), near=near)
                if only is not None or not self._is_continuing(pronoun):
                    return only
        return None

    def _is_continuing(self, pronoun: ContextWord) -> bool:
        """Return whether a pronoun goes on speaking: "he also noted", "she added"."""
        rules = self._names.rules
        ahead = speaker_candidates.context_words(self._names.text, pronoun.end, pronoun.end + _REACH)[:1]
        return any(word.low in rules.words.continuing | rules.verbs.continuing for word in ahead)

    def _follows_quotation(self, others: list[SpeakerMention], start: int, end: int) -> bool:
        """Return whether a clause behind a sentence's quotation has one of several persons as its subject."""
        closings = [one.end for one in self._quoted if start < one.end <= end]
        return bool(closings) and any(
            one.start > closings[-1]
            and self._is_subject(start, one)
            and not set("vzc") & set(tag_words(self._names, closings[-1], one.start).tags)
            for one in others
        )

    def _goes_on(self, start: int, end: int, pronoun: str) -> bool:
        """Return whether a sentence has the same pronoun as its subject, and so names nobody else for it."""
        if pronoun not in self._names.text[start : min(end, start + _REACH)].lower():
            return False
        subject = main_subject(self._names, start, end)
        return subject is not None and subject.pronoun is not None and subject.pronoun.low == pronoun

    def _is_subject(self, start: int, named: SpeakerMention) -> bool:
        return speaker_candidates.is_subject(self._names, start, named)

    def _spoken(self, index: int, pronoun: str, without: frozenset[str]) -> Entity | None:
        """Return the person who spoke in a sentence, if the pronoun can stand for them."""
        spoke = self._spoke.get(index, ())
        person = self._names.persons.get(spoke[0].entity_id or "") if len(spoke) == 1 else None
        if person is None or person.id in without or not self._agrees(pronoun, person):
            return None
        return person

    def _sentence(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _named(self, start: int, end: int) -> list[SpeakerMention]:
        """Return the persons named in a stretch outside quotations."""
        return [
            named
            for named in self._names.within(start, end)
            if named.entity.type == EntityType.PERSON and not self._inside_quotation(named.start)
        ]

    def _only_subject(
        self, named: list[SpeakerMention], start: int, end: int, *, alone: bool, near: bool
    ) -> Entity | None:
        """Return the one person who is a subject; of several, the one whom a reporting verb follows.

        With ``alone`` the only person is it, even if no subject: whoever was asked answers.
        """
        distinct = {one.entity.id: one.entity for one in named}
        if alone and len(distinct) == 1:
            return named[0].entity
        main = main_subject(self._names, start, end)
        leading = {one.entity_id for one in main.speakers} if main else set()
        unnamed = main is not None and not main.speakers and main.pronoun is None
        if unnamed and all(self._is_direct_object(one) for one in named):
            return None
        subjects = [one for one in named if one.entity.id in leading or self._is_subject(start, one)]
        if len(distinct) > 1:
            speaking = [one for one in subjects if self._has_reporting_verb(one)]
            subjects = speaking or self._leading(named, subjects, leading)
        elif not subjects and (
            self._last == named[0].entity.id or (near and (main is None or bool(main.speakers)))
        ):
            subjects = [one for one in named if self._last == one.entity.id or self._is_object(one)]
        distinct = {one.entity.id: one.entity for one in subjects}
        return next(iter(distinct.values())) if len(distinct) == 1 else None

    def _leading(
        self, named: list[SpeakerMention], subjects: list[SpeakerMention], leading: set[str | None]
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
        before = tag_words(self._names, max(0, named.start - _REACH), named.start).tags.rstrip("DAHTUGO#")
        behind = tag_words(self._names, named.end, named.end + _REACH).tags
        return before[-1:] == "x" and behind[:1] not in ("v", "b", "x", ",", "")

    def _is_object(self, named: SpeakerMention) -> bool:
        """Return whether a person is an object of a sentence: no possessor, and not behind "of"."""
        rules, text = self._names.rules, self._names.text
        before = tag_words(self._names, max(0, named.start - _REACH), named.start).tags.rstrip("DAHTUxGOS#")
        return not is_possessive(rules.possessives, text, named.end) and before[-1:] != "o"

    def _has_reporting_verb(self, named: SpeakerMention) -> bool:
        rules = self._names.rules
        ahead = speaker_candidates.context_words(self._names.text, named.end, named.end + _REACH)
        following = [word for word in ahead[:_MOST_WORDS] if not may_stand_between(rules.words, word.low)]
        return bool(following) and following[0].low in rules.verbs.forms

    def _agrees(self, pronoun: str, entity: Entity) -> bool:
        """Return whether no title of a person, and not the first name, is of the other gender."""
        rules = self._names.rules
        if entity.id not in self._titles:
            self._titles[entity.id] = frozenset(self._openings(entity))
        given = rules.nouns.given_names.get(pronoun, _NONE)
        opposite = rules.words.person_pronouns[pronoun]
        return self._titles[entity.id].isdisjoint(opposite) and self._first_name(entity) not in given

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

    def _inside_quotation(self, position: int) -> bool:
        index = bisect_right(self._quoted_starts, position) - 1
        return index >= 0 and position < self._quoted[index].end
