"""Names with a hyphen, that the tagger cut in two: "Craig Eccles-Todd", "Norfield Times-News"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.model import EntityType
from nutgraf.nlp.lang.en.demonyms import is_demonym
from nutgraf.nlp.lang.en.honorifics import is_address, is_title
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.surface_forms import normalize_surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import TaggedSpan

_HYPHENS = ("-", "\u2010", "\u2011")
_SECOND = re.compile(r"[-\u2010\u2011][A-Z][^\W\d_]*[a-z](?![\w\u2010\u2011-])")
_LONGEST_ADDRESS = 12
HYPHENATED_NAME = (EntityType.PERSON, EntityType.ORG)
"""Types whose names may be made of two with a hyphen."""


def join_hyphenated(found: Sequence[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Join the halves of names with a hyphen.

    Two who meet ("the Reed-Holt talks", "Israel-Hamas") are no name: one half has to be a name of several
    words that the other completes, and the article names neither half alone. A surname of two halves follows
    its full name or a form of address.
    """
    alone, surnames = _alone(found, doc), _surnames(found, doc)
    result: list[TaggedSpan] = []
    for mention in found:
        last = result[-1] if result else None
        if (
            last
            and _are_halves(last, mention, doc)
            and (_is_surname(last, mention, surnames, doc) or _is_name(last, mention, alone, doc))
        ):
            score = min(last.score, mention.score)
            result[-1] = replace(last, end=mention.end, score=score)
        else:
            result.append(mention)
    named = {(mention.field, mention.start) for mention in result}
    return [
        mention if (mention.field, mention.end + 1) in named else _extended(mention, alone, doc)
        for mention in result
    ]


def is_first_half(text: str, end: int) -> bool:
    """Whether a hyphen and a capital stand right behind an offset."""
    return text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isupper()


def _alone(found: Sequence[TaggedSpan], doc: Doc) -> set[str]:
    """Give the names, and the last words of names, that stand without a hyphen before or behind them."""
    names: set[str] = set()
    for mention in found:
        text = doc.field_text(mention.field)
        before = text[max(0, mention.start - 1) : mention.start]
        if text[mention.end : mention.end + 1] not in _HYPHENS and before not in _HYPHENS:
            name = normalize_surface(doc.surface(mention))
            names |= {name, name.rpartition(" ")[2]}
    return names


def _surnames(found: Sequence[TaggedSpan], doc: Doc) -> set[str]:
    """Give the last words of the people's full names that have a hyphen."""
    surfaces = (doc.surface(mention) for mention in found if mention.type is EntityType.PERSON)
    lasts = (normalize_surface(surface).rpartition(" ") for surface in surfaces)
    return {last for first, _, last in lasts if first and not set(_HYPHENS).isdisjoint(last)}


def _are_halves(one: TaggedSpan, other: TaggedSpan, doc: Doc) -> bool:
    """Whether nothing but a hyphen stands between two names of one type."""
    if one.field != other.field or one.type is not other.type or one.end + 1 != other.start:
        return False
    text = doc.field_text(one.field)
    return text[one.end] in _HYPHENS and text[one.start].isupper() and text[other.start].isupper()


def _is_surname(one: TaggedSpan, other: TaggedSpan, surnames: set[str], doc: Doc) -> bool:
    text = doc.field_text(one.field)
    before = text[max(0, one.start - _LONGEST_ADDRESS) : one.start].split()
    addressed = bool(before) and is_address(before[-1])
    return one.type is EntityType.PERSON and (
        addressed or normalize_surface(text[one.start : other.end]) in surnames
    )


def _is_name(one: TaggedSpan, other: TaggedSpan, alone: set[str], doc: Doc) -> bool:
    first, second = doc.surface(one), doc.surface(other)
    if one.type is EntityType.LOC and gazetteer.is_facility(second):
        return True
    if one.type not in HYPHENATED_NAME or (" " in first) == (" " in second):
        return False
    return not _stands_alone(first, alone) and not _stands_alone(second, alone)


def _extended(mention: TaggedSpan, alone: set[str], doc: Doc) -> TaggedSpan:
    """Take in the second half that the tagger left out, in prose, where not every word has a capital."""
    surface = doc.surface(mention)
    second = _SECOND.match(doc.field_text(mention.field), mention.end)
    if second is None or mention.type not in HYPHENATED_NAME or " " not in surface or doc.in_heading(mention):
        return mention
    half = second[0][1:]
    if is_title(half) or _stands_alone(half, alone) or _stands_alone(surface, alone):
        return mention
    return replace(mention, end=second.end())


def _stands_alone(half: str, alone: set[str]) -> bool:
    """Whether a half is a name by itself: known to be one, or named so elsewhere in the article."""
    return normalize_surface(half) in alone or gazetteer.is_country(half) or is_demonym(half)
