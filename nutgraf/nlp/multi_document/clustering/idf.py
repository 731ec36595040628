"""Inverse document frequencies of words, from a fixed table: no vector depends on the articles before it."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD: Final = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+")
_UNSPACED_RUN: Final = re.compile(rf"[{_UNSPACED}]")
_SHORTEST: Final = 2


def content_words(text: str) -> list[str]:
    """Return the case-folded words of two characters or more, as they follow one another.

    An apostrophe parts words, so that a possessive "s" is too short to be one. Scripts without spaces give
    pairs of characters.
    """
    runs = [run for run in _WORD.findall(text.casefold()) if len(run) >= _SHORTEST]
    if text.isascii():
        return runs
    words: list[str] = []
    for run in runs:
        if not run.isascii() and _UNSPACED_RUN.match(run):
            words.extend(run[i : i + 2] for i in range(len(run) - 1))
        else:
            words.append(run)
    return words


@dataclass(frozen=True, slots=True)
class IdfTable:
    """Inverse document frequencies; a word that the table lacks has that of a word in no document."""

    idf: dict[str, float]
    unseen: float

    @classmethod
    def load(cls, path: Path) -> IdfTable:
        """Read the number of documents that were counted, and for each word the number that contain it.

        Raises:
            OSError, ValueError, KeyError: the file is no such table.
        """
        table = json.loads(path.read_text("utf-8"))
        return cls.counted(table["documents"], table["frequencies"])

    @classmethod
    def counted(cls, documents: int, frequencies: dict[str, float]) -> IdfTable:
        """Compute the table from document frequencies: log((documents + 1) / (frequency + 0.5))."""
        whole = documents + 1
        idf = {word: math.log(whole / (frequency + 0.5)) for word, frequency in frequencies.items()}
        return cls(idf, math.log(whole / 0.5))

    def of(self, word: str) -> float:
        """Return the idf of a case-folded word, 0 and above."""
        idf = self.idf.get(word, self.unseen)
        return idf if idf > 0 else 0.0
