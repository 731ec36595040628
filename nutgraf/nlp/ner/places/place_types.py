"""Types of places, from their names and from the words around them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.surface_forms import article_before

if TYPE_CHECKING:
    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan

_LEAD_REACH: Final = 24
_REACH: Final = 30
_COUNTRY_BEHIND: Final = re.compile(r",[ \u00a0]([A-Z][\w’'.-]*(?:[ ][A-Z][\w’'.-]*){0,2})")


def with_place_type(names: NameRules, mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    """Return a place with its type: political, a facility, or another place."""
    surface, text = doc.surface(mention), doc.field_text(mention.field)
    article = article_before(names.definite_articles, text, mention.start) > 0
    kind = gazetteer.kind_of_place(names, surface, article=article)
    if kind is EntityType.LOC and not article and gazetteer.is_unknown(names, surface):
        lead = names.places.political_leads.search(text[max(0, mention.start - _LEAD_REACH) : mention.start])
        if lead or _is_town_of(names, text[mention.end : mention.end + _REACH]):
            kind = EntityType.GPE
    return mention if kind is EntityType.LOC else replace(mention, type=kind)


def _is_town_of(names: NameRules, behind: str) -> bool:
    """Return whether the words behind a name name its country or region ("Arle, Norway")."""
    match = _COUNTRY_BEHIND.match(behind)
    if match is None:
        return False
    words = match[1].rstrip(".").split(" ")
    return any(gazetteer.is_state(names, " ".join(words[:i])) for i in range(1, len(words) + 1))
