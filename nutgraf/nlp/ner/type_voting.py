"""The pass over the whole article: what one sentence leaves in doubt, the others often settle.

The tagger sees a window at a time. Here its mentions are compared across the article: one surface form has
one type, a surname follows its full name, nationality words are NORP, known places are places, and headings,
whose capitals say nothing, keep only what the prose or common knowledge confirms.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.model import EntityType
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang.en.demonyms import is_demonym
from nutgraf.nlp.lang.en.organisation_suffixes import ORGANISATION_SUFFIXES
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.boundary_repair import repair_boundaries
from nutgraf.nlp.ner.datelines import Datelines
from nutgraf.nlp.ner.missed_mentions import add_institutions, add_nationalities, propagate_names
from nutgraf.nlp.ner.surface_forms import bracketed_acronyms, has_capital_or_digit, normalize_surface
from nutgraf.nlp.ner.title_case import drop_unconfirmed
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.spans import TaggedSpan

OFFERED = frozenset(
    {EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.LOC, EntityType.FAC, EntityType.NORP}
)
"""Types that are handed on; the tagger's MISC is right in less than half of the cases, and only evidence."""

_MOSTLY = 0.75
_SURE = 10.0  # outvotes whatever the tagger says elsewhere in the article
Votes = dict[EntityType, float]
_JUDGED = (EntityType.PERSON, EntityType.LOC, EntityType.ORG)

_BRAND = re.compile(r"(?!Ma?c|D[ei]|L[aei]|V[ao]n|Fitz|San)[^\W\d_]+[^\W\d_A-Z][A-Z]\w*")
_OF_PEOPLE = word_set(
    """
    administration government cabinet family campaign regime era team presidency brothers sisters trial
    case camp doctrine plan years estate ally allies aide loyalist supporter supporters
    """
)
_OCCASIONS = word_set(
    """
    accords accord agreement treaty protocol convention cup games olympics festival championship
    championships marathon prize award act bill war revolution summit day week night derby tournament
    grammys oscars conference
    """
)


def resolve_types(mentions: Sequence[TaggedSpan], doc: Doc) -> tuple[TaggedSpan, ...]:
    """Settle the boundaries and types of an article's mentions.

    Args:
        mentions: what the encoder found, in order, not overlapping, each as ``span_trimming.trim_span``
            leaves it.
        doc: the document with its sentences; in an unsupported language nothing is a mention.

    Returns:
        Mentions in order, the title's first, not overlapping within a field. Time is linear in the text.
    """
    if doc.language is None:
        return ()
    datelines = Datelines.of(doc.text)
    found = datelines.among(repair_boundaries(mentions, doc))
    found = [_nationality(mention, doc) for mention in found]
    found = _typed(found, datelines, doc)
    found = drop_unconfirmed(found, doc)
    found = propagate_names(found, doc)
    found = add_institutions(found, doc)
    found = add_nationalities(found, doc)
    found = [_placed(mention, doc) for mention in found if has_capital_or_digit(doc.surface(mention))]
    kept = {(m.field, m.start): m for m in found if m.type in OFFERED}
    return tuple(sorted(kept.values(), key=lambda m: (m.field == "text", m.start)))


def _nationality(mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    """A nationality word is NORP unless the tagger is sure of a person so named."""
    certain = mention.type is EntityType.PERSON and mention.score > 0.8  # noqa: PLR2004
    if is_demonym(doc.surface(mention)) and not certain:
        return replace(mention, type=EntityType.NORP)
    return mention


def _typed(found: list[TaggedSpan], datelines: Datelines, doc: Doc) -> list[TaggedSpan]:
    """Give every surface form the type that the article as a whole gives it."""
    votes = _votes(found, datelines, doc)
    surnames = _surnames(votes, found, doc)
    long_forms = bracketed_acronyms(found, doc)
    return [replace(mention, type=_decided(mention, doc, votes, surnames, long_forms)) for mention in found]


def _votes(found: Sequence[TaggedSpan], datelines: Datelines, doc: Doc) -> dict[str, Votes]:
    """Sum the tagger's confidence for each type over all mentions of a form; headings count little."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for mention in found:
        agency = mention.field == "text" and (mention.start, mention.end) in datelines.agencies
        weight = _SURE if agency else 0.25 if doc.in_heading(mention) else 1.0
        kind = EntityType.ORG if agency or _is_no_person(mention, doc) else mention.type
        votes[normalize_surface(doc.surface(mention))][kind] += weight * mention.score
    return votes


def _is_no_person(mention: TaggedSpan, doc: Doc) -> bool:
    """Whether a so-called person has an article or the letters of a brand: "the Kremlin", "PKU", "TikTok"."""
    surface = doc.surface(mention)
    if mention.type is not EntityType.PERSON:
        return False
    text = doc.field_text(mention.field)
    with_article = text[max(0, mention.start - 4) : mention.start].casefold() == "the "
    of_people = not _OF_PEOPLE.isdisjoint(text[mention.end : mention.end + 20].split(" ")[1:2])
    acronym = surface.isupper() and len(surface) > 1 and not doc.in_capitals(mention)
    return (with_article and not of_people) or acronym or _BRAND.fullmatch(surface) is not None


def _surnames(votes: dict[str, Votes], found: Sequence[TaggedSpan], doc: Doc) -> Counter[str]:
    """Count, for each last part of a person's full name, how often the article gives that full name."""
    surnames: Counter[str] = Counter()
    for mention in found:
        name = normalize_surface(doc.surface(mention))
        words = name.split()
        if len(words) > 1 and _best(votes[name]) is EntityType.PERSON:
            surnames.update(" ".join(words[i:]) for i in range(1, len(words)))
    return surnames


def _decided(
    mention: TaggedSpan,
    doc: Doc,
    votes: dict[str, Votes],
    surnames: Counter[str],
    long_forms: dict[str, str],
) -> EntityType:
    if mention.type is EntityType.NORP:
        return EntityType.NORP
    surface = doc.surface(mention)
    name = normalize_surface(surface)
    best = _best(votes[name])
    if name in long_forms and _best(votes[long_forms[name]]) in _JUDGED:
        return _best(votes[long_forms[name]])
    if name in surnames and not gazetteer.is_country(surface):
        return EntityType.PERSON
    return _by_knowledge(surface, best, votes[name])


def _by_knowledge(surface: str, best: EntityType, votes: Votes) -> EntityType:
    """Let head words and the gazetteer correct the vote."""
    parts = surface.casefold().split()
    if best is EntityType.ORG and len(parts) > 1 and parts[-1] in _OCCASIONS:
        return EntityType.MISC
    if len(parts) > 1 and parts[-1].rstrip(".") in ORGANISATION_SUFFIXES and best is not EntityType.MISC:
        return EntityType.ORG
    if gazetteer.is_facility(surface) and best in _JUDGED:
        return EntityType.LOC
    share = votes[best] / (sum(votes.values()) or 1.0)
    if gazetteer.is_country(surface) and not (best is EntityType.PERSON and share > _MOSTLY):
        return EntityType.LOC
    if gazetteer.is_known_place(surface) and (best is EntityType.MISC or share < _MOSTLY):
        return EntityType.LOC
    return best


def _best(votes: Votes) -> EntityType:
    return max(votes, key=lambda kind: (votes[kind], kind))


def _placed(mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    """Tell political places, facilities and other places apart."""
    if mention.type is not EntityType.LOC:
        return mention
    return replace(mention, type=gazetteer.kind_of_place(doc.surface(mention)))
