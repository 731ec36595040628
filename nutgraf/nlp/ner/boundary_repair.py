"""Repair of mentions whose ends the tagger put wrong, or that careless copying damaged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from nutgraf.model import EntityType
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang.schema.names import NameRules
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.glued_words import cut_glued
from nutgraf.nlp.ner.honorifics import without_titles
from nutgraf.nlp.ner.hyphenated_names import join_hyphenated
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.person_boundaries import join_nicknames, with_suffixes
from nutgraf.nlp.ner.surface_forms import INVISIBLE, article_before, normalize_surface
from nutgraf.nlp.spans import TaggedSpan

_PLACE_PAIR: Final = re.compile(r",[ \u00a0]")
_CURRENCY_SIGN: Final = re.compile(r"\s?\$")
_WORD_BEHIND: Final = re.compile(r"\s(\w+)")
_COMPOUND: Final = re.compile(r"[-–/]")
_SHORTEST: Final = 3


def repair_boundaries(mentions: Iterable[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Repair the ends of mentions, in order, and leave out those that name nothing."""
    names = name_rules(doc)
    found = cut_glued(_without_invisible(mentions, doc), doc)
    found = join_hyphenated([part for mention in found for part in _split(names, mention, doc)], doc)
    found = with_suffixes(join_nicknames(found, doc), doc)
    for repair in (_without_title, _without_common_words, _with_article):
        found = [repair(names, mention, doc) for mention in found]
    found = _join_cities_to_states(names, _without_bare_possessives(names, found, doc), doc)
    return [mention for mention in found if not _is_no_name(names, mention, doc)]


def _without_invisible(mentions: Iterable[TaggedSpan], doc: Doc) -> Iterable[TaggedSpan]:
    """Take characters that nobody sees off the ends of mentions."""
    if not any(mark in doc.text or mark in doc.title for mark in INVISIBLE):
        return mentions
    return [_trimmed(mention, doc) for mention in mentions]


def _trimmed(mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    surface = doc.surface(mention)
    start = mention.start + len(surface) - len(surface.lstrip(INVISIBLE))
    end = mention.end - len(surface) + len(surface.rstrip(INVISIBLE))
    return replace(mention, start=start, end=end) if start < end else mention


def _is_no_name(names: NameRules, mention: TaggedSpan, doc: Doc) -> bool:
    """Return whether a mention is a common noun, a title alone, or the country of a sum of money."""
    if doc.surface(mention) in names.common_abbreviations:
        return True
    if mention.type is EntityType.PERSON:
        return doc.surface(mention).casefold() in names.honorifics.inner_titles
    if mention.type is not EntityType.LOC:
        return False
    text = doc.field_text(mention.field)
    word = _WORD_BEHIND.match(text, mention.end)
    currency = word is not None and word[1] in names.places.currency_nouns
    return currency or _CURRENCY_SIGN.match(text, mention.end) is not None


def _split(names: NameRules, mention: TaggedSpan, doc: Doc) -> Iterator[TaggedSpan]:
    """Split two countries with a hyphen ("US-Russia"), and an owner ("Irelands Foreign Ministry")."""
    surface = doc.surface(mention)
    mark = _COMPOUND.search(surface)
    if mark:
        one = _bloc_or_country(names, surface[: mark.start()])
        other = _bloc_or_country(names, surface[mark.end() :])
        if one and other:
            yield replace(mention, end=mention.start + mark.start(), type=one)
            yield replace(mention, start=mention.start + mark.end(), type=other)
            return
    if mention.type is EntityType.ORG:
        owner, space, rest = surface.partition(" ")
        country = _without_bare_possessive(names, owner)
        if country and space and gazetteer.is_country(names, country):
            yield replace(mention, end=mention.start + len(country), type=EntityType.LOC)
            yield replace(mention, start=mention.end - len(rest.lstrip()))
            return
    yield mention


def _bloc_or_country(names: NameRules, surface: str) -> EntityType | None:
    """Return the type of a name that is a bloc's or a country's, else None."""
    if surface in names.organisations.blocs:
        return EntityType.ORG
    return EntityType.LOC if gazetteer.is_country(names, surface) else None


def _without_title(names: NameRules, mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    if mention.type is not EntityType.PERSON:
        return mention
    text = doc.field_text(mention.field)
    mention = _without_author(names, mention, doc)
    start = without_titles(names, text, mention.start, mention.end)
    return mention if start == mention.start else replace(mention, start=start)


def _without_author(names: NameRules, mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    """Leave the author out who stands before a dateline without a mark between ("Rosa Quispe OSLO")."""
    surface = doc.surface(mention)
    if not surface[-1].isupper():
        return mention
    head, _, tail = surface.rpartition(" ")
    dateline = tail.isupper() and " " in head and not head.isupper() and len(tail) >= _SHORTEST
    if dateline and gazetteer.is_known_place(names, tail):
        return replace(mention, start=mention.end - len(tail), type=EntityType.LOC)
    return mention


def _without_common_words(names: NameRules, mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    """Take common nouns off a name's end ("Karsa river") and a direction off a place's beginning."""
    surface = doc.surface(mention)
    head, space, tail = surface.rpartition(" ")
    if space and head[:1].isupper():
        place = mention.type is EntityType.LOC
        feature = place and tail.islower() and not gazetteer.is_facility(names, surface)
        if feature or (mention.type is EntityType.ORG and tail in names.organisations.common_nouns):
            return replace(mention, end=mention.start + len(head.rstrip()))
    first, _, rest = surface.partition(" ")
    if mention.type is EntityType.LOC and first in names.places.directions and rest[:1].isupper():
        return replace(mention, start=mention.end - len(rest))
    return mention


def _with_article(names: NameRules, mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    """Take in the article that belongs to a name, as its capital in a sentence says ("told The Courier")."""
    if mention.type is not EntityType.ORG:
        return mention
    text = doc.field_text(mention.field)
    start = mention.start - article_before(names.definite_articles, text, mention.start)
    before = text[max(0, start - 2) : start]
    in_sentence = before[1:] == " " and (before[0].islower() or before[0] == ",")
    if in_sentence and text[start : mention.start].istitle():
        return replace(mention, start=start)
    return mention


def _without_bare_possessives(names: NameRules, found: Sequence[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Take off possessive endings whose apostrophe is lost: "NATOs", "Ukraines"."""
    ending = names.possessives.bare_ending
    if not ending:
        return list(found)
    surfaces = {normalize_surface(names, doc.surface(mention)) for mention in found}
    parts = {part for surface in surfaces if " " in surface for part in surface.split()}
    careless = _lacks_apostrophes(names, found, doc)
    return [
        replace(mention, end=mention.end - len(ending))
        if _is_bare_possessive(names, mention, doc, surfaces)
        or (careless and _is_bare_possessive_person(names, mention, doc, parts))
        else mention
        for mention in found
    ]


def _without_bare_possessive(names: NameRules, surface: str) -> str:
    """Return a surface form without the possessive ending; empty when it has none."""
    ending = names.possessives.bare_ending
    return surface[: -len(ending)] if ending and surface.endswith(ending) else ""


def _is_bare_possessive(names: NameRules, mention: TaggedSpan, doc: Doc, surfaces: set[str]) -> bool:
    surface = doc.surface(mention)
    stem = _without_bare_possessive(names, surface)
    if len(stem) < _SHORTEST or gazetteer.is_known_place(names, surface):
        return False
    acronym = stem.isupper() and stem.isalpha()
    country = mention.type is not EntityType.PERSON and gazetteer.is_country(names, stem)
    named = mention.type is not EntityType.NORP and normalize_surface(names, stem) in surfaces
    return acronym or country or named


def _is_bare_possessive_person(names: NameRules, mention: TaggedSpan, doc: Doc, parts: set[str]) -> bool:
    """Return whether a lone name may be a possessive, in a text without apostrophes ("Macrons envoy")."""
    if mention.type is not EntityType.PERSON:
        return False
    surface = doc.surface(mention)
    behind = doc.field_text(mention.field)[mention.end : mention.end + 2]
    lone = " " not in surface and surface[_SHORTEST:].endswith(names.possessives.bare_ending)
    followed = behind[:1] == " " and behind[1:].islower()
    return lone and followed and normalize_surface(names, surface) not in parts


def _lacks_apostrophes(names: NameRules, found: Sequence[TaggedSpan], doc: Doc) -> bool:
    """Return whether a text has no apostrophes, but countries or acronyms with a bare possessive ending."""
    if any(f"{ending} " in doc.text for ending in names.possessives.endings):
        return False
    return sum(_is_bare_possessive(names, mention, doc, set()) for mention in found) > 1


def _join_cities_to_states(names: NameRules, found: list[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Join a city with the abbreviated state behind it: "Washington, D.C."."""
    result: list[TaggedSpan] = []
    for mention in found:
        last = result[-1] if result else None
        if last and _are_city_and_state(names, last, mention, doc):
            score = min(last.score, mention.score)
            result[-1] = replace(last, end=mention.end, type=EntityType.LOC, score=score)
        else:
            result.append(mention)
    return result


def _are_city_and_state(names: NameRules, city: TaggedSpan, state: TaggedSpan, doc: Doc) -> bool:
    if city.field != state.field or city.type is not EntityType.LOC:
        return False
    between = doc.field_text(city.field)[city.end : state.start]
    joined = _PLACE_PAIR.fullmatch(between) is not None
    return joined and gazetteer.is_state_abbreviation(names, doc.surface(state))
