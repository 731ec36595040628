"""Evidence that two claims of two reports are of one quantity.

The less two values agree, the more the words around them must agree. Equal values that are hardly chance need
few words in common; values that contradict each other are judged in ``contrary_evidence``.
"""

from __future__ import annotations

from typing import Final

from nutgraf.model import Bound, FigureKind
from nutgraf.nlp.multi_document.figures.figure_claim import (
    FigureClaim,
    context_similarity,
    shared_context_words,
)
from nutgraf.nlp.multi_document.figures.pairs.contrary_evidence import (
    LARGEST_FACTOR,
    PairSetting,
    contrary_evidence,
    same_people,
)
from nutgraf.nlp.multi_document.figures.pairs.frame_contradiction import are_kept_apart
from nutgraf.nlp.multi_document.figures.pairs.value_likeness import (
    AGE,
    SMALL,
    Likeness,
    likeness_of,
    same_size,
    significant_digits,
)

EQUAL: Final = 0.12
"""The similarity of contexts from which equal values are of one quantity."""

COMPATIBLE: Final = 0.25
"""The similarity from which compatible values are."""

UNKNOWN: Final = 0.34
"""The similarity from which equal ages of persons of whom nothing else is known are one person's."""

_NO_LIMIT: Final = frozenset({Bound.EXACT, Bound.ABOUT})
_COMPATIBLE_FACTOR: Final = 2.0
_NAMED: Final = 2.3
"""The idf that words shared by two clauses have at least when they name what both measure."""

_RARE: Final = 3.4
"""The idf from which a noun is rare enough for two reports to count the same things by it."""

_NAMING_WORDS: Final = 2
_AGREEMENT_WEIGHT: Final = 2.0


def pair_evidence(one: FigureClaim, other: FigureClaim, setting: PairSetting) -> float:
    """Score how surely two comparable claims of two reports are of one quantity; 0 when they are not.

    Args:
        one: a claim.
        other: a claim of another report.
        setting: what the other claims of the story say about them.

    Returns:
        2 to 3 for equal values, 1 to 2 for compatible ones, up to 1 for values that contradict each other.
    """
    likeness = likeness_of(one, other)
    if are_kept_apart(one, other, likeness) or _is_too_vague(one, other):
        return 0.0
    if likeness is Likeness.CONTRARY:
        return contrary_evidence(one, other, setting)
    similarity = context_similarity(one, other)
    if likeness is Likeness.COMPATIBLE:
        return 1.0 + similarity if _is_likely_compatible(one, other, similarity) else 0.0
    return 2.0 + similarity if _is_likely_equal(one, other, similarity, likeness) else 0.0


def _is_too_vague(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether "dozens" stands among other words: it says too little to be compared by the number."""
    return (one.vague or other.vague) and not _share_naming_words(one, other)


def _share_naming_words(one: FigureClaim, other: FigureClaim) -> bool:
    return len(one.segment.keys() & other.segment.keys()) >= _NAMING_WORDS


def _is_likely_equal(one: FigureClaim, other: FigureClaim, similarity: float, likeness: Likeness) -> bool:
    if one.figure.what == AGE:
        return _is_one_person(one, other, similarity)
    if one.people and other.people:
        same = one.aspect is not None and one.aspect == other.aspect
        return same or _are_equal_people(one, other, similarity)
    return (
        likeness is Likeness.DISTINCTIVE
        or _is_same_noun(one, other)
        or (one.noun is None and similarity >= EQUAL)
        or _share_name(one, other)
    )


def _is_same_noun(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both count the same thing; "two firms" may be any two, so that they need words in common."""
    if one.noun is None or one.noun != other.noun:
        return False
    rare = one.segment.get(one.noun, 0.0) >= _RARE
    return rare or (one.number or 0.0) > SMALL or _share_naming_words(one, other)


def _share_name(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the clauses name the same person, or those of two sums the same firm or place."""
    if any(a & b for a in one.frame.people for b in other.frame.people):
        return True
    money = FigureKind.MONEY in (one.figure.kind, other.figure.kind)
    return money and any(a & b for a in one.frame.names for b in other.frame.names)


def _is_one_person(one: FigureClaim, other: FigureClaim, similarity: float) -> bool:
    a, b = one.frame.person, other.frame.person
    if a is None or b is None:
        return False
    if a.name and b.name:
        return bool(a.name & b.name)
    if a.noun is not None and a.noun == b.noun:
        return similarity >= EQUAL or (a.lead and b.lead)
    nothing_known = not (a.noun or b.noun or a.name or b.name)
    alike = similarity >= UNKNOWN and shared_context_words(one, other) > 1
    return alike or (nothing_known and similarity >= EQUAL)


def _are_equal_people(one: FigureClaim, other: FigureClaim, similarity: float) -> bool:
    """Whether equal numbers of people are the same people, where not both reports have an aspect.

    A round or vague number needs as many words in common as two different ones: in one disaster 100 may
    have jumped and 100 others been hurt.
    """
    needed = COMPATIBLE if (one.number or 0.0) > SMALL else EQUAL
    return (_is_precise(one) and _is_precise(other)) or similarity >= needed


def _is_precise(claim: FigureClaim) -> bool:
    value = claim.number or 0.0
    return value > SMALL and claim.figure.bound in _NO_LIMIT and len(significant_digits(value)) > 1


def _is_likely_compatible(one: FigureClaim, other: FigureClaim, similarity: float) -> bool:
    factor = LARGEST_FACTOR if one.develops and other.develops else _COMPATIBLE_FACTOR
    if not same_size(one, other, factor):
        return False
    if one.people and other.people and (one.aspect or other.aspect):
        return one.aspect == other.aspect and same_people(one, other)
    open_ended = one.figure.bound is Bound.AT_LEAST and other.figure.bound is Bound.AT_LEAST
    if open_ended or one.people or other.people:
        return _share_naming_words(one, other)
    alike = similarity >= COMPATIBLE and shared_context_words(one, other) > 1
    return alike or _shared_weight(one, other) >= _NAMED


def _shared_weight(one: FigureClaim, other: FigureClaim) -> float:
    """Return the idf of the words that name what both measure, and of what is done to it."""
    words = one.segment.keys() & other.segment.keys()
    same = (
        (one.event is not None and one.event == other.event)
        + (one.frame.forecast is True and other.frame.forecast is True)
        + (one.frame.period is not None and one.frame.period == other.frame.period)
    )
    return sum(min(one.segment[word], other.segment[word]) for word in words) + _AGREEMENT_WEIGHT * same
