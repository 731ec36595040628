"""Numbers of people that stand without a noun, because the text has just said whom it counts.

A single article's figures leave them out, for alone they say too little; beside other reports they are the
numbers in dispute: "130 of them", "the toll rose to 11", "of the 143 on board, 130 were brought ashore".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nutgraf.model import Bound, Figure, FigureKind

_NAMES: Final = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_WORDS: Final = {word: value for value, word in enumerate(_NAMES.split(), start=2)}
_NUMBER: Final = r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,6}|" + "|".join(reversed(_WORDS)) + ")"
_ROSE: Final = "rose|risen|rises|rising|climbed|grew|grown|increased|stood|stands|reached|is|was"
_TOLL: Final = "number of (?:dead|deaths|fatalities|people killed)|death toll|toll"
_PATTERNS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), what)
    for pattern, what in (
        (rf"\b(?P<span>{_NUMBER} of (?:them|those|us|whom))\b", None),
        (rf"\b(?P<span>{_NUMBER} (?:on board|aboard))\b", "people aboard"),
        (
            rf"\b(?:{_TOLL})\b[^.;,]{{0,20}}?\b(?:{_ROSE})(?: to| at)? (?P<span>{_NUMBER})\b(?! of\b)",
            "people killed",
        ),
        (rf"(?:on board|aboard|passengers|people|crew), (?P<span>{_NUMBER}) (?:were|are|have been)\b", None),
    )
)
_BOUNDS: Final = (
    (re.compile(r"\b(?:at least|more than|over)\s$", re.IGNORECASE), Bound.AT_LEAST),
    (re.compile(r"\b(?:at most|up to|fewer than)\s$", re.IGNORECASE), Bound.AT_MOST),
    (re.compile(r"\b(?:about|around|some|nearly|roughly)\s$", re.IGNORECASE), Bound.ABOUT),
)


def elliptical_counts(text: str, start: int, end: int, known: Sequence[Figure]) -> Iterator[Figure]:
    """The bare numbers of people in one sentence that are no part of a known figure, each with its span.

    Args:
        text: the article's text.
        start: where the sentence begins.
        end: where it ends.
        known: the article's figures.
    """
    for pattern, what in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            low, high = match.span("span")
            if not any(figure.start < high and low < figure.end for figure in known):
                number = match["number"].casefold()
                value = _WORDS.get(number) or int(number.replace(",", ""))
                bound = _bound(text[start:low])
                yield Figure(value, "people", FigureKind.COUNT, bound, text[low:high], low, high, what)


def _bound(before: str) -> Bound:
    return next((bound for pattern, bound in _BOUNDS if pattern.search(before)), Bound.EXACT)
