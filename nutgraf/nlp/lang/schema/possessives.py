"""Possessive forms of a language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, slots=True)
class Possessives:
    """Possessive forms; all empty in a language that marks a possessor with a word ("of") or a case.

    Attributes:
        endings: endings with their apostrophe, as they are written, in either case and with either apostrophe
            ("'s", "’s", "'S", "’S").
        bare_ending: the ending without its apostrophe, as careless copying leaves it ("s" in "NATOs").
        last_letters: letters behind which an apostrophe alone may be a possessive ("s" in "the workers’
            union"), in either case.
    """

    endings: tuple[str, ...] = ()
    bare_ending: str = ""
    last_letters: frozenset[str] = frozenset()
