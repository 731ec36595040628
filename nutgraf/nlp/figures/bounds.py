"""Words that say how firmly a number is meant: "at least", "up to", "around"."""

from __future__ import annotations

from nutgraf.model import Bound
from nutgraf.nlp.figures.token_reader import TokenReader


def bound_before(reader: TokenReader, first: int) -> tuple[Bound, int]:
    """Return the bound that the words before a figure set, and the index where those words start."""
    words = reader.rules.bounds
    found = reader.phrase_before(first, words.before)
    if found is None and reader.low(first - 1) in words.fillers:
        found = reader.phrase_before(first - 1, words.before)
    return found or (Bound.EXACT, first)


def is_preposition(reader: TokenReader, first: int, *, few: bool, long_duration: bool) -> bool:
    """Return whether a word before a figure is no bound: "over three years" is "during".

    Args:
        reader: the sentence.
        first: index of the figure.
        few: whether it is a small number of things, in words.
        long_duration: whether it measures days or more.
    """
    word, words = reader.low(first - 1), reader.rules.bounds
    during = long_duration and word in words.not_bounding_durations
    return during or (few and word in words.not_bounding_few)


def bound_after(reader: TokenReader, index: int) -> Bound:
    """Return the bound that words behind a figure set: "or more", "or so"."""
    found = reader.phrase_at(index, reader.rules.bounds.after)
    return found[0] if found else Bound.EXACT
