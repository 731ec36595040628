"""Conversion of offsets from code points to UTF-16 code units or UTF-8 bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from service.http.request_parsing import OffsetUnit


def convert_offsets(analysis: dict[str, Any], text: str, title: str, unit: OffsetUnit) -> None:
    """Convert every offset of an analysis, in place.

    Args:
        analysis: the analysis as JSON, with offsets in code points.
        text: the string that offsets refer to unless their span has ``field: title``.
        title: the string that offsets of spans with ``field: title`` refer to.
        unit: the target unit; ``codepoint`` changes nothing.
    """
    if unit != "codepoint":
        convert_spans(list(_spans(analysis)), text, title, unit)


def convert_spans(spans: Sequence[dict[str, Any]], text: str, title: str, unit: OffsetUnit) -> None:
    """Convert the offsets of spans in place, each once; spans inside them stay as they are."""
    for string, field in ((text, "text"), (title, "title")):
        in_field = [span for span in spans if span.get("field", "text") == field]
        offsets = (span[edge] for span in in_field for edge in ("start", "end"))
        converted = offset_positions(string, offsets, unit)
        for span in in_field:
            span["start"], span["end"] = converted[span["start"]], converted[span["end"]]


def offset_positions(string: str, offsets: Iterable[int], unit: OffsetUnit) -> dict[int, int]:
    """Map each code point offset to its offset in the unit, in one pass over the string."""
    encoding, width = {"utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1), "codepoint": ("utf-32-le", 4)}[unit]
    positions: dict[int, int] = {}
    previous, position = 0, 0
    for offset in sorted(set(offsets)):
        position += len(string[previous:offset].encode(encoding)) // width
        previous = offset
        positions[offset] = position
    return positions


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every dict within the value that has ``start`` and ``end``."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)
