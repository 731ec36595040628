"""Names in headings in Title Case, where a capital is no sign of a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.surface_forms import normalize_surface

if TYPE_CHECKING:
    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_CERTAIN: Final = 0.95
_TITLE_CASE_SHARE: Final = 0.6


def drop_unconfirmed(found: list[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Leave out what only a heading in Title Case or capitals names, unless it is a known place or people.

    In a heading written like a sentence a capital is as good a sign as in prose, so all its mentions stay.
    """
    names = name_rules(doc)
    prose = {
        normalize_surface(names, doc.surface(mention)) for mention in found if not doc.in_heading(mention)
    }
    parts = prose | {word for name in prose for word in name.split()}
    return [
        mention
        for mention in found
        if not doc.in_heading(mention)
        or not _in_title_case(mention, doc)
        or _is_confirmed(names, mention, doc, parts)
    ]


def _is_confirmed(names: NameRules, mention: TaggedSpan, doc: Doc, parts: set[str]) -> bool:
    surface = doc.surface(mention)
    if (
        normalize_surface(names, surface) in parts
        or mention.type is EntityType.NORP
        or gazetteer.is_known_place(names, surface)
    ):
        return True
    return mention.score > _CERTAIN and mention.type is EntityType.PERSON and " " in surface


def _in_title_case(mention: TaggedSpan, doc: Doc) -> bool:
    """Return whether most words of the mention's heading have a capital."""
    if mention.field == "title":
        heading = doc.title
    else:
        sentence = doc.sentence_at(mention.start)
        heading = doc.text[sentence.start : sentence.end] if sentence else ""
    words: list[str] = _WORD.findall(heading)
    return sum(word[0].isupper() for word in words) > _TITLE_CASE_SHARE * len(words)
