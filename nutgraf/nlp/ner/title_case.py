"""Names in headings: capitals say nothing there, so the prose or common knowledge has to confirm them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.model import EntityType
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.surface_forms import normalize_surface

if TYPE_CHECKING:
    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import TaggedSpan

_WORD = re.compile(r"[^\W\d_]{4,}")
_CERTAIN = 0.95
MOST = 0.6


def drop_unconfirmed(found: list[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Leave out what only a heading in Title Case or capitals names, unless it is a known place or people.

    In a heading written like a sentence a capital means what it means in prose, so all its mentions stay.
    """
    prose = {normalize_surface(doc.surface(mention)) for mention in found if not doc.in_heading(mention)}
    parts = prose | {word for name in prose for word in name.split()}
    return [
        mention
        for mention in found
        if not doc.in_heading(mention) or not _shouted(mention, doc) or _stands(mention, doc, parts)
    ]


def _stands(mention: TaggedSpan, doc: Doc, parts: set[str]) -> bool:
    surface = doc.surface(mention)
    if (
        normalize_surface(surface) in parts
        or mention.type is EntityType.NORP
        or gazetteer.is_known_place(surface)
    ):
        return True
    return mention.score > _CERTAIN and mention.type is EntityType.PERSON and " " in surface


def _shouted(mention: TaggedSpan, doc: Doc) -> bool:
    """Whether most words of the mention's heading are capitalised."""
    if mention.field == "title":
        heading = doc.title
    else:
        sentence = doc.sentence_at(mention.start)
        heading = doc.text[sentence.start : sentence.end] if sentence else ""
    words: list[str] = _WORD.findall(heading)
    return sum(word[0].isupper() for word in words) > MOST * len(words)
