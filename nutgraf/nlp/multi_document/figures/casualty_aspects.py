"""Casualty aspects: whether the people that a figure counts are dead, injured, missing and so on.

The words of the report's language are searched in the figure's own phrase and in the text near it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from nutgraf.nlp.figures.counted_nouns import PEOPLE
from nutgraf.nlp.lang.schema.patterns import NEVER
from nutgraf.nlp.lang.schema.stories import CasualtyAspect, CasualtyTerms

DEVELOPING: Final = frozenset(
    {
        CasualtyAspect.DEAD,
        CasualtyAspect.MISSING,
        CasualtyAspect.INJURED,
        CasualtyAspect.RESCUED,
        CasualtyAspect.IN_HOSPITAL,
        CasualtyAspect.ARRESTED,
        CasualtyAspect.DISPLACED,
        CasualtyAspect.CRITICAL,
        CasualtyAspect.SLIGHTLY_HURT,
        CasualtyAspect.TREATED,
        CasualtyAspect.DISCHARGED,
        CasualtyAspect.TRAPPED,
        CasualtyAspect.STRANDED,
        CasualtyAspect.EVACUATED,
        CasualtyAspect.CHARGED,
    }
)
"""Aspects whose numbers change while the event goes on, so that a later number replaces an earlier one."""

GROWING: Final = frozenset(
    {
        CasualtyAspect.DEAD,
        CasualtyAspect.INJURED,
        CasualtyAspect.RESCUED,
        CasualtyAspect.ARRESTED,
        CasualtyAspect.EVACUATED,
        CasualtyAspect.CHARGED,
        CasualtyAspect.TREATED,
        CasualtyAspect.DISCHARGED,
    }
)
"""Aspects whose numbers only grow: a lower number later is a contradiction."""

_REFINEMENTS: Final = {
    CasualtyAspect.CRITICAL: CasualtyAspect.INJURED,
    CasualtyAspect.SLIGHTLY_HURT: CasualtyAspect.INJURED,
    CasualtyAspect.IN_HOSPITAL: CasualtyAspect.TREATED,
}
"""Aspects that say more exactly what another one says."""

_PUNCTUATION: Final = re.compile(r"[,;:]")
_NEAR: Final = 80
"""Characters behind a number in which an aspect still counts, however its phrase ends."""


def is_unspecific(unit: str | None, terms: CasualtyTerms) -> bool:
    """Whether a counted noun means people of no special kind; a count without a noun may."""
    return unit is None or unit == PEOPLE or unit.casefold() in terms.unspecific_nouns


def is_people(unit: str | None, terms: CasualtyTerms) -> bool:
    """Whether a counted noun means people of any kind."""
    return is_unspecific(unit, terms) or (unit or "").casefold() in terms.specific_nouns


def aspect_of(what: str | None, before: str, after: str, terms: CasualtyTerms) -> CasualtyAspect | None:
    """Return what is said of the people counted: in the figure's own phrase, else in the nearest words.

    Args:
        what: the figure's own phrase ("people killed").
        before: the sentence up to the figure.
        after: the sentence from the figure on.
        terms: the words of the report's language.
    """
    after = terms.of_others.sub(" ", after)
    lead = terms.phrase_words.split(_PUNCTUATION.split(before)[-1])[-1]
    near = first_aspect(own_phrase(after, terms), terms) or _last(lead, terms)
    stated = first_aspect(what, terms) if what else None
    if stated and (near is None or _REFINEMENTS.get(near) is not stated):
        return stated
    return near or first_aspect(after[:_NEAR], terms)


def own_phrase(after: str, terms: CasualtyTerms) -> str:
    """Return the phrase that a number belongs to, of the text that begins with or behind it."""
    return terms.phrase_words.split(_PUNCTUATION.split(after, maxsplit=1)[0], maxsplit=1)[0]


def first_aspect(text: str, terms: CasualtyTerms, within: int | None = None) -> CasualtyAspect | None:
    """Return the aspect that a text states first, if it begins within some characters of its start."""
    if not _any_aspect(terms).search(text):
        return None
    places = [
        (match.start(), -len(match[0]), aspect)
        for aspect, pattern in terms.aspects.items()
        if (match := pattern.search(text))
    ]
    first = min(places, default=None)
    return first[2] if first and (within is None or first[0] <= within) else None


def _last(text: str, terms: CasualtyTerms) -> CasualtyAspect | None:
    if not _any_aspect(terms).search(text):
        return None
    places = [
        (match.end(), len(match[0]), aspect)
        for aspect, pattern in terms.aspects.items()
        for match in pattern.finditer(text)
    ]
    return max(places)[2] if places else None


@lru_cache(maxsize=16)
def _any_aspect(terms: CasualtyTerms) -> re.Pattern[str]:
    """Return a pattern for all aspects of a language; most texts have none."""
    sources = [f"(?:{pattern.pattern})" for pattern in terms.aspects.values()]
    return re.compile("|".join(sources) or NEVER.pattern, re.IGNORECASE)
