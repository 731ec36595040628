"""Counts without a noun in one sentence, for comparisons that know an article's other figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from nutgraf.model import Figure
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.figures.sentence_scanner import CONTEXT_SENTENCES, SentenceScanner
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.lang.schema.figures import NumberWords
from nutgraf.nlp.spans import SentenceSpan

_START: Final = attrgetter("start")
_WORD: Final = re.compile(r"[0-9]|[^\W\d_]+")


def elliptical_counts(doc: Doc, span: SentenceSpan, known: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the counts of one sentence whose noun is not beside the number: "130 of them", "a toll of 11".

    ``extract_figures`` finds them too; an analysis that an earlier release stored may lack them.

    Args:
        doc: the document with its sentences.
        span: the sentence.
        known: the document's figures, sorted by start; counts that overlap one of them are left out.
    """
    if doc.language is None:
        return
    first, after = (bisect_left(known, offset, key=_START) for offset in (span.start, span.end))
    own = known[max(0, first - 1) : after]
    if not _holds_unread_number(doc.text, span, own, doc.language.figures.numbers):
        return
    reader = TokenReader(doc.text, span.start, span.end, doc.language)
    scanner = SentenceScanner(reader, None, _context(doc, span, known))
    scanner.run()
    for count in scanner.elliptical:
        if not any(figure.start < count.end and count.start < figure.end for figure in own):
            yield count


def _holds_unread_number(text: str, span: SentenceSpan, own: Sequence[Figure], words: NumberWords) -> bool:
    """Return False where no digit and no number word is outside the figures, so that nothing need be read."""
    for match in _WORD.finditer(text, span.start, span.end):
        word, start = match[0].lower(), match.start()
        if (word.isdecimal() or word in words.dozens or words.is_number_word(word)) and not any(
            figure.start <= start < figure.end for figure in own
        ):
            return True
    return False


def _context(doc: Doc, span: SentenceSpan, known: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures of the sentences before."""
    place = bisect_left(doc.sentences, span.start, key=_START)
    horizon = doc.sentences[max(0, place - CONTEXT_SENTENCES)].start if doc.sentences else span.start
    first, after = (bisect_left(known, offset, key=_START) for offset in (horizon, span.start))
    return known[first:after]
