"""Ends of a name: quotation marks, brackets, punctuation and possessive endings are not part of it."""

from __future__ import annotations

QUOTES = "\"'“”‘’«»‹›„‚`´"
_LEADING = QUOTES + "([{<*•–—-,:;.!?/|#@ \t\r\n\u00a0"
_TRAILING = QUOTES + ")]}>*•–—-,:;!?/|# \t\r\n\u00a0"
_PAIRS = {")": "(", "]": "["}


def trim_span(text: str, start: int, end: int, possessives: tuple[str, ...] = ()) -> tuple[int, int]:
    """Shrink a span until no whitespace, quotation mark, punctuation or possessive stands at its ends.

    Args:
        text: the text.
        start: where the span starts.
        end: where it ends.
        possessives: possessive endings as written ("'s", "’s").

    Returns:
        The new start and end. A closing bracket stays when its partner is inside. The span is empty when
        nothing is left.
    """
    while start < end and text[start] in _LEADING:
        start += 1
    before = -1
    while start < end and end != before:
        before = end
        if text.endswith(possessives, start, end):
            end -= max(len(each) for each in possessives if text.endswith(each, start, end))
        elif text[end - 1].isspace() or (text[end - 1] in _TRAILING and not _paired(text, start, end)):
            end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, max(start, end)


def _paired(text: str, start: int, end: int) -> bool:
    opening = _PAIRS.get(text[end - 1])
    return opening is not None and opening in text[start : end - 1]
