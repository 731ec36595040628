"""Figures: money, percentages, counts, quantities and dates, each with its normalised value and its own span.

Conventions, chosen where the text leaves a choice:

* A span is the number with its unit ("£76 million", "four people", "701 sq km (270 sq miles)"), without the
  words that bound it ("at least") and without the verb of a count ("killed").
* Of an amount with a conversion in brackets, value and unit are the first one's.
* A range is one figure: its lower end is the value, bounded ``at_least``, and its upper end ``value_max``
  ("$3-4 million" is 3,000,000 to 4,000,000 USD). "from 3% to 5%" and "rose by $3 to $82" are changes, and
  "52% to 48%" are two sides: two exact figures. A range of dates is one ISO 8601 interval.
* "dozens", "hundreds", "several thousand" mean at least two of them: 24, 200, 2,000, bounded ``at_least``.
* Shares in words ("two-thirds", "one in five") are percentages, rounded to two places. A part of a multiplier
  or of a unit is a number: "a third of a million people" are 333,333, "half an hour" is 0.5.
* Values are never converted; 12.500 is twelve and a half, as English writes it.
* A number whose noun has been named before, "25 of them", "two hundred of whom", "143 on board", spans these
  words. It counts what the nearest count in the same sentence or the two before counts, people where the
  words beside it can mean nobody else, and has no unit where neither is known.
* A number that has lost its currency sign stays a count without a unit.
* Weekdays and dates without a year are counted from the day of publication in UTC and are left out without
  one.
"""

from __future__ import annotations

from collections import deque

from nutgraf.model import Figure
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.figures.sentence_scanner import CONTEXT_SENTENCES, SentenceScanner
from nutgraf.nlp.figures.token_reader import TokenReader

__all__ = ["extract_figures"]


def extract_figures(doc: Doc) -> tuple[Figure, ...]:
    """Find the figures in the sentences of a document, headings included.

    Args:
        doc: the document with its sentences; nothing outside them is read. Relative dates are counted from
            ``published_at``. In an unsupported language no number is read, because its rules are unknown.

    Returns:
        Figures sorted by start that do not overlap, each with ``text[start:end] == figure.text``.
    """
    if doc.language is None:
        return ()
    today = doc.published_at.date() if doc.published_at else None
    figures: list[Figure] = []
    last: deque[list[Figure]] = deque(maxlen=CONTEXT_SENTENCES)
    for sentence in sorted(doc.sentences, key=lambda span: span.start):
        reader = TokenReader(doc.text, sentence.start, sentence.end, doc.language)
        context = () if sentence.heading else tuple(figure for group in last for figure in group)
        last.append(SentenceScanner(reader, today, context).run())
        figures += last[-1]
    return tuple(figures)
