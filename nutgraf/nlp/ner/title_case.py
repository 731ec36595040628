"""Names in headings: capitals say nothing there, so the prose or common knowledge has to confirm them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.model import EntityType
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.surface_forms import normalize_surface

if TYPE_CHECKING:
    from nutgraf.nlp.ner.surface_forms import ArticleText
    from nutgraf.nlp.spans import TaggedSpan

_WORD = re.compile(r"[^\W\d_]{4,}")
_CERTAIN = 0.95
MOST = 0.6


def drop_unconfirmed(found: list[TaggedSpan], source: ArticleText) -> list[TaggedSpan]:
    """Leave out what only a heading in Title Case or capitals names, unless it is a known place or people.

    In a heading written like a sentence a capital means what it means in prose, so all its mentions stay.
    """
    prose = {
        normalize_surface(source.surface(mention)) for mention in found if not source.in_heading(mention)
    }
    parts = prose | {word for name in prose for word in name.split()}
    return [
        mention
        for mention in found
        if not source.in_heading(mention) or not _shouted(mention, source) or _stands(mention, source, parts)
    ]


def _stands(mention: TaggedSpan, source: ArticleText, parts: set[str]) -> bool:
    surface = source.surface(mention)
    if (
        normalize_surface(surface) in parts
        or mention.type is EntityType.NORP
        or gazetteer.is_known_place(surface)
    ):
        return True
    return mention.score > _CERTAIN and mention.type is EntityType.PERSON and " " in surface


def _shouted(mention: TaggedSpan, source: ArticleText) -> bool:
    """Whether most words of the mention's heading are capitalised."""
    if mention.field == "title":
        heading = source.title
    else:
        sentence = source.sentence_at(mention.start)
        heading = source.text[sentence.start : sentence.end] if sentence else ""
    words: list[str] = _WORD.findall(heading)
    return sum(word[0].isupper() for word in words) > MOST * len(words)
