"""Counts without a noun in one sentence, for comparisons that know an article's other figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from nutgraf.model import Figure
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.figures.sentence_scanner import CONTEXT_SENTENCES, SentenceScanner
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.spans import SentenceSpan

_START = attrgetter("start")


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
    reader = TokenReader(doc.text, span.start, span.end, doc.language)
    scanner = SentenceScanner(reader, None, _context(doc, span, known))
    scanner.run()
    first, after = (bisect_left(known, offset, key=_START) for offset in (span.start, span.end))
    own = known[max(0, first - 1) : after]
    for count in scanner.elliptical:
        if not any(figure.start < count.end and count.start < figure.end for figure in own):
            yield count


def _context(doc: Doc, span: SentenceSpan, known: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures of the sentences before."""
    place = bisect_left(doc.sentences, span.start, key=_START)
    horizon = doc.sentences[max(0, place - CONTEXT_SENTENCES)].start if doc.sentences else span.start
    first, after = (bisect_left(known, offset, key=_START) for offset in (horizon, span.start))
    return known[first:after]
