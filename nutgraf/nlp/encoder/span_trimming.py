"""Where a name begins and ends: quotation marks, brackets, possessives and titles are not part of it."""

from __future__ import annotations

QUOTES = "\"'“”‘’«»‹›„‚`´"
_LEADING = QUOTES + "([{<*•–—-,:;.!?/|#@ \t\r\n\u00a0"
_TRAILING = QUOTES + ")]}>*•–—-,:;!?/|# \t\r\n\u00a0"
_POSSESSIVES = ("'s", "’s", "'S", "’S")
_PAIRS = {")": "(", "]": "["}


def trim_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a span until nothing at its ends is whitespace, a quotation mark, punctuation or a possessive.

    A closing bracket stays when its partner is inside. The span is empty when nothing is left.
    """
    while start < end and text[start] in _LEADING:
        start += 1
    before = -1
    while start < end and end != before:
        before = end
        if text[end - 2 : end] in _POSSESSIVES and end - 2 >= start:
            end -= 2
        elif text[end - 1].isspace() or (text[end - 1] in _TRAILING and not _paired(text, start, end)):
            end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, max(start, end)


def _paired(text: str, start: int, end: int) -> bool:
    opening = _PAIRS.get(text[end - 1])
    return opening is not None and opening in text[start : end - 1]
