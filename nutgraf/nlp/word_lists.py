"""Parse word lists that are written as blocks of text."""

from __future__ import annotations


def word_set(block: str) -> frozenset[str]:
    """Return the words of a block, split at whitespace."""
    return frozenset(block.split())


def word_tuple(block: str) -> tuple[str, ...]:
    """Return the words of a block, split at whitespace, in order."""
    return tuple(block.split())


def phrase_set(block: str) -> frozenset[str]:
    """Return the phrases of a block, split at vertical bars and line ends, casefolded."""
    entries = (" ".join(entry.split()) for entry in block.replace("\n", "|").split("|"))
    return frozenset(entry.casefold() for entry in entries if entry)
