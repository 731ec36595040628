"""Phrases of one or more tokens, indexed so that they are found in one look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
Phrase = tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class PhraseTable(Generic[T]):
    """Values by phrase; a phrase is the tuple of its lower-case tokens, signs included ("c", ".").

    Attributes:
        entries: the value of each phrase.
        by_first_word: phrases and values by the phrase's first token, the longest phrase first.
        by_last_word: the same by the phrase's last token.
        single_words: the phrases of one token.
    """

    entries: Mapping[Phrase, T] = field(default_factory=dict)
    by_first_word: Mapping[str, tuple[tuple[Phrase, T], ...]] = field(init=False)
    by_last_word: Mapping[str, tuple[tuple[Phrase, T], ...]] = field(init=False)
    single_words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_first_word", _index(self.entries, 0))
        object.__setattr__(self, "by_last_word", _index(self.entries, -1))
        object.__setattr__(self, "single_words", frozenset(p[0] for p in self.entries if len(p) == 1))


def _index(entries: Mapping[Phrase, T], place: int) -> dict[str, tuple[tuple[Phrase, T], ...]]:
    table: dict[str, list[tuple[Phrase, T]]] = {}
    for phrase, value in entries.items():
        table.setdefault(phrase[place], []).append((phrase, value))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


def phrase_table(blocks: Mapping[T, str]) -> PhraseTable[T]:
    """Return the table of phrases that are written as text.

    Args:
        blocks: the phrases of each value, separated by ``|``; a phrase's tokens by whitespace.
    """
    return PhraseTable(
        {tuple(phrase.split()): value for value, block in blocks.items() for phrase in block.split("|")}
    )
