"""Casualty aspects: whether the people that a figure counts are dead, injured, missing and so on.

The words of the report's language are searched in the figure's own phrase and in the text near it.
"""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.figures.counted_nouns import PEOPLE
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
    }
)
"""Aspects whose numbers change while the event goes on, so that a later number replaces an earlier one."""

LASTING: Final = frozenset({CasualtyAspect.DEAD, CasualtyAspect.INJURED})
"""Aspects whose numbers are corrected downwards a little, but never fall."""

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
    if what and (stated := _first(what, terms)):
        return stated
    after = terms.of_others.sub(" ", after)
    phrase = terms.phrase_words.split(_PUNCTUATION.split(after, maxsplit=1)[0], maxsplit=1)[0]
    lead = terms.phrase_words.split(_PUNCTUATION.split(before)[-1])[-1]
    return _first(phrase, terms) or _last(lead, terms) or _first(after[:_NEAR], terms)


def _first(text: str, terms: CasualtyTerms) -> CasualtyAspect | None:
    places = [
        (match.start(), aspect)
        for aspect, pattern in terms.aspects.items()
        if (match := pattern.search(text))
    ]
    return min(places)[1] if places else None


def _last(text: str, terms: CasualtyTerms) -> CasualtyAspect | None:
    places = [
        (match.start(), aspect)
        for aspect, pattern in terms.aspects.items()
        for match in pattern.finditer(text)
    ]
    return max(places)[1] if places else None
