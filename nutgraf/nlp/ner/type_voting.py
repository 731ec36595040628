"""Types of mentions, decided over the whole article.

The tagger sees a window at a time. Here its mentions are compared across the article: one surface form has
one type, a surname has the type of its full name, demonyms are NORP, known places are places, and headings in
Title Case keep only what the prose or the gazetteer confirms.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang.schema.names import NameRules
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.boundary_repair import repair_boundaries
from nutgraf.nlp.ner.bylines import resolve_bylines
from nutgraf.nlp.ner.datelines import Datelines
from nutgraf.nlp.ner.demonyms import is_demonym
from nutgraf.nlp.ner.missed_mentions import add_institutions_and_demonyms, propagate_names
from nutgraf.nlp.ner.organisations.acronyms import long_forms
from nutgraf.nlp.ner.organisations.contexts import acting_names, complete_names
from nutgraf.nlp.ner.organisations.opening_words import opening_words
from nutgraf.nlp.ner.places.place_types import with_place_type
from nutgraf.nlp.ner.surface_forms import (
    article_before,
    has_capital_or_digit,
    normalize_surface,
    visible,
)
from nutgraf.nlp.ner.title_case import drop_unconfirmed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.nlp.spans import TaggedSpan

OFFERED: Final = frozenset(
    {EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.LOC, EntityType.FAC, EntityType.NORP}
)
"""Types that are handed on; the tagger's MISC is right in less than half of the cases, and only evidence."""

Votes = dict[EntityType, float]
"""The tagger's summed confidence by type."""

_MOSTLY: Final = 0.75
_SURE: Final = 10.0  # outvotes whatever the tagger says elsewhere in the article
_CERTAIN_PERSON: Final = 0.8
_FOLLOWER_REACH: Final = 20
_OFFICE_REACH: Final = 60
_JUDGED: Final = (EntityType.PERSON, EntityType.LOC, EntityType.ORG)

_INNER_CAPITAL: Final = re.compile(r"[^\W\d_]+[^\W\d_A-Z][A-Z]\w*")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the article says about the types of its names.

    Attributes:
        votes: the votes for each name, normalized.
        surnames: how often the article gives a full name that ends in these words.
        long_forms: the long form of each acronym.
        organisations: names that open the name of an organisation and stand for it, or act as one.
    """

    votes: dict[str, Votes]
    surnames: Counter[str]
    long_forms: dict[str, str]
    organisations: frozenset[str]


def resolve_types(mentions: Sequence[TaggedSpan], doc: Doc) -> tuple[TaggedSpan, ...]:
    """Decide the boundaries and types of an article's mentions.

    Args:
        mentions: what the encoder found, in order, not overlapping, each as ``span_trimming.trim_span``
            leaves it.
        doc: the document with its sentences; in an unsupported language nothing is a mention.

    Returns:
        Mentions in order, the title's first, not overlapping within a field. Time is linear in the text.
    """
    if doc.language is None:
        return ()
    names = doc.language.names
    datelines = Datelines.of(doc)
    found = datelines.among(repair_boundaries(mentions, doc))
    found = [_with_demonym_type(names, mention, doc) for mention in found]
    found = resolve_bylines(_with_voted_types(names, complete_names(found, doc), datelines, doc), doc)
    found = drop_unconfirmed(found, doc)
    found = propagate_names(found, doc)
    found = add_institutions_and_demonyms(found, doc)
    if names.names_are_capitalised:
        found = [mention for mention in found if has_capital_or_digit(doc.surface(mention))]
    found = [with_place_type(names, m, doc) if m.type is EntityType.LOC else m for m in found]
    kept = {(m.field, m.start): m for m in found if m.type in OFFERED}
    return tuple(sorted(kept.values(), key=lambda m: (m.field == "text", m.start)))


def _with_demonym_type(names: NameRules, mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    """Make a demonym NORP unless the tagger is sure of a person so named."""
    certain = mention.type is EntityType.PERSON and mention.score > _CERTAIN_PERSON
    if not certain and is_demonym(names, doc.surface(mention)):
        return replace(mention, type=EntityType.NORP)
    return mention


def _with_voted_types(
    names: NameRules, found: list[TaggedSpan], datelines: Datelines, doc: Doc
) -> list[TaggedSpan]:
    """Give every surface form the type that the article as a whole gives it."""
    votes = _votes(names, found, datelines, doc)
    organisations = [name for name in votes if " " in name and _is_organisation(names, name, votes)]
    evidence = _Evidence(
        votes,
        _surnames(names, votes, found, doc),
        long_forms(found, doc),
        _certain_openings(names, opening_words(found, organisations, doc)) | acting_names(found, doc),
    )
    kinds = {
        surface: _voted_type(names, surface, evidence)
        for surface in {doc.surface(mention) for mention in found if mention.type is not EntityType.NORP}
    }
    return [
        mention if mention.type is EntityType.NORP else _retyped(mention, kinds[doc.surface(mention)])
        for mention in found
    ]


def _retyped(mention: TaggedSpan, kind: EntityType) -> TaggedSpan:
    return mention if mention.type is kind else replace(mention, type=kind)


def _certain_openings(names: NameRules, openings: Mapping[str, str]) -> frozenset[str]:
    """Return the names that open one whose last word is an organisation's, whatever they are tagged as."""
    organisations = names.organisations
    heads = organisations.suffixes, organisations.generic_names, organisations.company_words
    lasts = {name: long_form.rpartition(" ")[2].rstrip(".") for name, long_form in openings.items()}
    return frozenset(name for name, last in lasts.items() if any(last in words for words in heads))


def _is_organisation(names: NameRules, name: str, votes: dict[str, Votes]) -> bool:
    """Return whether a name of several words is an organisation's, as its votes or its last word say."""
    kind = _best(votes[name])
    suffixed = name.rpartition(" ")[2].rstrip(".") in names.organisations.suffixes
    return kind is EntityType.ORG or (suffixed and kind is not EntityType.MISC)


def _votes(names: NameRules, found: Sequence[TaggedSpan], datelines: Datelines, doc: Doc) -> dict[str, Votes]:
    """Sum the tagger's confidence for each type over all mentions of a form; headings count little."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for mention in found:
        agency = mention.field == "text" and (mention.start, mention.end) in datelines.agencies
        weight = _SURE if agency else 0.25 if doc.in_heading(mention) else 1.0
        kind = EntityType.ORG if agency or _is_no_person(names, mention, doc) else mention.type
        if kind is EntityType.LOC and _holds_office(names, mention, doc):
            kind, weight = EntityType.PERSON, _SURE
        votes[normalize_surface(names, doc.surface(mention))][kind] += weight * mention.score
    return votes


def _is_no_person(names: NameRules, mention: TaggedSpan, doc: Doc) -> bool:
    """Return whether a person has an article ("the Kremlin") or is spelt like a brand ("PKU", "TikTok")."""
    if mention.type is not EntityType.PERSON:
        return False
    surface, text = doc.surface(mention), doc.field_text(mention.field)
    if article_before(names.definite_articles, text, mention.start):
        behind = text[mention.end : mention.end + _FOLLOWER_REACH].split(" ")[1:2]
        if names.persons.followers.isdisjoint(behind):
            return True
    if surface.isupper() and len(surface) > 1 and not doc.in_capitals(mention):
        return True
    return _INNER_CAPITAL.fullmatch(surface) is not None and not surface.startswith(
        names.persons.capital_prefixes
    )


def _holds_office(names: NameRules, mention: TaggedSpan, doc: Doc) -> bool:
    """Return whether a name that opens with a given name stands behind an office ("the mayor of Arle, ")."""
    text = doc.field_text(mention.field)
    if not text.startswith(", ", mention.start - 2):
        return False
    surface, persons = doc.surface(mention), names.persons
    first, space, _ = surface.casefold().partition(" ")
    if not space or not gazetteer.is_unknown(names, surface):
        return False
    if first not in persons.feminine_given_names and first not in persons.masculine_given_names:
        return False
    text = doc.field_text(mention.field)
    return (
        persons.office_leads.search(text[max(0, mention.start - _OFFICE_REACH) : mention.start]) is not None
    )


def _surnames(
    names: NameRules, votes: dict[str, Votes], found: Sequence[TaggedSpan], doc: Doc
) -> Counter[str]:
    """Count, for each last part of a person's full name, how often the article gives that full name."""
    surnames: Counter[str] = Counter()
    for mention in found:
        name = normalize_surface(names, doc.surface(mention))
        words = name.split()
        if len(words) > 1 and _best(votes[name]) is EntityType.PERSON:
            surnames.update(" ".join(words[i:]) for i in range(1, len(words)))
    return surnames


def _voted_type(names: NameRules, surface: str, evidence: _Evidence) -> EntityType:
    """Return the type that the article gives a surface form."""
    name = normalize_surface(names, surface)
    votes = evidence.votes[name]
    if name in evidence.long_forms:
        of_long_form = _best(evidence.votes[evidence.long_forms[name]])
        if of_long_form in _JUDGED:
            return of_long_form
    if name in evidence.organisations and _may_be_organisation(votes):
        return EntityType.ORG
    if name in evidence.surnames and not gazetteer.is_country(names, surface):
        return EntityType.PERSON
    return _corrected(names, surface, _best(votes), votes)


def _may_be_organisation(votes: Votes) -> bool:
    """Return whether a name is tagged as a place in the lesser part of its mentions."""
    return votes.get(EntityType.LOC, 0.0) <= sum(votes.values()) / 2


def _corrected(names: NameRules, surface: str, best: EntityType, votes: Votes) -> EntityType:
    """Return the type that won the vote, or the one that a head word or the gazetteer has instead."""
    last = visible(surface).casefold().rpartition(" ")[2] if " " in surface else ""
    if best is EntityType.ORG and last in names.occasions:
        return EntityType.MISC
    if last and best is not EntityType.MISC and last.rstrip(".") in names.organisations.suffixes:
        return EntityType.ORG
    if best in _JUDGED and last in names.places.facilities:
        return EntityType.LOC
    known = gazetteer.is_known_place(names, surface)
    if known is None:
        return best
    share = votes[best] / (sum(votes.values()) or 1.0)
    if gazetteer.is_country(names, surface) and not (best is EntityType.PERSON and share > _MOSTLY):
        return EntityType.LOC
    return EntityType.LOC if best is EntityType.MISC or share < _MOSTLY else best


def _best(votes: Votes) -> EntityType:
    return max(votes, key=lambda kind: (votes[kind], kind))
