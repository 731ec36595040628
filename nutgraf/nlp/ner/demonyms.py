"""Words for nationalities, peoples and religions: what names a NORP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.nlp.ner.surface_forms import visible

if TYPE_CHECKING:
    from nutgraf.nlp.lang.schema.names import NameRules


def is_demonym(names: NameRules, surface: str) -> bool:
    """Return whether a surface form names a people: "Ukrainian", "South Korean", "Sunnis", "Costa Rican"."""
    demonyms = names.demonyms
    folded = visible(surface).casefold()
    if folded in demonyms.words or folded in demonyms.phrases:
        return True
    first, _, last = folded.replace("-", " ").rpartition(" ")
    return last in demonyms.words and (first in demonyms.prefixes or first in demonyms.words)
