"""Words for nationalities, peoples and religions: what names a NORP."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from nutgraf.nlp.ner.surface_forms import REMEMBERED, visible

if TYPE_CHECKING:
    from nutgraf.nlp.lang.schema.names import NameRules


def is_demonym(names: NameRules, surface: str) -> bool:
    """Return whether a surface form names a people: "Ukrainian", "South Korean", "Sunnis", "Costa Rican"."""
    if surface.isalpha():
        folded = surface.casefold()
        return folded in names.demonyms.words or folded in names.demonyms.phrases
    return _is_compound(names, surface)


@lru_cache(maxsize=REMEMBERED)
def _is_compound(names: NameRules, surface: str) -> bool:
    """Return whether a surface form of several words, or with other marks than letters, names a people."""
    demonyms = names.demonyms
    folded = visible(surface).casefold()
    if folded in demonyms.words or folded in demonyms.phrases:
        return True
    first, _, last = folded.replace("-", " ").rpartition(" ")
    return last in demonyms.words and (first in demonyms.prefixes or first in demonyms.words)
