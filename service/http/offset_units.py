"""Offsets in other units than code points, for languages whose strings count otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from service.http.request_parsing import OffsetUnit


def convert_offsets(analysis: dict[str, Any], text: str, title: str, unit: OffsetUnit) -> None:
    """Replace every offset of an analysis, in place, by its counterpart in UTF-16 code units or UTF-8 bytes.

    Args:
        analysis: the analysis as JSON, with offsets in code points.
        text: what most offsets refer to.
        title: what offsets of mentions with ``field: title`` refer to.
        unit: the unit wanted; ``codepoint`` changes nothing.
    """
    if unit == "codepoint":
        return
    spans = list(_spans(analysis))
    for source, within in ((text, "text"), (title, "title")):
        chosen = [span for span in spans if span.get("field", "text") == within]
        places = offset_positions(source, (span[edge] for span in chosen for edge in ("start", "end")), unit)
        for span in chosen:
            span["start"], span["end"] = places[span["start"]], places[span["end"]]


def offset_positions(source: str, offsets: Iterable[int], unit: OffsetUnit) -> dict[int, int]:
    """Where each code point offset lies in the unit; one pass over the string, whatever the number."""
    encoding, width = {"utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1), "codepoint": ("utf-32-le", 4)}[unit]
    found: dict[int, int] = {}
    before, place = 0, 0
    for offset in sorted(set(offsets)):
        place += len(source[before:offset].encode(encoding)) // width
        before = offset
        found[offset] = place
    return found


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in the analysis that has a start and an end."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)
