"""Whether the words around a date look forward or back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from workers.pipeline.lexicon import words

if TYPE_CHECKING:
    from workers.pipeline.figures.reading import Reader

Tense = Literal["past", "future"]

_FUTURE: Final = words(
    """
    will 'll won't shall must due scheduled expected upcoming forthcoming plans planned planning
    plan until till deadline set next hopes aims intends vows promises starts begins opens expires
    ends resumes kicks faces coming await awaits proposed poised slated
    """
)
_PAST: Final = words(
    """
    said told was were had did went came took made met held began won lost fell rose left got gave
    saw found brought led felt kept hit shot struck spoke wrote sent fled broke became ran grew drew
    ago earlier since been bought sold cut beat paid heard
    """
)
_BACK: Final = 14
_FORWARD: Final = 8
_SHORTEST_REGULAR: Final = 5


def around(reader: Reader, first: int, after: int) -> Tense | None:
    """The tense of the nearest telling word, looked for before the date and then after it."""
    for index in range(first - 1, first - _BACK, -1):
        found = _evidence(reader, index)
        if found is not None:
            return found
    for index in range(after, after + _FORWARD):
        found = _evidence(reader, index)
        if found is not None:
            return found
    return None


def looks_back(word: str) -> bool:
    """Whether a lower-case word is an irregular past tense."""
    return word in _PAST


def _evidence(reader: Reader, index: int) -> Tense | None:
    word = reader.low(index)
    if reader.low(index - 1) == "be":
        return None  # "will be held": the participle tells nothing
    if word == "be" and reader.low(index - 1) == "to":
        return "future"
    if word in _FUTURE or word.endswith("'ll") or (word in ("is", "are") and reader.low(index + 1) == "to"):
        return "future"
    if word in _PAST or (word.endswith("ed") and len(word) >= _SHORTEST_REGULAR):
        return "past"
    return None
