"""Resolution of a speaker's pronoun ("he", "she") to the only person whom it can stand for.

The resolver searches the pronoun's own sentence in front of it, then the nearest earlier sentence (three at
most) that names a person or ends an attributed quotation. There the pronoun is whoever was quoted, else the
one person named, if as a subject, else the one of several whom a reporting verb follows ("Lenz said that
Petrov had left. She added"). Words inside quotations do not count, and a title of the other gender ("Mr"
against "she") excludes a person. In doubt the pronoun is nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.quotations import speaker_candidates
from nutgraf.nlp.quotations.speaker_candidates import may_stand_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.model import Entity
    from nutgraf.nlp.quotations.quotation_marks import QuotedStretch
    from nutgraf.nlp.quotations.speaker_candidates import ContextWord, SpeakerMention, SpeakerMentions
    from nutgraf.nlp.spans import SentenceSpan

_SENTENCES_BACK: Final = 3
_REACH: Final = 60
_MOST_WORDS: Final = 3
_LONGEST_TITLE: Final = 12
_LONGEST_SENTENCE: Final = 2000


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
        self._persons = {
            named.entity.id: named.entity
            for named in names.mentions
            if named.entity.type == EntityType.PERSON
        }
        self._spoke: dict[int, Entity] = {}
        self._titles: dict[str, frozenset[str]] = {}

    def note(self, position: int, entity_id: str) -> None:
        """Record that a person, if it is one, spoke the quotation that ends at a position."""
        if entity_id in self._persons:
            self._spoke[self._sentence(position)] = self._persons[entity_id]

    def resolve(self, pronoun: ContextWord) -> Entity | None:
        """Return the person that a pronoun stands for, or None."""
        here = self._sentence(pronoun.start)
        for index in range(here, max(here - _SENTENCES_BACK - 1, -1), -1):
            end = pronoun.start if index == here else self._sentences[index].end
            start = max(self._sentences[index].start, end - _LONGEST_SENTENCE)
            named = self._named(start, end)
            spoke = self._spoke.get(index)
            if named or spoke is not None:
                others = any(one.entity.id != spoke.id for one in named) if spoke else True
                quoted = spoke if index < here or not others else None
                chosen = quoted or self._only_subject(named, start)
                return chosen if chosen and self._agrees(pronoun.low, chosen) else None
        return None

    def _sentence(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _named(self, start: int, end: int) -> list[SpeakerMention]:
        """Return the persons named in a stretch outside quotations."""
        return [
            named
            for named in self._names.within(start, end)
            if named.entity.type == EntityType.PERSON and not self._inside_quotation(named.start)
        ]

    def _only_subject(self, named: list[SpeakerMention], start: int) -> Entity | None:
        """Return the one person who is a subject; of several, the one whom a reporting verb follows."""
        subjects = [one for one in named if speaker_candidates.is_subject(self._names, start, one)]
        if len({one.entity.id for one in named}) > 1:
            subjects = [one for one in subjects if self._has_reporting_verb(one)]
        distinct = {one.entity.id: one.entity for one in subjects}
        return next(iter(distinct.values())) if len(distinct) == 1 else None

    def _has_reporting_verb(self, named: SpeakerMention) -> bool:
        rules = self._names.rules
        ahead = speaker_candidates.context_words(self._names.text, named.end, named.end + _REACH)
        following = [word for word in ahead[:_MOST_WORDS] if not may_stand_between(rules.words, word.low)]
        return bool(following) and following[0].low in rules.verbs.forms

    def _agrees(self, pronoun: str, entity: Entity) -> bool:
        if entity.id not in self._titles:
            self._titles[entity.id] = frozenset(self._openings(entity))
        return self._titles[entity.id].isdisjoint(self._names.rules.words.person_pronouns[pronoun])

    def _openings(self, entity: Entity) -> Iterator[str]:
        """Yield the first word of each of a person's names, and the word before it, where titles stand."""
        for mention in entity.mentions:
            before = self._names.text[max(0, mention.start - _LONGEST_TITLE) : mention.start]
            forms = (mention.text.split()[:1], before.split()[-1:] if mention.field == "text" else [])
            yield from (word.lower().strip(".") for form in forms for word in form)

    def _inside_quotation(self, position: int) -> bool:
        index = bisect_right(self._quoted_starts, position) - 1
        return index >= 0 and position < self._quoted[index].end
