"""Ends of sentences that the splitter misses, behind brackets and words that are abbreviations too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from nutgraf.nlp.lang.schema.patterns import alternation
from nutgraf.nlp.lang.schema.segmentation import SegmentationRules

_CAPITAL: Final = r"[\"“‘'(\[]?(?:[^\W\d_a-z])"
"""The beginning of a sentence. Letters without case begin one as well."""

_BRACKETED: Final = re.compile(rf"\([^()]*[.?!][\"”’]?\)\s+(?={_CAPITAL})")


@cache
def _patterns(rules: SegmentationRules) -> tuple[re.Pattern[str], ...]:
    openings = alternation(word.capitalize() for word in rules.sentence_openings)
    roles = alternation(word.capitalize() for word in rules.roles)
    return (
        re.compile(
            rf"(?<=[\s\"“‘(]){alternation(rules.words_like_abbreviations)}\.[\"”’)]?\s+(?={_CAPITAL})"
        ),
        re.compile(
            rf"(?<=[\s\"“‘(.]){alternation(rules.closing_abbreviations)}\.[\"”’)]?\s+(?=[\"“‘]?{openings}\b)"
        ),
        # "Brook Inc. Turnout was high", but "Brook Inc. Chief executive Ada Moss".
        re.compile(rf"(?<=\s){alternation(rules.name_endings)}\.\s+(?=(?!{roles}\b)[^\W\d_a-z]\w+\s[a-z])"),
    )


def missed_boundaries(text: str, start: int, end: int, rules: SegmentationRules) -> Iterator[int]:
    """Yield the places inside a sentence where another one begins, in ascending order.

    Args:
        text: the text, in which line breaks are spaces.
        start: where the splitter's sentence starts.
        end: where it ends.
        rules: the words of the language.
    """
    places = {match.end() for pattern in _patterns(rules) for match in pattern.finditer(text, start, end)}
    bracketed = _BRACKETED.match(text, start, end)
    while bracketed:
        places.add(bracketed.end())
        bracketed = _BRACKETED.match(text, bracketed.end(), end)
    yield from sorted(place for place in places if place < end)
