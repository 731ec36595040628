"""Quotations: what stands between quotation marks and was said by somebody, with the speaker if named.

Marks around a name, a title or a word that nobody is said to have spoken (scare quotes) are no quotation: one
or two words need an attribution, and so do titles (words that all begin with a capital). The second part of a
split quotation, and one that follows in the same paragraph without words of its own, has the first part's
speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType, Quote, Speaker
from nutgraf.nlp.lang.en import reporting_verbs
from nutgraf.nlp.quotations import attribution, quotation_marks
from nutgraf.nlp.quotations.attribution import Attribution
from nutgraf.nlp.quotations.pronoun_resolution import PronounResolver
from nutgraf.nlp.quotations.speaker_candidates import SpeakerMentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.model import Entity
    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.quotations.quotation_marks import QuotedStretch
    from nutgraf.nlp.spans import SentenceSpan

__all__ = ["extract_quotations"]

_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_FEWEST_UNATTRIBUTED: Final = 3
_NEAR: Final = 3
_ENDS: Final = ".,?!"
_LONGEST_OBJECT: Final = 80


def extract_quotations(doc: Doc, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Find the quotations in the sentences of a document.

    Args:
        doc: the document with its sentences; nothing outside them is read.
        entities: whom a speaker may be resolved to, through their mentions in the field "text".

    Returns:
        Quotations without their marks, sorted by start, never overlapping, with ``text[start:end] ==
        quote.text``. One that runs over paragraphs is one item a paragraph. A speaker without ``entity_id``
        was named, but is none of the entities; no speaker means that none was found.
    """
    ordered = sorted(doc.sentences, key=lambda span: span.start)
    return _Reading(doc.text, ordered, entities).quotes()


class _Reading:
    """One pass over the quotations of a text, in order."""

    def __init__(self, text: str, sentences: Sequence[SentenceSpan], entities: Sequence[Entity]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [span.start for span in sentences]
        self._blocks = quotation_marks.paragraph_blocks(text, sentences)
        self._quoted = quotation_marks.quoted_stretches(text, self._blocks)
        self._names = SpeakerMentions(text, entities)
        self._pronouns = PronounResolver(self._names, sentences, self._quoted)

    def quotes(self) -> tuple[Quote, ...]:
        """All quotations, with continued ones sharing the attribution that any of their parts has."""
        found: list[tuple[QuotedStretch, Attribution | None]] = []
        last: tuple[QuotedStretch, Attribution] | None = None
        for index, stretch in enumerate(self._quoted):
            own = self._attribution(index, found[-1][1] if found else None) or self._at_end(index)
            inherited = self._inherited(stretch, last) if own is None else None
            settled = own or inherited
            if settled is not None:
                settled = self._resolved(settled, stretch)
                last = (stretch, settled)
            found.append((stretch, settled))
        return self._kept(_spread_back(found))

    def _kept(self, found: list[tuple[QuotedStretch, Attribution | None]]) -> tuple[Quote, ...]:
        return tuple(
            Quote(
                self._text[stretch.start : stretch.end],
                stretch.start,
                stretch.end,
                given.speaker if given else None,
                given.cue if given else None,
            )
            for stretch, given in found
            if self._is_quotation(stretch, given)
        )

    def _attribution(self, index: int, earlier: Attribution | None) -> Attribution | None:
        """The attribution that stands directly before or after a quotation; ``earlier`` is the last one's."""
        stretch = self._quoted[index]
        closing = self._past_mark(stretch.end)
        limit = self._limit(index, closing)
        behind = attribution.attribution_after(self._names, stretch.end, closing, limit)
        if behind is not None:
            return behind
        start, adjoining = self._clause(index)
        opening = self._before_mark(stretch.start)
        if start >= opening:
            return None
        return attribution.attribution_before(
            self._names, start, opening, adjoining=adjoining, earlier=earlier
        )

    def _at_end(self, index: int) -> Attribution | None:
        """The attribution at the end of a quotation's sentence, if the words are enough for a quotation."""
        stretch = self._quoted[index]
        if not self._is_quotation(stretch, None):
            return None
        closing = self._past_mark(stretch.end)
        limit = self._limit(index, closing)
        in_one_sentence = bisect_right(self._starts, closing) == bisect_right(self._starts, limit - 1)
        if self._text[stretch.end - 1] in _ENDS or not in_one_sentence:
            return None
        return attribution.attribution_at_end(self._names, closing, limit)

    def _past_mark(self, position: int) -> int:
        while position < len(self._text) and self._text[position].isspace():
            position += 1
        return min(position + 1, len(self._text))

    def _before_mark(self, position: int) -> int:
        while position > 0 and self._text[position - 1].isspace():
            position -= 1
        return max(position - 1, 0)

    def _limit(self, index: int, closing: int) -> int:
        """Where the words that may attribute a quotation end: with their sentence, or at the next one."""
        position = closing
        while position < len(self._text) and self._text[position].isspace():
            position += 1
        number = bisect_right(self._starts, position) - 1
        end = self._sentences[number].end
        block = self._blocks[self._quoted[index].block]
        following = self._quoted[index + 1].start - 1 if index + 1 < len(self._quoted) else len(self._text)
        return max(closing, min(end, block.end, following))

    def _clause(self, index: int) -> tuple[int, bool]:
        """Where the words that lead up to a quotation start, and whether another one ends there."""
        stretch = self._quoted[index]
        opening = self._before_mark(stretch.start)
        number = bisect_right(self._starts, opening) - 1
        start = self._sentences[number].start
        if start == opening and number > 0 and self._ends_with_colon(number - 1):
            start = self._sentences[number - 1].start
        if index and self._quoted[index - 1].end >= start:
            return self._past_mark(self._quoted[index - 1].end), True
        return start, False

    def _ends_with_colon(self, number: int) -> bool:
        return self._text[self._sentences[number].end - 1] == ":" and not self._sentences[number].heading

    def _inherited(
        self, stretch: QuotedStretch, last: tuple[QuotedStretch, Attribution] | None
    ) -> Attribution | None:
        """The attribution of the quotation before, when this one goes on from it in the same paragraph."""
        if last is None:
            return None
        before, given = last
        if stretch.continued:
            return given
        if stretch.block != before.block:
            return None
        return given if self._goes_on(before, stretch.start) else None

    def _goes_on(self, before: QuotedStretch, start: int) -> bool:
        """Whether only an attribution, or a joining word or two, stands between two quotations."""
        between = self._text[before.end : start]
        sentences = bisect_right(self._starts, start) - bisect_right(self._starts, before.end)
        if start == self._quote_opening_sentence(start):
            return sentences <= 1 or self._is_near(between)
        return self._is_near(between) and not self._has_other_subject(before, start)

    def _is_near(self, between: str) -> bool:
        return len(_WORD.findall(between[:400])) <= _NEAR

    def _has_other_subject(self, before: QuotedStretch, start: int) -> bool:
        """Whether a person right before a quotation may speak it ("Reed called it “bad” and Holt “worse”").

        Where a name stands before the first of them too, both are what is spoken of.
        """
        opening = self._before_mark(before.start)
        objects = self._names.within(max(0, opening - _LONGEST_OBJECT), opening)
        if objects and not self._text[objects[-1].end : opening].strip():
            return False
        between = self._names.within(before.end, self._before_mark(start))
        return any(
            named.entity.type == EntityType.PERSON
            and not self._text[named.end : self._before_mark(start)].strip()
            for named in between
        )

    def _quote_opening_sentence(self, start: int) -> int:
        """The start of a quotation, if it opens its sentence; else -1."""
        opening = self._before_mark(start)
        number = bisect_right(self._starts, opening) - 1
        return start if self._sentences[number].start == opening else -1

    def _resolved(self, given: Attribution, stretch: QuotedStretch) -> Attribution:
        """The attribution with its pronoun resolved; a person who speaks is remembered."""
        if given.speaker is None and given.pronoun is not None:
            person = self._pronouns.resolve(given.pronoun)
            if person is not None:
                given = Attribution(given.cue, Speaker(person.id, person.name), given.pronoun)
        speaker = given.speaker
        if speaker is not None and speaker.entity_id is not None:
            self._pronouns.note(stretch.end, speaker.entity_id)
        return given

    def _is_quotation(self, stretch: QuotedStretch, given: Attribution | None) -> bool:
        words = _WORD.findall(self._text, stretch.start, stretch.end)
        if not words:
            return False
        start = max(0, stretch.start - 200)
        if attribution.names_something(self._text, start, self._before_mark(stretch.start), len(words)):
            return False
        if given is not None and (given.speaker or given.pronoun or given.cue in reporting_verbs.DESCRIBING):
            return True
        titled = all(word[0].isupper() or word[0].isdigit() or len(word) <= _NEAR for word in words)
        return len(words) >= _FEWEST_UNATTRIBUTED and not titled


def _spread_back(
    found: list[tuple[QuotedStretch, Attribution | None]],
) -> list[tuple[QuotedStretch, Attribution | None]]:
    """Gives the parts of a quotation over paragraphs that stand before its attribution the same one."""
    spread = list(found)
    for index in range(len(spread) - 1, 0, -1):
        stretch, given = spread[index]
        if stretch.continued and given is not None and spread[index - 1][1] is None:
            spread[index - 1] = (spread[index - 1][0], given)
    return spread
