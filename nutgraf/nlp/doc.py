"""The document that every stage of the pipeline takes."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from nutgraf.model import Field
from nutgraf.nlp.lang.base import Language
from nutgraf.nlp.spans import LabelledLine, SentenceSpan, TaggedSpan

_CAPITALS_WINDOW = 20
_CAPITALS_SHARE = 0.7


@dataclass(frozen=True)
class Doc:
    """A document and what the stages before have found in it.

    A stage never changes its document: the pipeline makes a new one with what the stage returned
    (``dataclasses.replace``).

    Attributes:
        text: the document's text; offsets are its code points, half-open.
        title: the headline; empty when there is none.
        published_at: publication time in UTC, that relative dates are resolved against.
        language_code: ISO 639-1 code of the text's language, 639-3 where there is none; ``und`` while it is
            unknown.
        language: rules and word lists of that language; None when it is not supported.
        lines: what boilerplate detection made of each non-blank line, in order.
        sentences: the sentences that are read, in order, boilerplate left out.
    """

    text: str
    title: str = ""
    published_at: datetime | None = None
    language_code: str = "und"
    language: Language | None = None
    lines: tuple[LabelledLine, ...] = ()
    sentences: tuple[SentenceSpan, ...] = ()

    @property
    def body(self) -> str:
        """The lines of prose, joined by line ends; the whole text when no line is prose."""
        return "\n".join(self.text[each.start : each.end] for each in self.lines if each.kind == "body") or (
            self.text
        )

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def field_text(self, field: Field) -> str:
        """Return the string that offsets of a field refer to."""
        return self.title if field == "title" else self.text

    def surface(self, mention: TaggedSpan) -> str:
        """Return a mention's words as written."""
        text = self.title if mention.field == "title" else self.text
        return text[mention.start : mention.end]

    def sentence_at(self, offset: int) -> SentenceSpan | None:
        """Return the sentence that contains an offset of the text."""
        index = bisect.bisect_right(self._sentence_starts, offset) - 1
        if index < 0 or self.sentences[index].end <= offset:
            return None
        return self.sentences[index]

    def in_heading(self, mention: TaggedSpan) -> bool:
        """Whether a mention stands in the title or in a heading of the text."""
        if mention.field == "title":
            return True
        sentence = self.sentence_at(mention.start)
        return sentence is not None and sentence.heading

    def in_capitals(self, mention: TaggedSpan) -> bool:
        """Whether a mention stands in a stretch that is written in capitals."""
        text = self.field_text(mention.field)
        around = text[max(0, mention.start - _CAPITALS_WINDOW) : mention.end + _CAPITALS_WINDOW]
        letters = [c for c in around if c.isalpha()]
        return sum(c.isupper() for c in letters) > _CAPITALS_SHARE * len(letters)
