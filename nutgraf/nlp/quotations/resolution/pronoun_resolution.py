"""Resolution of a speaker's pronoun ("he", "she", "it", "they") to the only one whom it can stand for.

The resolver searches the pronoun's own sentence in front of it, then the nearest earlier sentence (three at
most) that names a person or ends an attributed quotation. There the pronoun is whoever was quoted, unless
somebody else is the subject behind the quotation, else the person whom ``Antecedents`` chooses. Words inside
quotations do not count, and a sentence whose subject is the same pronoun is passed over. "It" is the
organisation that the last sentences quote. In doubt the pronoun is nobody.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.resolution.antecedents import Antecedents, are_few
from nutgraf.nlp.quotations.speaker_candidates import context_words, speaker_of
from nutgraf.nlp.quotations.subject_after_verb import main_subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.model import Entity, Speaker
    from nutgraf.nlp.quotations.quotation_marks import QuotedStretch
    from nutgraf.nlp.quotations.speaker_candidates import ContextWord, SpeakerMention, SpeakerMentions
    from nutgraf.nlp.spans import SentenceSpan

_SENTENCES_BACK: Final = 3
_REACH: Final = 60
_REACH_OF_ADVERB: Final = 16
_LONGEST_SENTENCE: Final = 2000
_OTHER_CLAUSE: Final = frozenset("vzc")
_NONE: Final[frozenset[str]] = frozenset()


class PronounResolver:
    """Index of the persons of a text by sentence, quotations left out, and of who spoke where."""

    def __init__(
        self, names: SpeakerMentions, sentences: Sequence[SentenceSpan], quoted: Sequence[QuotedStretch]
    ) -> None:
        self._names = names
        self.antecedents = Antecedents(names)
        self._sentences = [span for span in sentences if not span.heading]
        self._starts = [span.start for span in self._sentences]
        self._quoted = quoted
        self._quoted_starts = [stretch.start for stretch in quoted]
        self._spoke: dict[int, tuple[Speaker, ...]] = {}
        self._last: str | None = None

    def note(self, position: int, speakers: tuple[Speaker, ...]) -> None:
        """Record who spoke the quotation that ends at a position."""
        self._spoke[self._sentence(position)] = speakers
        self._last = speakers[0].entity_id if len(speakers) == 1 else None

    def resolve(self, pronoun: ContextWord, *, without: frozenset[str] = _NONE) -> tuple[Speaker, ...]:
        """Return whom a pronoun stands for; nobody in doubt.

        Args:
            pronoun: the pronoun.
            without: ids of those who asked what it answers, for whom it does not stand.
        """
        words = self._names.rules.words
        if pronoun.low in words.person_pronouns:
            person = self._person(pronoun, without)
            return (speaker_of(person),) if person else ()
        return self._last_organisation(pronoun)

    def sentences_before(
        self, position: int, most: int
    ) -> Iterator[tuple[int, int, tuple[Speaker, ...] | None]]:
        """Yield the sentence of a position up to it and those before: start, end, and who spoke there.

        One that opens with a quotation, or lies inside one, is empty.
        """
        here = self._sentence(position)
        for index in range(here, max(here - most - 1, -1), -1):
            span = self._sentences[index]
            end = span.start if self._inside_quotation(span.start + 1) else min(span.end, position)
            yield span.start, end, self._spoke.get(index)

    def _last_organisation(self, pronoun: ContextWord) -> tuple[Speaker, ...]:
        """Return the organisation that spoke last, if nobody is named since."""
        here = self._sentence(pronoun.start)
        for index in range(here, max(here - _SENTENCES_BACK, -1), -1):
            spoke = self._spoke.get(index)
            if spoke is not None:
                person = spoke[0].entity_id in self._names.persons
                return spoke if len(spoke) == 1 and not person else ()
            if index < here and self._named(self._sentences[index].start, self._sentences[index].end):
                return ()
        return ()

    def _person(self, pronoun: ContextWord, without: frozenset[str]) -> Entity | None:
        here = self._sentence(pronoun.start)
        for index in range(here, max(here - _SENTENCES_BACK - 1, -1), -1):
            end = pronoun.start if index == here else self._sentences[index].end
            start = max(self._sentences[index].start, end - _LONGEST_SENTENCE)
            everyone = [one for one in self._named(start, end) if one.entity.id not in without]
            named = [one for one in everyone if self.antecedents.agrees(pronoun.low, one.entity)]
            spoke = self._spoken(index, pronoun.low, without)
            if spoke is not None:
                return None if self._follows_quotation(named, spoke, start, end) else spoke
            if spoke is None and index == here:
                named = [one for one in named if self.antecedents.is_subject(start, one)]
            if index < here and not named and self._ends_search(pronoun.low, everyone, start, end):
                return None
            if not named or (spoke is None and self._goes_on(start, end, pronoun.low)):
                continue
            if without:
                return self.antecedents.only_answerer(named)
            objects = index >= here - 1 and are_few(everyone)
            goes_on = self._is_continuing(pronoun)
            only = self.antecedents.choose(
                named, (start, end), self._last, objects=objects, continuing=goes_on
            )
            if only is not None or not goes_on:
                return self.antecedents.undoubted(pronoun.low, only, everyone)
        return None

    def _ends_search(self, pronoun: str, everyone: list[SpeakerMention], start: int, end: int) -> bool:
        """Return whether a sentence without a fitting person may have one all the same."""
        if everyone:
            subjects = [one for one in everyone if self.antecedents.is_subject(start, one)]
            return self.antecedents.leaves_out_surname(pronoun, subjects)
        return self.antecedents.speaks_unnamed(start, end) or self.antecedents.acts_unnamed(
            start, end, pronoun
        )

    def _is_continuing(self, pronoun: ContextWord) -> bool:
        """Return whether a pronoun goes on speaking: "he also noted", "she added"."""
        rules = self._names.rules
        ahead = context_words(self._names.text, pronoun.end, pronoun.end + _REACH_OF_ADVERB)[:1]
        return any(word.low in rules.words.continuing | rules.verbs.continuing for word in ahead)

    def _follows_quotation(self, named: list[SpeakerMention], spoke: Entity, start: int, end: int) -> bool:
        """Return whether a clause behind a sentence's last quotation has another person as its subject."""
        low, high = bisect_left(self._quoted_starts, start), bisect_left(self._quoted_starts, end)
        closing = self._quoted[high - 1].end if high > low else end
        return any(
            one.start > closing
            and one.entity.id != spoke.id
            and self.antecedents.is_subject(start, one)
            and _OTHER_CLAUSE.isdisjoint(tag_words(self._names, closing, one.start).tags)
            for one in named
        )

    def _goes_on(self, start: int, end: int, pronoun: str) -> bool:
        """Return whether a sentence has the same pronoun as its subject, and so names nobody else for it."""
        if pronoun not in self._names.text[start : min(end, start + _REACH)].lower():
            return False
        subject = main_subject(self._names, start, end)
        return subject is not None and subject.pronoun is not None and subject.pronoun.low == pronoun

    def _spoken(self, index: int, pronoun: str, without: frozenset[str]) -> Entity | None:
        """Return the person who spoke in a sentence, if the pronoun can stand for them."""
        spoke = self._spoke.get(index, ())
        person = self._names.persons.get(spoke[0].entity_id or "") if len(spoke) == 1 else None
        if person is None or person.id in without or not self.antecedents.agrees(pronoun, person):
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

    def _inside_quotation(self, position: int) -> bool:
        index = bisect_right(self._quoted_starts, position) - 1
        return index >= 0 and position < self._quoted[index].end
