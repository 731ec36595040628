"""Surroundings of the quoted stretches of a text: their marks, sentences, clauses and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.quotations import quotation_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.lang.schema.quotations import QuotationRules
    from nutgraf.nlp.quotations.quotation_marks import QuotedStretch
    from nutgraf.nlp.quotations.speaker_candidates import SpeakerMentions
    from nutgraf.nlp.spans import SentenceSpan

_SIGNATURE: Final = re.compile(
    r"[^\S\n]*\n(?:[^\S\n]*\n)?[^\S\n]*(?P<dash>[—–―]|--)[^\S\n]?\w[^\n]*+(?!\s*(?P=dash))"
)
_REACH_OF_COLON: Final = 4


class StretchContext:
    """Quoted stretches of a text with what stands around them.

    Attributes:
        text: the whole text.
        sentences: its sentences, in order.
        blocks: its paragraphs.
        quoted: the stretches in quotation marks, without those inside a name.
    """

    def __init__(
        self, text: str, sentences: Sequence[SentenceSpan], names: SpeakerMentions, rules: QuotationRules
    ) -> None:
        self.text = text
        self.sentences = sentences
        self._starts = [span.start for span in sentences]
        self.blocks = quotation_marks.paragraph_blocks(text, sentences)
        found = quotation_marks.quoted_stretches(text, self.blocks, rules)
        self.quoted = [one for one in found if not names.has_around(one.start, one.end)]
        self._blocks_quoted = [one.block for one in self.quoted]

    def sentence_number(self, position: int) -> int:
        """Return the index of the last sentence that starts at or before a position."""
        return bisect_right(self._starts, position) - 1

    def past_mark(self, position: int) -> int:
        """Return the offset behind the closing mark of a stretch that ends at a position."""
        while position < len(self.text) and self.text[position].isspace():
            position += 1
        return min(position + 1, len(self.text))

    def before_mark(self, position: int) -> int:
        """Return the offset of the opening mark of a stretch that starts at a position."""
        while position > 0 and self.text[position - 1].isspace():
            position -= 1
        return max(position - 1, 0)

    def limit(self, index: int, closing: int) -> int:
        """Return where words that may attribute a quotation end: with the sentence or at the next mark."""
        position = closing
        while position < len(self.text) and self.text[position].isspace():
            position += 1
        end = self.sentences[self.sentence_number(position)].end
        block = self.blocks[self.quoted[index].block]
        following = self.quoted[index + 1].start - 1 if index + 1 < len(self.quoted) else len(self.text)
        return max(closing, min(end, block.end, following))

    def signature_end(self, index: int, closing: int) -> int:
        """Return where the line ends that a dash opens below a quotation on lines of its own, or 0.

        Several such lines are a list or a conversation, and a colon in front has named the speaker.
        """
        found = _SIGNATURE.match(self.text, closing)
        if found is None:
            return 0
        opening = self.before_mark(self.quoted[index].start)
        before = self.text[max(0, opening - _REACH_OF_COLON) : opening].rstrip(" \t")
        if (before and before[-1] != "\n") or before.rstrip().endswith(":"):
            return 0
        end = found.start() + len(found[0].rstrip())
        return end if end <= self.sentences[self.sentence_number(end - 1)].end else 0

    def clause(self, index: int) -> tuple[int, bool]:
        """Return where the words that lead up to a quotation start, and whether another one ends there."""
        opening = self.before_mark(self.quoted[index].start)
        number = self.sentence_number(opening)
        start = self.sentences[number].start
        if start == opening and number > 0 and self._ends_with_colon(number - 1):
            start = self.sentences[number - 1].start
        if index and self.quoted[index - 1].end >= start:
            return self.past_mark(self.quoted[index - 1].end), True
        return start, False

    def _ends_with_colon(self, number: int) -> bool:
        sentence = self.sentences[number]
        return self.text[sentence.end - 1] == ":" and not sentence.heading

    def opens_sentence(self, stretch: QuotedStretch) -> bool:
        """Return whether a sentence starts with a quotation."""
        opening = self.before_mark(stretch.start)
        return self.sentences[self.sentence_number(opening)].start == opening

    def has_colon_before(self, stretch: QuotedStretch) -> bool:
        """Return whether a colon stands right before a quotation."""
        opening = self.before_mark(stretch.start)
        return self.text[max(0, opening - 2) : opening].rstrip().endswith(":")

    def fills_block(self, stretch: QuotedStretch) -> bool:
        """Return whether a paragraph is nothing but a quotation."""
        block = self.blocks[stretch.block]
        around = self.text[block.start : stretch.start] + self.text[stretch.end : block.end]
        return not any(sign.isalnum() for sign in around)

    def sentences_of_block(self, number: int) -> list[SentenceSpan]:
        """Return the sentences of a paragraph."""
        block = self.blocks[number]
        low, high = bisect_left(self._starts, block.start), bisect_left(self._starts, block.end)
        return list(self.sentences[low:high])

    def last_quoted_in(self, number: int) -> int | None:
        """Return the index of the last quotation of a paragraph, if it has one."""
        index = bisect_right(self._blocks_quoted, number) - 1
        return index if index >= 0 and self._blocks_quoted[index] == number else None
