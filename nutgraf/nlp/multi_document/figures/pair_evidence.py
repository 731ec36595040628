"""Evidence that two claims of two reports are of one quantity.

The less two values agree, the more the words around them must agree. Equal values that are hardly chance need
few words in common, and values that contradict each other need the same words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nutgraf.model import Bound, FigureKind
from nutgraf.nlp.multi_document.figures.casualty_aspects import DEVELOPING, GROWING
from nutgraf.nlp.multi_document.figures.figure_claim import (
    FigureClaim,
    compatible,
    context_similarity,
    currency_missing,
    shared_context_words,
)
from nutgraf.nlp.multi_document.figures.frame_contradiction import Likeness, are_kept_apart

EQUAL: Final = 0.12
"""The similarity of contexts from which equal values are of one quantity."""

COMPATIBLE: Final = 0.25
"""The similarity from which compatible values are."""

UNKNOWN: Final = 0.34
"""The similarity from which equal ages of persons of whom nothing else is known are one person's."""

_CONTRARY: Final = 0.9
"""The log-odds from which values that contradict each other are of one quantity."""

_DISTINCTIVE_DIGITS: Final = 3
_SMALL: Final = 12
_NO_LIMIT: Final = frozenset({Bound.EXACT, Bound.ABOUT})
TOLERANCE: Final = 1e-6
_COMPATIBLE_FACTOR: Final = 2.0
_CONTRARY_FACTOR: Final = 10.0
_AGE: Final = "age"
_FALL_FACTOR: Final = 3.0
_GROWTH_FACTOR: Final = 40.0
_AGE_FACTOR: Final = 1.5
_NAMING_WORDS: Final = 2
_NAMED: Final = 2.3
"""The idf that words shared by two clauses have at least when they name what both measure."""

_AGREEMENT_WEIGHT: Final = 2.0


def comparable(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two claims measure or count the same kind of thing."""
    if currency_missing(one, other):
        return True
    if one.dimension != other.dimension:
        return False
    if one.figure.kind is FigureKind.MONEY:
        return one.figure.unit == other.figure.unit or None in (one.figure.unit, other.figure.unit)
    if one.figure.kind is FigureKind.COUNT:
        return one.noun == other.noun or (one.people and other.people)
    return True


def same_value(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two values are equal, in base units."""
    if one.number is None or other.number is None:
        return one.figure.value == other.figure.value
    return is_close(one.number, other.number)


def is_close(one: float, other: float | None) -> bool:
    """Whether two numbers are equal but for the error of a conversion; no number equals none."""
    return other is not None and abs(one - other) <= TOLERANCE * max(abs(one), abs(other))


def likeness_of(one: FigureClaim, other: FigureClaim) -> Likeness:
    """Return how much the values of two comparable claims are alike."""
    if same_value(one, other):
        return Likeness.DISTINCTIVE if is_distinctive(one) else Likeness.EQUAL
    return Likeness.COMPATIBLE if compatible(one, other) else Likeness.CONTRARY


@dataclass(frozen=True, slots=True)
class PairSetting:
    """What the other claims of a story say about a pair.

    Attributes:
        alone: whether neither report has another value of the kind.
        spread: of each stem how many values of the story have it beside them; words of many values name what the
            story is about, and no quantity.
    """

    alone: bool
    spread: Mapping[str, int]


def evidence(one: FigureClaim, other: FigureClaim, setting: PairSetting) -> float:
    """Score how surely two comparable claims of two reports are of one quantity; 0 when they are not.

    Args:
        one: a claim.
        other: a claim of another report.
        setting: what the other claims of the story say about them.

    Returns:
        2 to 3 for equal values, 1 to 2 for compatible ones, up to 1 for values that contradict each other.
    """
    likeness = likeness_of(one, other)
    if are_kept_apart(one, other, likeness):
        return 0.0
    if (one.vague or other.vague) and len(one.segment.keys() & other.segment) < _NAMING_WORDS:
        return 0.0
    if likeness >= Likeness.EQUAL:
        return _equal_evidence(one, other)
    if one.figure.kind is FigureKind.DATE:
        return 0.0
    if likeness is Likeness.COMPATIBLE:
        return _compatible_evidence(one, other)
    return _contrary_evidence(one, other, setting)


def _equal_evidence(one: FigureClaim, other: FigureClaim) -> float:
    similarity = context_similarity(one, other)
    if one.figure.what == _AGE:
        return 2.0 + similarity if _is_one_person(one, other, similarity) else 0.0
    if one.people and other.people:
        same = one.aspect is not None and one.aspect == other.aspect
        likely = same or _equal_people(one, other, similarity)
    else:
        likely = (
            is_distinctive(one)
            or (one.noun is not None and one.noun == other.noun)
            or similarity >= EQUAL
            or _share_name(one, other)
        )
    return 2.0 + similarity if likely else 0.0


def _share_name(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the clauses of two sums name the same firm, person or place."""
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
    if a.noun is None and b.noun is None and not a.name and not b.name:
        return similarity >= EQUAL
    return similarity >= UNKNOWN and shared_context_words(one, other) > 1


def _equal_people(one: FigureClaim, other: FigureClaim, similarity: float) -> bool:
    """Whether equal numbers of people are the same people, where not both reports have an aspect.

    A round or vague number needs as many words in common as two different ones: in one disaster 100 may
    have jumped and 100 others been hurt.
    """
    needed = COMPATIBLE if (one.number or 0.0) > _SMALL else EQUAL
    return (_is_precise(one) and _is_precise(other)) or similarity >= needed


def _is_precise(claim: FigureClaim) -> bool:
    value = claim.number or 0.0
    return value > _SMALL and claim.figure.bound in _NO_LIMIT and len(_significant_digits(value)) > 1


def is_distinctive(claim: FigureClaim) -> bool:
    """Whether two reports hardly have the value by chance."""
    value = claim.figure.value
    if isinstance(value, str):
        return len(value) == len("2026-01-01")
    if claim.figure.what == _AGE:
        return False
    if claim.people:
        return value > _SMALL and len(_significant_digits(value)) > 1
    uneven = value > _SMALL and value % 10 != 0
    return len(_significant_digits(value)) >= _DISTINCTIVE_DIGITS or uneven


def _significant_digits(value: float) -> str:
    """Return the digits of a number without the zeros around them."""
    return f"{value:.10g}".replace(".", "").replace("-", "").split("e")[0].strip("0")


def _compatible_evidence(one: FigureClaim, other: FigureClaim) -> float:
    if not _same_size(one, other, _CONTRARY_FACTOR if one.develops and other.develops else _COMPATIBLE_FACTOR):
        return 0.0
    similarity = context_similarity(one, other)
    if one.people and other.people and (one.aspect or other.aspect):
        likely = one.aspect == other.aspect and _same_people(one, other)
    else:
        weight = _shared_weight(one, other)
        open_ended = one.figure.bound is Bound.AT_LEAST and other.figure.bound is Bound.AT_LEAST
        like = similarity >= COMPATIBLE and shared_context_words(one, other) > 1
        strict = open_ended or one.people or other.people
        likely = len(one.segment.keys() & other.segment) >= _NAMING_WORDS if strict else like or weight >= _NAMED
    return 1.0 + similarity if likely else 0.0


def _contrary_evidence(one: FigureClaim, other: FigureClaim, setting: PairSetting) -> float:
    """Score two values that contradict each other."""
    if one.figure.what == _AGE:
        return _age_evidence(one, other, alone=setting.alone)
    if one.people and other.people:
        if one.aspect != other.aspect or not _same_people(one, other):
            return 0.0
        if _may_develop(one, other):
            return 0.5 + context_similarity(one, other) / 2
    if _may_grow(one, other):
        return 0.5 + context_similarity(one, other) / 2
    if one.people and one.aspect is None:
        return 0.0
    if one.figure.kind is FigureKind.COUNT and not (one.things or _share_more_than_noun(one, other)):
        return 0.0
    words = one.segment.keys() & other.segment.keys()
    if words and words <= one.report.rules.frames.measures.generic:
        return 0.0
    if one.market_price or other.market_price or not _same_size(one, other, _CONTRARY_FACTOR):
        return 0.0
    score = _contrary_score(one, other, setting)
    return score / (1.0 + score) if score >= _CONTRARY else 0.0


def _may_grow(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two numbers, both said to grow, are named by the same words and the later one is larger."""
    early, late = sorted((one, other), key=lambda claim: claim.report.moment)
    return (
        one.develops
        and other.develops
        and early.report.moment < late.report.moment
        and (early.number or 0.0) < (late.number or 0.0)
        and len(one.segment.keys() & other.segment) >= _NAMING_WORDS
        and _same_size(one, other, _CONTRARY_FACTOR)
    )


def _share_more_than_noun(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two counts have more in common than what they count."""
    if (one.event is not None and one.event == other.event) or (one.people and one.aspect is not None):
        return True
    return not one.persons and shared_context_words(one, other) > 1


def _contrary_score(one: FigureClaim, other: FigureClaim, setting: PairSetting) -> float:
    """Return the log-odds that two values which contradict each other are of one quantity.

    The weights are those of a logistic regression, rounded.
    """
    words = one.segment.keys() & other.segment.keys()
    shared = {word: min(one.segment[word], other.segment[word]) for word in words}
    total = sum(one.segment.values()) + sum(other.segment.values())
    topic = sum(weight / (1 + max(0, setting.spread.get(word, 0) - 3) / 4) for word, weight in shared.items())
    ratio = abs(math.log(abs(one.number or 1.0) / abs(other.number or 1.0)))
    return (
        -2.8
        - 2.7 * min(ratio, 3.0)
        + 3.7 * setting.alone
        + 0.14 * topic
        + (2.8 * sum(shared.values()) / total if total else 0.0)
        + 2.0 * context_similarity(one, other)
        + 2.1 * (one.lead and other.lead)
        + 1.5 * bool(one.dimensions & other.dimensions)
        - 1.2 * (one.persons or other.persons)
    )


def _shared_weight(one: FigureClaim, other: FigureClaim) -> float:
    """Return the idf of the words that name what both measure, and of what is done to it."""
    words = sum(min(weight, other.segment[word]) for word, weight in one.segment.items() if word in other.segment)
    same = (
        (one.event is not None and one.event == other.event)
        + (one.frame.forecast is True and other.frame.forecast is True)
        + (one.frame.period is not None and one.frame.period == other.frame.period)
    )
    return words + _AGREEMENT_WEIGHT * same


def _age_evidence(one: FigureClaim, other: FigureClaim, *, alone: bool) -> float:
    a, b = one.frame.person, other.frame.person
    if a is None or b is None or not _same_size(one, other, _AGE_FACTOR):
        return 0.0
    if a.name & b.name:
        return 0.9
    return 0.6 if alone and a.lead and b.lead and (a.noun == b.noun or a.child and b.child) else 0.0


def _may_develop(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the number may have become the other while the event went on; the dead only become more."""
    if one.aspect not in DEVELOPING or (one.aspect in GROWING and not _same_size(one, other, _GROWTH_FACTOR)):
        return False
    early, late = sorted((one, other), key=lambda claim: claim.report.moment)
    falls = (late.number or 0.0) < (early.number or 0.0) and early.report.moment < late.report.moment
    return not (falls and one.aspect in GROWING) or (early.lead and late.lead and _same_size(one, other, _FALL_FACTOR))


def _same_people(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two counted nouns may mean the same people: children and people are two quantities."""
    return (one.unspecific and other.unspecific) or one.noun == other.noun


def _same_size(one: FigureClaim, other: FigureClaim, factor: float) -> bool:
    """Whether two values differ by no more than a factor."""
    a, b = abs(one.number or 0.0), abs(other.number or 0.0)
    return min(a, b) > 0 and max(a, b) / min(a, b) <= factor
