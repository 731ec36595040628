"""Rules of a language that has no such rule."""

from __future__ import annotations

from decimal import Decimal


def no_word(_word: str) -> bool:
    """Return False for every word."""
    return False


def no_value(_word: str) -> Decimal | None:
    """Return None: no word has a value."""
    return None


def unchanged(word: str) -> str:
    """Return the word itself."""
    return word
