"""Forms of address, ranks and offices before a person's name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from nutgraf.nlp.lang.schema.names import NameRules

_LONGEST_PHRASE: Final = 24


def is_title(names: NameRules, word: str) -> bool:
    """Return whether a word is a form of address, a rank or an office, with or without its full stop."""
    return word.casefold().rstrip(".,") in names.honorifics.titles


def is_address(names: NameRules, word: str) -> bool:
    """Return whether a word is a form of address that may be shown before a surname."""
    return word.casefold().rstrip(".") in names.honorifics.addresses


def without_titles(names: NameRules, text: str, start: int, end: int) -> int:
    """Return the offset behind the titles that open a name; the name's last word is never taken for a title.

    A noun for the person's origin goes too where a full name is left: "Brit Tom Reed", not "Brit Hume".
    """
    honorifics = names.honorifics
    start += _rest_of_phrase(names, text, start, end)
    while True:
        phrase = _phrase_length(names, text, start, end)
        if phrase:
            start += phrase
            continue
        word, space, rest = text[start:end].partition(" ")
        folded = word.casefold()
        if folded in honorifics.origins and " " in rest.strip():
            start = end - len(rest.lstrip())
            continue
        if rest.split(" ", 1)[0] in names.organisations.linking_words:
            return start
        modifies = folded in honorifics.modifiers and is_title(names, rest.split(" ", 1)[0])
        if not space or not rest.strip() or not (modifies or is_title(names, word)):
            return start
        start += len(word) + 1
        while text[start:end][:1].isspace():
            start += 1


@lru_cache
def _phrase_openings(names: NameRules) -> tuple[str, ...]:
    """Return the first words of the titles of several words, each with a space."""
    return tuple({phrase.split()[0] + " " for phrase in names.honorifics.title_phrases})


def _phrase_length(names: NameRules, text: str, start: int, end: int) -> int:
    """Return the length of the title of several words that opens a name, with the space behind it, or 0."""
    folded = text[start:end].casefold()
    if not folded.startswith(_phrase_openings(names)):
        return 0
    for phrase in names.honorifics.title_phrases:
        if folded.startswith(f"{phrase} "):
            return len(phrase) + 1
    return 0


def _rest_of_phrase(names: NameRules, text: str, start: int, end: int) -> int:
    """Return the length of the end of a title whose first words stand before the name, or 0."""
    first = text[start:end].partition(" ")[0].casefold()
    if first not in names.honorifics.inner_titles:
        return 0
    before = text[:start][-_LONGEST_PHRASE:].casefold()
    for phrase in names.honorifics.title_phrases:
        head, _, tail = phrase.partition(" ")
        if before.endswith(f"{head} ") and text[start:end].casefold().startswith(f"{tail} "):
            return len(tail) + 1
    return 0
