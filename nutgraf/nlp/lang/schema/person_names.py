"""Names of persons, and the words that stand before them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, slots=True)
class Honorifics:
    """Words that stand before a person's name and are not part of it, casefolded, without full stops.

    Attributes:
        addresses: forms of address that may be shown before a surname ("mr", "dr").
        titles: all forms of address, ranks and offices ("mr", "admiral", "president").
        modifiers: words that stand before a title ("prime", "deputy", "former").
        origins: nouns for a person's origin that nobody has as a given name ("briton", "frenchman").
    """

    addresses: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False, slots=True)
class PersonNames:
    """Parts of persons' names.

    Attributes:
        suffixes: words behind a surname, casefolded, without full stops ("jr", "iii").
        detachable_prefixes: beginnings of a surname that an article may leave out, casefolded ("al-" in
            "al-Maliki").
        capital_prefixes: beginnings of surnames that a second capital may follow ("Mc" in "McRae"); in other
            names a capital inside a word is a sign of a brand ("TikTok").
        followers: lower-case nouns that may stand behind an article and a person's name ("the Reed
            administration"); an article before a name is otherwise a sign that it names no person.
    """

    suffixes: frozenset[str] = frozenset()
    detachable_prefixes: tuple[str, ...] = ()
    capital_prefixes: tuple[str, ...] = ()
    followers: frozenset[str] = frozenset()
