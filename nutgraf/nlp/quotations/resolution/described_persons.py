"""Resolution of a description ("the keeper, 34", "the young woman") to the person just named without one.

A feature names a person, and then tells of "the fisher" or "the 29-year-old" who they are. That is the only
person of the sentence before, as its subject, if nothing else was said of them, the quotation is in the first
person, and the text has spoken of nobody of that description before. Those whom an event brings with it, so
that a report may quote them without an introduction ("the doctor", "the neighbour"), are somebody else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.speaker_candidates import context_words, speaker_of

if TYPE_CHECKING:
    from nutgraf.model import Entity, Speaker
    from nutgraf.nlp.quotations.quotation_marks import QuotedStretch
    from nutgraf.nlp.quotations.resolution.antecedents import Antecedents
    from nutgraf.nlp.quotations.resolution.introductions import Introductions
    from nutgraf.nlp.quotations.speaker_candidates import SpeakerMention, SpeakerMentions
    from nutgraf.nlp.quotations.stretch_context import StretchContext
    from nutgraf.nlp.quotations.subject import SpeakerNoun

_OPENS_CLAUSE: Final = re.compile(r"(?:^|[,e])b*x?U?$|,vU?$")
_LONGEST_SENTENCE: Final = 400
_REACH: Final = 40


class DescribedPersons:
    """Finder of the person whom a description of one person means, though nobody was introduced by it."""

    def __init__(
        self,
        names: SpeakerMentions,
        context: StretchContext,
        introductions: Introductions,
        antecedents: Antecedents,
    ) -> None:
        self._names = names
        self._context = context
        self._introductions = introductions
        self._antecedents = antecedents

    def resolve(self, noun: SpeakerNoun, stretch: QuotedStretch) -> tuple[Speaker, ...]:
        """Return whom a noun behind a quotation stands for; nobody in doubt."""
        named = self._named_before(stretch)
        if named is None or not self._may_be_called(named.entity, noun, stretch.start):
            return ()
        if self._introductions.has_role(named.entity) or not self._fits(noun, named.entity):
            return ()
        return (speaker_of(named.entity),) if self._speaks(stretch, named.entity) else ()

    def _named_before(self, stretch: QuotedStretch) -> SpeakerMention | None:
        """Return the only person of the sentence before a quotation that opens its own, if a subject."""
        context = self._context
        number = context.sentence_number(context.before_mark(stretch.start)) - 1
        if number < 0 or not context.opens_sentence(stretch):
            return None
        before = context.sentences[number]
        start = max(before.start, before.end - _LONGEST_SENTENCE)
        if before.start < context.blocks[stretch.block].start or before.heading:
            return None
        named = [one for one in self._names.within(start, before.end) if one.entity.type == EntityType.PERSON]
        if len({one.entity.id for one in named}) != 1:
            return None
        opening = tag_words(self._names, start, named[0].start).tags
        following = context_words(self._names.text, named[0].end, named[0].end + _REACH)[:1]
        passive = any(word.low in self._names.rules.words.passive_auxiliaries for word in following)
        return named[0] if _OPENS_CLAUSE.search(opening) and not passive else None

    def _may_be_called(self, person: Entity, noun: SpeakerNoun, position: int) -> bool:
        """Return whether a noun is no onlooker's and nobody's, and not used in the text before a position.

        For an occupation, nobody else may be named there either.
        """
        names, nouns = self._names, self._names.rules.nouns
        phrase = context_words(names.text, noun.start, noun.start + _REACH)[: len(noun.before) + 1]
        owned = any(word.low.endswith(names.rules.possessives.endings) for word in phrase)
        if owned or noun.head in nouns.onlookers:
            return False
        if re.search(rf"\b{re.escape(noun.head)}", names.text[:position].lower()):
            return False
        others = {one.entity.id for one in names.within(0, position)} & names.persons.keys() - {person.id}
        return not others or noun.tag == "#" or noun.head in nouns.genders

    def _fits(self, noun: SpeakerNoun, person: Entity) -> bool:
        pronoun = self._names.rules.nouns.genders.get(noun.head)
        return pronoun is None or self._antecedents.agrees(pronoun, person)

    def _speaks(self, stretch: QuotedStretch, person: Entity) -> bool:
        """Return whether a quotation is in the first person and does not tell of the person."""
        words = self._names.rules.words
        spoken = {word.low for word in context_words(self._names.text, stretch.start, stretch.end)}
        return not words.first_persons.isdisjoint(spoken) and all(
            forms.isdisjoint(spoken) or not self._antecedents.agrees(pronoun, person)
            for pronoun, forms in words.third_persons.items()
        )
