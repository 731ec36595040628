"""Names in bylines: the authors are persons, and who employs them is no part of the news."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.ner.name_rules import name_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan

_AUTHOR: Final = range(2, 5)
"""Words of an author's name."""

_UNLIKELY: Final = frozenset({EntityType.ORG, EntityType.MISC})


def resolve_bylines(found: Sequence[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Make the authors of bylines persons, and leave out the organisations behind them."""
    names = name_rules(doc)
    spans = [(match.span("byline")) for match in names.byline.finditer(doc.text)]
    if not spans:
        return list(found)
    return [kept for mention in found for kept in _kept(names, mention, spans, doc)]


def _kept(
    names: NameRules, mention: TaggedSpan, spans: Sequence[tuple[int, int]], doc: Doc
) -> Iterator[TaggedSpan]:
    inside = [start for start, end in spans if start <= mention.start and mention.end <= end]
    if mention.field == "title" or not inside or mention.type not in _UNLIKELY:
        yield mention
        return
    words = doc.surface(mention).casefold().split()
    organisations = names.organisations
    heads = organisations.suffixes | organisations.generic_names
    author = "," not in doc.text[inside[0] : mention.start] and heads.isdisjoint(words)
    if author and len(words) in _AUTHOR:
        yield replace(mention, type=EntityType.PERSON)
