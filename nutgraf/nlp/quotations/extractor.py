"""Extraction of quotations, with their speaker where one is named.

Marks around a name, a title or a word that nobody is said to have spoken (scare quotes) are no quotation: one
or two words need an attribution, and so do titles (words that all begin with a capital). The second part of a
split quotation, and one that follows in the same paragraph without an attribution of its own, has the first
part's speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType, Quote, Speaker
from nutgraf.nlp.lang.schema.quotations import QuotationRules
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

_EMPTY: Final = QuotationRules()
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_FEWEST_UNATTRIBUTED: Final = 3
_NEAR: Final = 3
_ENDS: Final = ".,?!"
_LONGEST_OBJECT: Final = 80
_REACH_OF_NAME: Final = 200


def extract_quotations(doc: Doc, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Extract the quotations from the sentences of a document.

    Args:
        doc: the document with its sentences; nothing outside them is read. In an unsupported language
            quotations are found by their marks, and a speaker only in front of a colon.
        entities: whom a speaker may be resolved to, through their mentions in the field "text".

    Returns:
        Quotations without their marks, sorted by start, never overlapping, with ``text[start:end] ==
        quote.text``. One that runs over paragraphs is one item a paragraph. A speaker without ``entity_id``
        was named, but is none of the entities; no speaker means that none was found.
    """
    ordered = sorted(doc.sentences, key=lambda span: span.start)
    rules = doc.language.quotations if doc.language else _EMPTY
    return _Extraction(doc.text, ordered, entities, rules).quotes()


class _Extraction:
    """One pass over the quotations of a text, in order."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[SentenceSpan],
        entities: Sequence[Entity],
        rules: QuotationRules,
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [span.start for span in sentences]
        self._blocks = quotation_marks.paragraph_blocks(text, sentences)
        self._quoted = quotation_marks.quoted_stretches(text, self._blocks, rules)
        self._names = SpeakerMentions(text, entities, rules)
        self._pronouns = PronounResolver(self._names, sentences, self._quoted)

    def quotes(self) -> tuple[Quote, ...]:
        """Return all quotations, with continued ones sharing the attribution that any of their parts has."""
        found: list[tuple[QuotedStretch, Attribution | None]] = []
        last: tuple[QuotedStretch, Attribution] | None = None
        for index, stretch in enumerate(self._quoted):
            own = self._attribution(index, found[-1][1] if found else None) or self._at_end(index)
            inherited = self._inherited(stretch, last) if own is None else None
            given = own or inherited
            if given is not None:
                given = self._resolved(given, stretch)
                last = (stretch, given)
            found.append((stretch, given))
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
        """Return the attribution right before or after a quotation; ``earlier`` is the last quotation's."""
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
        """Return the attribution at the end of a quotation's sentence, if a quotation has enough words."""
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
        """Return where words that may attribute a quotation end: with the sentence or at the next mark."""
        position = closing
        while position < len(self._text) and self._text[position].isspace():
            position += 1
        number = bisect_right(self._starts, position) - 1
        end = self._sentences[number].end
        block = self._blocks[self._quoted[index].block]
        following = self._quoted[index + 1].start - 1 if index + 1 < len(self._quoted) else len(self._text)
        return max(closing, min(end, block.end, following))

    def _clause(self, index: int) -> tuple[int, bool]:
        """Return where the words that lead up to a quotation start, and whether another one ends there."""
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
        """Return the attribution of the quotation before, when this one goes on from it."""
        if last is None:
            return None
        before, given = last
        if stretch.continued:
            return given
        if stretch.block != before.block:
            return None
        return given if self._goes_on(before, stretch.start) else None

    def _goes_on(self, before: QuotedStretch, start: int) -> bool:
        """Return whether only an attribution, or a joining word or two, stands between two quotations."""
        between = self._text[before.end : start]
        sentences = bisect_right(self._starts, start) - bisect_right(self._starts, before.end)
        if start == self._quote_opening_sentence(start):
            return sentences <= 1 or self._is_near(between)
        return self._is_near(between) and not self._has_other_subject(before, start)

    def _is_near(self, between: str) -> bool:
        return len(_WORD.findall(between[:400])) <= _NEAR

    def _has_other_subject(self, before: QuotedStretch, start: int) -> bool:
        """Return whether a person right before a quotation may speak it ("called it “bad” and Holt “good”").

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
        """Return the start of a quotation, if it opens its sentence; else -1."""
        opening = self._before_mark(start)
        number = bisect_right(self._starts, opening) - 1
        return start if self._sentences[number].start == opening else -1

    def _resolved(self, given: Attribution, stretch: QuotedStretch) -> Attribution:
        """Return the attribution with its pronoun resolved, and record a person who speaks."""
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
        start = max(0, stretch.start - _REACH_OF_NAME)
        if attribution.gives_name(self._names, start, self._before_mark(stretch.start), len(words)):
            return False
        describing = self._names.rules.verbs.describing
        if given is not None and (given.speaker or given.pronoun or given.cue in describing):
            return True
        titled = all(word[0].isupper() or word[0].isdigit() or len(word) <= _NEAR for word in words)
        return len(words) >= _FEWEST_UNATTRIBUTED and not titled


def _spread_back(
    found: list[tuple[QuotedStretch, Attribution | None]],
) -> list[tuple[QuotedStretch, Attribution | None]]:
    """Give the parts of a quotation over paragraphs that stand before its attribution the same one."""
    spread = list(found)
    for index in range(len(spread) - 1, 0, -1):
        stretch, given = spread[index]
        if stretch.continued and given is not None and spread[index - 1][1] is None:
            spread[index - 1] = (spread[index - 1][0], given)
    return spread
