"""Word lists written as running text, one block a list, so that none fills a page."""

from __future__ import annotations


def word_set(block: str) -> frozenset[str]:
    """Give the words of a block, split at whitespace, as a set."""
    return frozenset(block.split())


def word_tuple(block: str) -> tuple[str, ...]:
    """Give the words of a block, split at whitespace, in their order."""
    return tuple(block.split())


def phrase_set(block: str) -> frozenset[str]:
    """Give the names of a block, of one or more words, split at vertical bars and line ends; casefolded."""
    entries = (" ".join(entry.split()) for entry in block.replace("\n", "|").split("|"))
    return frozenset(entry.casefold() for entry in entries if entry)
