"""Quotation marks that a wrong encoding has damaged: "?So it was,? he said", and the same with U+FFFD."""

from __future__ import annotations

import re
from typing import Final

_LOST: Final = re.compile(
    r"([?\ufffd])(?<![^\s(].)(?=[^\W_])(.{2,1500}?)(?<=[^\s?])\1(?=[\s,.;:)]|$)", re.DOTALL
)
"""Both marks became one sign, which stands where no question mark can: before a word."""

_DECODED_TWICE: Final = {"â€œ": "  “", "â€\x9d": "”  ", "â€˜": "  ‘", "â€™": "’  ", "â€": "” "}
"""UTF-8 that was read as Windows-1252. The space keeps every offset."""


def repair_marks(text: str) -> str:
    """Return a text of the same length in which damaged quotation marks are marks again."""
    if "â€" in text:
        for damaged, mark in _DECODED_TWICE.items():
            text = text.replace(damaged, mark)
    return _LOST.sub(lambda match: f"“{match[2]}”", text) if _LOST.search(text) else text
