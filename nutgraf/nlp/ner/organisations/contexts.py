"""Organisations that the tagger takes for something else: what they do and whom they have says so.

A name counts that the article repeats and that at least once leads a clause as only an actor does, or has a
founder, a spokesman or shares.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.encoder.span_trimming import QUOTES
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.surface_forms import normalize_surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.lang.schema.organisation_names import OrganisationNames
    from nutgraf.nlp.spans import TaggedSpan

_TAKEN_FOR: Final = frozenset({EntityType.MISC, EntityType.PERSON})
_OPENING_MARKS: Final = tuple(QUOTES)
_REACH: Final = 40
_REPEATED: Final = 2
_SHORTEST: Final = 3
_MOST_WORDS: Final = 4
_WORD_BEFORE: Final = re.compile(r"(?<!\S)\S+")


def acting_names(found: Sequence[TaggedSpan], doc: Doc) -> frozenset[str]:
    """Return the names, normalized, that act as an organisation and that the tagger calls something else.

    A name that the tagger takes for a person's needs what only a company has, and must be of one word that no
    full name of the article has.
    """
    names = name_rules(doc)
    found_by_name: dict[str, list[TaggedSpan]] = defaultdict(list)
    persons: set[str] = set()
    for mention in found:
        if mention.type in _TAKEN_FOR:
            name = normalize_surface(names, doc.surface(mention))
            if mention.type is EntityType.PERSON and " " in name:
                persons.update(name.split(), (name,))
            else:
                found_by_name[name].append(mention)
    return frozenset(
        name
        for name, mentions in found_by_name.items()
        if len(mentions) >= _REPEATED
        and name not in persons
        and _may_be(names, name)
        and any(_acts(names.organisations, mention, doc) for mention in mentions)
    )


def _may_be(names: NameRules, name: str) -> bool:
    return len(name) >= _SHORTEST and name.rsplit(maxsplit=1)[-1] not in names.occasions


def _acts(organisations: OrganisationNames, mention: TaggedSpan, doc: Doc) -> bool:
    """Return whether the words around a mention are an organisation's; a work in marks acts as nothing."""
    leads, followers = organisations.leads, organisations.followers
    if mention.type is EntityType.PERSON:
        leads, followers = organisations.company_leads, organisations.company_followers
    text = doc.field_text(mention.field)
    before = text[max(0, mention.start - _REACH) : mention.start]
    if before.endswith(_OPENING_MARKS):
        return False
    return bool(followers.match(text, mention.end) or leads.search(before))


def complete_names(found: Sequence[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Take in the first words of a name of which the tagger found the last ones, and elsewhere the whole."""
    wholes = {doc.surface(mention) for mention in found if mention.type is EntityType.MISC}
    if not wholes:
        return list(found)
    result: list[TaggedSpan] = []
    for mention in found:
        if mention.type is EntityType.MISC:
            reached = result[-1].end if result and result[-1].field == mention.field else 0
            result.append(_completed(mention, wholes, reached, doc))
        else:
            result.append(mention)
    return result


def _completed(mention: TaggedSpan, wholes: set[str], reached: int, doc: Doc) -> TaggedSpan:
    text = doc.field_text(mention.field)
    before = text[max(reached, mention.start - _REACH) : mention.start]
    words = list(_WORD_BEFORE.finditer(before))[-_MOST_WORDS:] if before[-1:] == " " else []
    for word in words:
        start = mention.start - len(before) + word.start()
        if text[start : mention.end] in wholes:
            return replace(mention, start=start)
    return mention
