"""Whether the words around a date look forward or back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

Tense = Literal["past", "future"]

_FUTURE: Final = word_set(
    """
    will 'll won't shall must due scheduled expected upcoming forthcoming plans planned planning
    plan until till deadline set next hopes aims intends vows promises starts begins opens expires
    ends resumes kicks faces coming await awaits proposed poised slated
    """
)
_PAST: Final = word_set(
    """
    said told was were had did went came took made met held began won lost fell rose left got gave
    saw found brought led felt kept hit shot struck spoke wrote sent fled broke became ran grew drew
    ago earlier since been bought sold cut beat paid heard
    """
)
_WILL: Final = word_set("will 'll won't shall")
_INTENDED: Final = word_set("due scheduled expected planned set slated supposed proposed")
_TURNS: Final = word_set("but yet when before until and only")
_UNDECIDED: Final = word_set(
    """
    was were been had has have is are will said told announced added reported confirmed wrote warned
    postponed delayed cancelled canceled moved rescheduled brought
    """
)
_BACK: Final = 14
_FAR_BACK: Final = 40
_FORWARD: Final = 8
_SHORTEST_REGULAR: Final = 5


def tense_around(reader: TokenReader, first: int, after: int) -> Tense | None:
    """The tense of the nearest telling word, looked for before the date and then after it.

    Far before it only "will" tells: what it says may be long, and what is past has its own words nearby.
    """
    for index in range(first - 1, first - _BACK, -1):
        found = _evidence(reader, index)
        if found == "future" and _was_meant(reader, index) and _went_otherwise(reader, after):
            return "past"
        if found is not None:
            return found
    for index in range(after, after + _FORWARD):
        found = _evidence(reader, index)
        if found is not None:
            return found
    far = range(first - _BACK, first - _FAR_BACK, -1)
    return "future" if any(reader.low(index) in _WILL for index in far) else None


def _was_meant(reader: TokenReader, index: int) -> bool:
    """Reads "was due", "had been originally scheduled": an intention of the past."""
    before = index - 1
    while reader.low(before).endswith("ly") or reader.low(before) in ("also", "first", "to"):
        before -= 1
    return reader.low(index) in _INTENDED and reader.low(before) in ("was", "were", "been")


def _went_otherwise(reader: TokenReader, after: int) -> bool:
    """Whether ", but left late" or "when it sank" follows a date: what was meant for it is over.

    A report ("officials said") tells nothing, and neither does "but was postponed": the date may be to come.
    """
    joined = False
    for index in range(after, after + _FORWARD):
        word = reader.low(index)
        joined = joined or word in _TURNS
        if joined and word in _UNDECIDED:
            return False
        if joined and _past(word):
            return True
    return False


def is_irregular_past(word: str) -> bool:
    """Whether a lower-case word is an irregular past tense."""
    return word in _PAST


def _evidence(reader: TokenReader, index: int) -> Tense | None:
    word = reader.low(index)
    if reader.low(index - 1) == "be":
        return None  # "will be held": the participle tells nothing
    if word == "be" and reader.low(index - 1) == "to":
        return "future"
    if word in _FUTURE or word.endswith("'ll") or (word in ("is", "are") and reader.low(index + 1) == "to"):
        return "future"
    return "past" if _past(word) else None


def _past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) >= _SHORTEST_REGULAR)
