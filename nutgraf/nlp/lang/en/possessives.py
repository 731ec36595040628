"""Possessive forms of English."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.schema.possessives import Possessives

POSSESSIVES: Final = Possessives(
    endings=("'s", "’s", "'S", "’S"),
    bare_ending="s",
    last_letters=frozenset("sS"),
)
