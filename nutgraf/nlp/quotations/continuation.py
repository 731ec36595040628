"""Speakers of quotations without an attribution of their own, from what stands before them.

A quotation goes on from the one before it in its paragraph, or over paragraphs by its marks. A paragraph
that is nothing but a quotation has the speaker of the paragraph before: whoever it quotes at its end, or the
person of whose words its last sentence reports; and so has a sentence that is nothing but a quotation that of
the sentence before. A question is not answered by who asked it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.reporting_clauses import attribute_to_subject_before
from nutgraf.nlp.quotations.speaker_candidates import context_words, is_of_manner, is_reporting_verb
from nutgraf.nlp.quotations.subject import Attribution
from nutgraf.nlp.quotations.subject_after_verb import main_subject

if TYPE_CHECKING:
    from nutgraf.nlp.quotations.quotation_marks import QuotedStretch
    from nutgraf.nlp.quotations.speaker_candidates import ContextWord, SpeakerMentions
    from nutgraf.nlp.quotations.stretch_context import StretchContext

_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_NEAR: Final = 3
_SENTENCE_ENDS: Final = ".?!…'’"
_OTHER_SUBJECTS: Final = frozenset("POSGUTKYHrqvwe")
_SUBORDINATING: Final = ("z", "p")
_ENDS: Final = ".,?!…'’"
_LONGEST_OBJECT: Final = 80
_LONGEST_SENTENCE: Final = 600


class Continuation:
    """Finder of the speaker of a quotation that nothing beside it attributes."""

    def __init__(self, names: SpeakerMentions, context: StretchContext) -> None:
        self._names = names
        self._context = context

    def inherited(
        self,
        stretch: QuotedStretch,
        found: list[tuple[QuotedStretch, Attribution | None]],
        last: int | None,
    ) -> Attribution | None:
        """Return the attribution of what stands before a quotation, when this one goes on from it.

        Args:
            stretch: the quotation.
            found: the quotations before it, with their attributions.
            last: the index of the last of them that has one.
        """
        before, given = found[last] if last is not None else (None, None)
        if before is not None:
            if stretch.continued and found[-1][0] is before:
                return given
            if stretch.block == before.block and self._goes_on(before, stretch):
                return given
        return self._of_sentence_before(stretch, found) or self._of_paragraph_before(stretch, found)

    def _of_sentence_before(
        self, stretch: QuotedStretch, found: list[tuple[QuotedStretch, Attribution | None]]
    ) -> Attribution | None:
        """Return whose words the sentence before reports, for a quotation that is a sentence of its own."""
        context = self._context
        number = context.sentence_number(context.before_mark(stretch.start)) - 1
        if number < 0 or not context.opens_sentence(stretch):
            return None
        before, block = context.sentences[number], context.blocks[stretch.block]
        quoted = bool(found) and found[-1][0].end > before.start
        if quoted or before.start < block.start or context.text[stretch.end - 1] not in _SENTENCE_ENDS:
            return None
        return self._reported(before.start, before.end)

    def _goes_on(self, before: QuotedStretch, stretch: QuotedStretch) -> bool:
        """Return whether only an attribution, or a joining word or two, stands between two quotations."""
        context = self._context
        between = context.text[before.end : stretch.start]
        if context.has_colon_before(stretch):
            return False
        if context.opens_sentence(stretch):
            sentences = context.sentence_number(stretch.start) - context.sentence_number(before.end)
            return sentences <= 1 or self._is_near(between)
        if self._is_near(between):
            return not self._has_other_subject(before, stretch.start)
        return self._is_in_scope(before, stretch)

    def _is_in_scope(self, before: QuotedStretch, stretch: QuotedStretch) -> bool:
        """Return whether two parts of a sentence stand behind one verb, and nobody else between them."""
        context, names = self._context, self._names
        sentence = context.sentences[context.sentence_number(context.before_mark(before.start))]
        start, opening = sentence.start, context.before_mark(stretch.start)
        if opening >= sentence.end or self._is_near(context.text[stretch.start : stretch.end]):
            return False
        between = tag_words(names, context.past_mark(before.end), opening).tags
        return _OTHER_SUBJECTS.isdisjoint(between) and self._first_verb(start, before.start) is not None

    def _is_near(self, between: str) -> bool:
        return len(_WORD.findall(between[:400])) <= _NEAR

    def _has_other_subject(self, before: QuotedStretch, start: int) -> bool:
        """Return whether a person right before a quotation may speak it ("called it “bad” and Holt “good”").

        Where a name stands before the first of them too, both are what is spoken of.
        """
        text, mark = self._context.text, self._context.before_mark
        opening = mark(before.start)
        objects = self._names.within(max(0, opening - _LONGEST_OBJECT), opening)
        if objects and not text[objects[-1].end : opening].strip():
            return False
        return any(
            named.entity.type == EntityType.PERSON and not text[named.end : mark(start)].strip()
            for named in self._names.within(before.end, mark(start))
        )

    def _of_paragraph_before(
        self, stretch: QuotedStretch, found: list[tuple[QuotedStretch, Attribution | None]]
    ) -> Attribution | None:
        """Return the attribution of a paragraph that is nothing but a quotation, from the one before it."""
        context, number = self._context, stretch.block - 1
        if number < 0 or not context.fills_block(stretch) or context.text[stretch.end - 1] not in _ENDS:
            return None
        sentences = context.sentences_of_block(number)
        caption = bool(sentences) and context.text[sentences[-1].end - 1].isalnum()
        if not sentences or sentences[-1].heading or caption:
            return None
        index = context.last_quoted_in(number)
        if index is None:
            return self._introduced(
                stretch, sentences[-1].start, sentences[-1].end, context.blocks[number].start
            )
        before, given = found[index]
        if given is None or not given.speakers or self._is_question(before, given):
            return None
        behind = context.past_mark(before.end)
        in_last_sentence = context.sentence_number(max(behind, before.end)) >= context.sentence_number(
            sentences[-1].start
        )
        speaking = {speaker.entity_id for speaker in given.speakers}
        others = any(
            named.entity.type == EntityType.PERSON and named.entity.id not in speaking
            for named in self._names.within(before.end, context.blocks[number].end)
        )
        return given if in_last_sentence and not others else None

    def _is_question(self, before: QuotedStretch, given: Attribution) -> bool:
        asked = (given.cue or "").lower() in self._names.rules.verbs.asking
        return asked or self._context.text[before.end - 1] == "?"

    def _introduced(self, stretch: QuotedStretch, start: int, end: int, opening: int) -> Attribution | None:
        """Return whom the last sentence of the paragraph before lets speak.

        That is the subject of its reporting verb, else its only person, if a subject and the quotation is in
        the first person.
        """
        start = max(start, end - _LONGEST_SENTENCE)
        if self._first_verb(start, end) is not None:
            return self._reported(start, end)
        subject = main_subject(self._names, start, end)
        persons = {
            named.entity.id
            for named in self._names.within(opening, end)
            if named.entity.type == EntityType.PERSON
        }
        if subject is None or len(subject.speakers) != 1 or persons != {subject.speakers[0].entity_id}:
            return None
        return Attribution(None, subject) if self._in_first_person(stretch) else None

    def _first_verb(self, start: int, end: int) -> ContextWord | None:
        rules, text = self._names.rules, self._names.text
        words = context_words(text, max(start, end - _LONGEST_SENTENCE), end)
        passive = rules.words.passive_auxiliaries
        reporting = (
            word
            for before, word in pairwise(words)
            if before.low not in passive and is_reporting_verb(rules, text, word)
        )
        return next((word for word in reporting if not is_of_manner(rules, word)), None)

    def _reported(self, start: int, end: int) -> Attribution | None:
        """Return the person who is the subject of a sentence's first reporting verb, in its main clause."""
        verb = self._first_verb(start, end)
        if verb is None:
            return None
        tags = tag_words(self._names, start, verb.start).tags
        if tags[:1] in _SUBORDINATING and "," not in tags:
            return None
        given = attribute_to_subject_before(self._names, start, verb)
        return given if given.names_somebody and self._is_person(given) else None

    def _is_person(self, given: Attribution) -> bool:
        subject = given.subject
        if subject is None or subject.noun is not None:
            return False
        if subject.pronoun is not None:
            return subject.pronoun.low in self._names.rules.words.person_pronouns
        return all(speaker.entity_id in self._names.persons for speaker in subject.speakers)

    def _in_first_person(self, stretch: QuotedStretch) -> bool:
        first = self._names.rules.words.first_persons
        return any(word.low in first for word in context_words(self._names.text, stretch.start, stretch.end))
