"""Words that careless copying glued together: "BrusselsRussia", "monthsFrom", "HaleThe".

A capital inside a word is a brand's as often ("TikTok"), so the word is cut only where its parts are known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.demonyms import is_demonym
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.surface_forms import normalize_surface

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan

_SEAM: Final = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-Z][a-z])")
_LOWER_PREFIX: Final = 2
"""Small letters that a brand may begin with ("iPhone", "eToro"); a common noun has more."""


def cut_glued(mentions: Iterable[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Cut mentions at the seams of glued words, and leave out what is no name."""
    found = list(mentions)
    odd = [surface for surface in map(doc.surface, found) if not surface.istitle()]
    if not any(map(_is_glued, odd)):
        return found
    names = name_rules(doc)
    kinds = {
        normalize_surface(names, doc.surface(mention)): mention.type
        for mention in found
        if not _is_glued(doc.surface(mention))
    }
    return [part for mention in found for part in _parts(names, mention, kinds, doc)]


def _is_glued(surface: str) -> bool:
    """Return whether a capital stands behind a small letter."""
    return _SEAM.search(surface) is not None


def _parts(
    names: NameRules, mention: TaggedSpan, kinds: dict[str, EntityType], doc: Doc
) -> Iterator[TaggedSpan]:
    surface = doc.surface(mention)
    seam = _SEAM.search(surface)
    if seam is None:
        yield mention
        return
    cut = mention.start + seam.start()
    first, second = surface[: seam.start()], surface[seam.end() :]
    opens, ends = first.split()[-1], second.split()[0]
    left, right = replace(mention, end=cut), replace(mention, start=cut)
    kind, other = _kind(names, first, kinds), _kind(names, second, kinds)
    if kind and other:
        yield replace(left, type=kind)
        yield replace(right, type=other)
    elif len(opens) > _LOWER_PREFIX and opens.islower() and other:
        yield replace(right, type=other)
    elif ends.casefold() in names.function_words and (kind or " " in first or opens.islower()):
        if not opens.islower():
            yield replace(left, type=kind or mention.type)
    elif opens.casefold() in names.function_words and len(second) > len(first) and (other or " " in second):
        yield replace(right, type=other or mention.type)
    else:
        yield mention


def _kind(names: NameRules, surface: str, kinds: dict[str, EntityType]) -> EntityType | None:
    """Return the type of a part that is known, or named elsewhere in the article."""
    if is_demonym(names, surface):
        return EntityType.NORP
    if gazetteer.is_known_place(names, surface):
        return EntityType.LOC
    return kinds.get(normalize_surface(names, surface))
