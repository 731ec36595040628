"""Acronyms of an article's names, with the long form that each stands for.

In brackets behind its long form an acronym need not have its letters: that of another language stands there
too ("the Harbour Safety Board (Sekavin)"), and shows that it is a name where the article goes on to use it.
Without brackets the initials of one long form, and of no other, are its acronym.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.demonyms import is_demonym
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.surface_forms import abbreviates, normalize_surface, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan

_BRACKET: Final = re.compile(r"[ \u00a0]\(")
_BRACKET_LENGTH: Final = 2
_SEPARATOR: Final = re.compile(r"[\s-]+")
_FEWEST_INITIALS: Final = 3
_MOST_INITIALS: Final = 8
_FULL_NAME: Final = 2
_ABBREVIATED: Final = frozenset({EntityType.ORG, EntityType.LOC, EntityType.GPE, EntityType.FAC})
_PLACES: Final = frozenset({EntityType.LOC, EntityType.GPE, EntityType.FAC})


def long_forms(mentions: Sequence[TaggedSpan], doc: Doc) -> dict[str, str]:
    """Map each acronym to the long form that the article gives it, both normalized.

    Args:
        mentions: in order, not overlapping.
        doc: the document.
    """
    names = name_rules(doc)
    bracketed = dict(_bracketed(names, mentions, doc))
    return {**_by_initials(names, mentions, doc), **bracketed}


def _bracketed(names: NameRules, mentions: Sequence[TaggedSpan], doc: Doc) -> Iterator[tuple[str, str]]:
    """Yield what stands in brackets right behind a name that it abbreviates."""
    for before, behind in pairwise(mentions):
        if behind.start - before.end != _BRACKET_LENGTH or before.field != behind.field:
            continue
        text = doc.field_text(behind.field)
        if not _BRACKET.fullmatch(text[before.end : behind.start]):
            continue
        long_form, short = visible(doc.surface(before)), visible(doc.surface(behind))
        key = normalize_surface(names, short)
        if abbreviates(short, long_form) or (
            text[behind.end : behind.end + 1] == ")"
            and before.type is EntityType.ORG
            and behind.type not in _PLACES
            and _may_be_acronym(names, short, long_form)
            and _is_used(names, key, mentions, doc)
        ):
            yield key, normalize_surface(names, long_form)


def _may_be_acronym(names: NameRules, short: str, long_form: str) -> bool:
    """Return whether a word may be the acronym of an organisation's name in another language."""
    folded, words = normalize_surface(names, short), normalize_surface(names, long_form).split()
    organisation = len(words) > _FULL_NAME or words[-1] in names.organisations.generic_names
    return (
        organisation
        and " " not in short
        and len(short) >= _FEWEST_INITIALS
        and len(words) > 1
        and folded not in words
        and folded not in names.organisations.generic_names
        and gazetteer.is_known_place(names, short) is None
        and not is_demonym(names, short)
    )


def _is_used(names: NameRules, acronym: str, mentions: Sequence[TaggedSpan], doc: Doc) -> bool:
    """Return whether the article goes on to use an acronym, and not as a part of a person's name."""
    count = 0
    for mention in mentions:
        name = normalize_surface(names, doc.surface(mention))
        count += name == acronym
        if mention.type is EntityType.PERSON and " " in name and acronym in name.split():
            return False
    return count > 1


def _by_initials(names: NameRules, mentions: Sequence[TaggedSpan], doc: Doc) -> dict[str, str]:
    """Map acronyms of three letters and more to the one long form whose initials they are."""
    surfaces = [(doc.surface(mention), mention) for mention in mentions]
    shorts = {letters for surface, _ in surfaces if (letters := _letters(surface))}
    if not shorts:
        return {}
    candidates: dict[str, set[str]] = defaultdict(set)
    for surface, mention in surfaces:
        if " " in surface and mention.type in _ABBREVIATED and not surface.isupper():
            for initials in _initials(names, surface) & shorts:
                candidates[initials].add(normalize_surface(names, surface))
    return {short: next(iter(found)) for short, found in candidates.items() if len(found) == 1}


def _letters(surface: str) -> str:
    """Return the letters of an acronym, casefolded; empty for any other name."""
    if not surface.isupper():
        return ""
    letters = surface.replace(".", "")
    acronym = letters.isalpha() and _FEWEST_INITIALS <= len(letters) <= _MOST_INITIALS
    return letters.casefold() if acronym else ""


def _initials(names: NameRules, surface: str) -> set[str]:
    """Return the initials of a name's words, with and without the words that link them or the legal form."""
    organisations = names.organisations
    words = [word for word in _SEPARATOR.split(normalize_surface(names, surface)) if word[:1].isalpha()]
    weighty = [word for word in words if word not in organisations.linking_words]
    bare = weighty[:-1] if weighty and weighty[-1].rstrip(".") in organisations.legal_forms else weighty
    initials = {"".join(word[0] for word in chosen) for chosen in (words, weighty, bare)}
    return {letters for letters in initials if len(letters) >= _FEWEST_INITIALS}
