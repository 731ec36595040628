"""Names with a hyphen that the tagger cut in two: "Craig Eccles-Todd", "Norfield Times-News"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.demonyms import is_demonym
from nutgraf.nlp.ner.honorifics import is_address, is_title
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.surface_forms import normalize_surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan

_HYPHENS: Final = ("-", "\u2010", "\u2011")
_SECOND: Final = re.compile(r"[-\u2010\u2011][A-Z][^\W\d_]*[a-z](?![\w\u2010\u2011-])")
_LONGEST_ADDRESS: Final = 12
HYPHENATED_NAME: Final = (EntityType.PERSON, EntityType.ORG)
"""Types whose names may be made of two with a hyphen."""


def join_hyphenated(found: Sequence[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Join the halves of names with a hyphen.

    Two who meet ("the Reed-Holt talks", "Israel-Hamas") are no name: one half has to be a name of several
    words that the other completes, and the article names neither half alone. A surname of two halves follows
    its full name or a form of address.
    """
    if not any(is_hyphen(doc.field_text(mention.field), mention.end) for mention in found):
        return list(found)
    names = name_rules(doc)
    alone, surnames = _names_alone(names, found, doc), _hyphenated_surnames(names, found, doc)
    result: list[TaggedSpan] = []
    for mention in found:
        last = result[-1] if result else None
        if (
            last
            and _are_halves(last, mention, doc)
            and (
                _is_surname(names, last, mention, surnames, doc) or _is_name(names, last, mention, alone, doc)
            )
        ):
            score = min(last.score, mention.score)
            result[-1] = replace(last, end=mention.end, score=score)
        else:
            result.append(mention)
    starts = {(mention.field, mention.start) for mention in result}
    return [
        mention if (mention.field, mention.end + 1) in starts else _extended(names, mention, alone, doc)
        for mention in result
    ]


def is_hyphen(text: str, offset: int) -> bool:
    """Return whether a hyphen stands at an offset."""
    return text[offset : offset + 1] in _HYPHENS


def is_first_half(text: str, end: int) -> bool:
    """Return whether a hyphen and a capital stand right behind an offset."""
    return text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isupper()


def _names_alone(names: NameRules, found: Sequence[TaggedSpan], doc: Doc) -> set[str]:
    """Return the names, and their last words, that stand without a hyphen before or behind them."""
    alone: set[str] = set()
    for mention in found:
        text = doc.field_text(mention.field)
        before = text[max(0, mention.start - 1) : mention.start]
        if text[mention.end : mention.end + 1] not in _HYPHENS and before not in _HYPHENS:
            name = normalize_surface(names, doc.surface(mention))
            alone |= {name, name.rpartition(" ")[2]}
    return alone


def _hyphenated_surnames(names: NameRules, found: Sequence[TaggedSpan], doc: Doc) -> set[str]:
    """Return the last words of persons' full names that have a hyphen."""
    surfaces = (doc.surface(mention) for mention in found if mention.type is EntityType.PERSON)
    lasts = (normalize_surface(names, surface).rpartition(" ") for surface in surfaces)
    return {last for first, _, last in lasts if first and not set(_HYPHENS).isdisjoint(last)}


def _are_halves(one: TaggedSpan, other: TaggedSpan, doc: Doc) -> bool:
    """Return whether nothing but a hyphen stands between two names of one type."""
    if one.field != other.field or one.type is not other.type or one.end + 1 != other.start:
        return False
    text = doc.field_text(one.field)
    return text[one.end] in _HYPHENS and text[one.start].isupper() and text[other.start].isupper()


def _is_surname(names: NameRules, one: TaggedSpan, other: TaggedSpan, surnames: set[str], doc: Doc) -> bool:
    if one.type is not EntityType.PERSON:
        return False
    text = doc.field_text(one.field)
    before = text[max(0, one.start - _LONGEST_ADDRESS) : one.start].split()
    addressed = bool(before) and is_address(names, before[-1])
    return addressed or normalize_surface(names, text[one.start : other.end]) in surnames


def _is_name(names: NameRules, one: TaggedSpan, other: TaggedSpan, alone: set[str], doc: Doc) -> bool:
    first, second = doc.surface(one), doc.surface(other)
    if one.type is EntityType.LOC and gazetteer.is_facility(names, second):
        return True
    if one.type not in HYPHENATED_NAME or (" " in first) == (" " in second):
        return False
    return not _stands_alone(names, first, alone) and not _stands_alone(names, second, alone)


def _extended(names: NameRules, mention: TaggedSpan, alone: set[str], doc: Doc) -> TaggedSpan:
    """Take in the second half that the tagger left out, in prose, where not every word has a capital."""
    surface = doc.surface(mention)
    second = _SECOND.match(doc.field_text(mention.field), mention.end)
    if second is None or mention.type not in HYPHENATED_NAME or " " not in surface or doc.in_heading(mention):
        return mention
    half = second[0][1:]
    if is_title(names, half) or any(_stands_alone(names, name, alone) for name in (half, surface)):
        return mention
    return replace(mention, end=second.end())


def _stands_alone(names: NameRules, half: str, alone: set[str]) -> bool:
    """Return whether a half is a name by itself: known to be one, or named so elsewhere in the article."""
    return (
        normalize_surface(names, half) in alone
        or gazetteer.is_country(names, half)
        or is_demonym(names, half)
    )
