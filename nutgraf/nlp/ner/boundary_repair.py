"""Mentions whose ends the tagger put wrong, or that sloppy copying damaged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nutgraf.model import EntityType
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang.en.honorifics import without_titles
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.hyphenated_names import join_hyphenated
from nutgraf.nlp.ner.surface_forms import normalize_surface
from nutgraf.nlp.spans import TaggedSpan
from nutgraf.nlp.word_lists import word_set

_PLACE_PAIR = re.compile(r",[ \u00a0]")
_CURRENCY = re.compile(r"\s?\$|\s(?:dollars?|pounds?)\b")
_ARTICLE = re.compile(r"[a-z,] The $")
_COMPOUND = re.compile(r"[-–/]")
_GENERIC = word_set(
    """
    NGO NGOs MoU MoUs MOU NFT NFTs CEO CEOs CFO CTO COO PM MP MPs IT AI PR HR TV GDP VAT FDI IPO FIR DNA
    HIV AIDS CCTV GPS PCR ICU SUV EV EVs LED SMS ID IQ QR URL VIP DIY Q&A FAQ Covid COVID
    Covid-19 COVID-19 Kingdom Republic Party President
    """
)
_BLOCS = word_set("EU UN NATO Nato ASEAN Asean G7 G20 BRICS Mercosur GCC AU")
_SHORTEST = 3
_TAILS = word_set("party government newspaper magazine administration officials spokesman spokeswoman")
_DIRECTIONS = word_set(
    "north south east west northern southern eastern western central northeastern southeastern"
)


def repair_boundaries(mentions: Iterable[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Mend the ends of mentions, in order, and leave out those that name nothing."""
    found = join_hyphenated([part for mention in mentions for part in _split(mention, doc)], doc)
    for mend in (_without_title, _without_common_words, _with_article):
        found = [mend(mention, doc) for mention in found]
    found = _joined(_unglued(found, doc), doc)
    return [mention for mention in found if not _names_nothing(mention, doc)]


def _names_nothing(mention: TaggedSpan, doc: Doc) -> bool:
    """Whether a mention is an abbreviation of a common noun, or the country in front of a sum of money."""
    if doc.surface(mention) in _GENERIC:
        return True
    place = mention.type is EntityType.LOC
    return place and _CURRENCY.match(doc.field_text(mention.field), mention.end) is not None


def _split(mention: TaggedSpan, doc: Doc) -> Iterator[TaggedSpan]:
    """Take apart two countries with a hyphen ("US-Russia"), and an owner ("Irelands Foreign Ministry")."""
    surface = doc.surface(mention)
    mark = _COMPOUND.search(surface)
    sides = (_party(surface[: mark.start()]), _party(surface[mark.end() :])) if mark else (None, None)
    if mark and sides[0] and sides[1]:
        yield replace(mention, end=mention.start + mark.start(), type=sides[0])
        yield replace(mention, start=mention.start + mark.end(), type=sides[1])
        return
    owner, space, rest = surface.partition(" ")
    if mention.type is EntityType.ORG and owner.endswith("s") and space and gazetteer.is_country(owner[:-1]):
        at = mention.start + len(owner)
        yield replace(mention, end=at - 1, type=EntityType.LOC)
        yield replace(mention, start=at + len(rest) - len(rest.lstrip()) + 1)
        return
    yield mention


def _party(name: str) -> EntityType | None:
    """Say what kind of party to talks a name is known for."""
    if name in _BLOCS:
        return EntityType.ORG
    return EntityType.LOC if gazetteer.is_country(name) else None


def _without_title(mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    if mention.type is not EntityType.PERSON:
        return mention
    return replace(mention, start=without_titles(doc.field_text(mention.field), mention.start, mention.end))


def _without_common_words(mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    """Take common nouns off a name's end ("Karsa river") and a compass point off a place's beginning."""
    surface = doc.surface(mention)
    head, space, tail = surface.rpartition(" ")
    place = mention.type is EntityType.LOC and tail.islower() and not gazetteer.is_facility(surface)
    if space and head[:1].isupper() and (place or (mention.type is EntityType.ORG and tail in _TAILS)):
        return replace(mention, end=mention.start + len(head.rstrip()))
    first, space, rest = surface.partition(" ")
    if mention.type is EntityType.LOC and first in _DIRECTIONS and rest[:1].isupper():
        return replace(mention, start=mention.end - len(rest))
    return mention


def _with_article(mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    """Take in the article that belongs to a name, as its capital in a sentence says ("told The Courier")."""
    named = mention.type is EntityType.ORG and _ARTICLE.search(
        doc.field_text(mention.field)[max(0, mention.start - 9) : mention.start]
    )
    return replace(mention, start=mention.start - 4) if named else mention


def _unglued(found: Sequence[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Take off the ``s`` of a possessive whose apostrophe is lost: "NATOs", "Ukraines"."""
    names = {normalize_surface(doc.surface(mention)) for mention in found}
    parts = {part for name in names if " " in name for part in name.split()}
    sloppy = _lost_apostrophes(found, doc)
    return [
        replace(mention, end=mention.end - 1)
        if _is_glued(mention, doc, names) or (sloppy and _is_glued_person(mention, doc, parts))
        else mention
        for mention in found
    ]


def _is_glued(mention: TaggedSpan, doc: Doc, names: set[str]) -> bool:
    surface = doc.surface(mention)
    stem = surface[:-1]
    if not surface.endswith("s") or len(stem) < _SHORTEST or gazetteer.is_known_place(surface):
        return False
    acronym = stem.isupper() and stem.isalpha()
    country = gazetteer.is_country(stem) and mention.type is not EntityType.PERSON
    return acronym or country or (normalize_surface(stem) in names and mention.type is not EntityType.NORP)


def _is_glued_person(mention: TaggedSpan, doc: Doc, parts: set[str]) -> bool:
    """Whether a lone name in ``s`` may be a possessive, in a text without apostrophes ("Macrons envoy")."""
    surface = doc.surface(mention)
    behind = doc.field_text(mention.field)[mention.end : mention.end + 2]
    lone = mention.type is EntityType.PERSON and " " not in surface and surface[_SHORTEST:].endswith("s")
    return lone and normalize_surface(surface) not in parts and behind[:1] == " " and behind[1:].islower()


def _lost_apostrophes(found: Sequence[TaggedSpan], doc: Doc) -> bool:
    """Whether the text has no apostrophes but countries or acronyms with a glued ``s``."""
    if "'s " in doc.text or "’s " in doc.text:
        return False
    return sum(_is_glued(mention, doc, set()) for mention in found) > 1


def _joined(found: list[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Join a city with the abbreviated state behind it: "Washington, D.C."."""
    result: list[TaggedSpan] = []
    for mention in found:
        last = result[-1] if result else None
        if last and _is_pair(last, mention, doc):
            score = min(last.score, mention.score)
            result[-1] = replace(last, end=mention.end, type=EntityType.LOC, score=score)
        else:
            result.append(mention)
    return result


def _is_pair(city: TaggedSpan, state: TaggedSpan, doc: Doc) -> bool:
    if city.field != state.field or city.type is not EntityType.LOC:
        return False
    between = doc.field_text(city.field)[city.end : state.start]
    return bool(_PLACE_PAIR.fullmatch(between)) and gazetteer.is_state_abbreviation(doc.surface(state))
