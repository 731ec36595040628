"""Inflection of English: plurals, past forms and adverbs, told by their endings."""

from __future__ import annotations

from typing import Final

_VOWELS: Final = "aeiou"
_SHORTEST_REGULAR: Final = 5
_SHORTEST_ACRONYM: Final = 3


def plural_of(word: str) -> str:
    """Return the regular plural of a singular noun ("cities", "churches")."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def is_plural_acronym(word: str) -> bool:
    """Return whether a word is the plural of capitals ("MPs")."""
    return len(word) >= _SHORTEST_ACRONYM and word[-1] == "s" and word[:-1].isupper()


def ends_like_past(word: str) -> bool:
    """Return whether a lower-case word ends like the past form of a regular verb."""
    return word.endswith("ed") and len(word) >= _SHORTEST_REGULAR


def ends_like_adverb(word: str) -> bool:
    """Return whether a lower-case word ends like an adverb of manner."""
    return word.endswith("ly")


def verb_forms(verb: str, *, doubling: bool = False) -> tuple[str, ...]:
    """Return the forms of a regular verb, its participle first.

    Args:
        verb: the infinitive.
        doubling: whether its last consonant is doubled ("stabbed"); both spellings are returned then.
    """
    if verb.endswith("e"):
        return f"{verb}d", verb, f"{verb}s", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied", verb, f"{verb[:-1]}ies", f"{verb}ing"
    plain = f"{verb}ed", verb, plural_of(verb), f"{verb}ing"
    stem = verb + verb[-1]
    return (f"{stem}ed", f"{stem}ing", *plain) if doubling else plain


_SUFFIXES: Final = (
    *("ations", "ances", "ation", "ments", "ance", "ence", "ings", "ions", "ment"),
    *("ers", "ied", "ies", "ing", "ion", "ors", "ed", "er", "es", "ly", "or", "e", "s", "y"),
)
"""Endings, the longest first."""

_INFLECTIONS: Final = frozenset({"ing", "ings", "ied", "ies", "ed", "es"})
_OF_Y: Final = frozenset({"y", "ies", "ied"})
_SHORTEST_STEM: Final = 3
_SHORTEST_DERIVED: Final = 5
"""Letters that stay before an ending of three letters or more, but "ing"."""


def stem_of(word: str) -> str:
    """Return a lower-case word without its ending, one stem for most forms of a verb and its noun."""
    for suffix in _SUFFIXES:
        least = _SHORTEST_DERIVED if len(suffix) > 1 and suffix not in _INFLECTIONS else _SHORTEST_STEM
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            return _without_doubling(word[: -len(suffix)]) + ("i" if suffix in _OF_Y else "")
    return word


def _without_doubling(stem: str) -> str:
    stem = stem.removesuffix("e")
    return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "sl" else stem
