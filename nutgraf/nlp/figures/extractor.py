"""Figures: money, percentages, counts, quantities and dates, each with its normalised value and its own span.

Conventions, chosen where the text leaves a choice:

* A span is the number with its unit ("£76 million", "four people", "701 sq km (270 sq miles)"), without the
  words that bound it ("at least") and without the verb of a count ("killed").
* Of an amount with a conversion in brackets, value and unit are the first one's.
* A range is two figures: the lower bounded ``at_least``, the upper ``at_most`` ("$3-4 million" is 3,000,000
  and 4,000,000 USD). "from 3% to 5%" and "rose by $3 to $82" are changes: two exact figures. A range of dates
  is one ISO 8601 interval.
* "dozens", "hundreds", "several thousand" mean at least two of them: 24, 200, 2,000, bounded ``at_least``.
* Shares in words ("two-thirds", "one in five") are percentages, rounded to two places.
* Values are never converted; 12.500 is twelve and a half, as English writes it.
* A number that has lost its currency sign stays a count without a unit.
* Weekdays and dates without a year are counted from the day of publication in UTC and are left out without
  one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.nlp.figures.sentence_scanner import SentenceScanner
from nutgraf.nlp.figures.token_reader import TokenReader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from nutgraf.model import Figure
    from nutgraf.nlp.spans import SentenceSpan

__all__ = ["extract_figures"]


def extract_figures(
    text: str, sentences: Sequence[SentenceSpan], published_at: datetime | None
) -> tuple[Figure, ...]:
    """Finds the figures in the given sentences of an English text, headings included.

    Args:
        text: the document's text.
        sentences: where to look; nothing outside them is read.
        published_at: the publication time in UTC, which relative dates are counted from.

    Returns:
        Figures sorted by start that do not overlap, each with ``text[start:end] == figure.text``.
    """
    today = published_at.date() if published_at else None
    found: list[Figure] = []
    for sentence in sorted(sentences, key=lambda span: span.start):
        found.extend(SentenceScanner(TokenReader(text, sentence.start, sentence.end), today).run())
    return tuple(found)
