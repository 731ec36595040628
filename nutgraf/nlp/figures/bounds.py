"""Words that say how firmly a number is meant: "at least", "up to", "around"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.model import Bound

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

_BEFORE: Final[dict[tuple[str, ...], Bound]] = {
    tuple(phrase.split()): bound
    for bound, phrases in {
        Bound.AT_LEAST: """
            at least|more than|over|upwards of|upward of|no fewer than|no less than|not less than|above|
            exceeding|in excess of|a minimum of|minimum of|greater than|as few as|>|just over|
            exceeds|exceeded|
            not fewer than|beyond|north of
        """,
        Bound.AT_MOST: """
            up to|at most|fewer than|less than|under|below|no more than|not more than|as many as|as much as|
            a maximum of|maximum of|<|just under|lower than|at the most|a maximum
        """,
        Bound.ABOUT: """
            around|about|some|roughly|nearly|almost|approximately|approx|an estimated|estimated|~|close to|
            circa|in the region of|approx .|an average of|somewhere around|just about|≈|c .|
            estimated at|virtually|
            practically
        """,
    }.items()
    for phrase in phrases.split("|")
}
_AFTER: Final[dict[tuple[str, ...], Bound]] = {
    ("or", "more"): Bound.AT_LEAST,
    ("and", "counting"): Bound.AT_LEAST,
    ("at", "least"): Bound.AT_LEAST,
    ("-", "plus"): Bound.AT_LEAST,
    ("plus",): Bound.AT_LEAST,
    ("+",): Bound.AT_LEAST,
    ("or", "fewer"): Bound.AT_MOST,
    ("or", "less"): Bound.AT_MOST,
    ("at", "most"): Bound.AT_MOST,
    ("or", "so"): Bound.ABOUT,
    ("or", "thereabouts"): Bound.ABOUT,
}
_LONGEST: Final = 4
_BETWEEN: Final = frozenset({"another", "a", "an", "the", "further", "additional", "other"})


def bound_before(reader: TokenReader, first: int) -> tuple[Bound, int]:
    """The bound that the words before a figure set, and the index where those words start."""
    position = first
    if reader.low(position - 1) in _BETWEEN and _match(reader, position)[0] is None:
        position -= 1
    bound, start = _match(reader, position)
    if bound is None:
        return Bound.EXACT, first
    return bound, start


def bound_after(reader: TokenReader, index: int) -> Bound:
    """The bound that words behind a figure set: "or more", "or so"."""
    for words, bound in _AFTER.items():
        if reader.lows(index, len(words)) == words:
            return bound
    return Bound.EXACT


def _match(reader: TokenReader, position: int) -> tuple[Bound | None, int]:
    for length in range(_LONGEST, 0, -1):
        found = _BEFORE.get(reader.lows(position - length, length))
        if found is not None:
            return found, position - length
    return None, position
