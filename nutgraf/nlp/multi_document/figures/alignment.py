"""Alignment of the figures of several reports: the groups that count one quantity.

The less two values agree, the more the words around them must agree. Equal values that are hardly chance need
few words in common, and values that contradict each other need the same words. Two values that one report
states are two quantities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from nutgraf.model import Bound, FigureKind
from nutgraf.nlp.multi_document.figures.casualty_aspects import DEVELOPING, LASTING
from nutgraf.nlp.multi_document.figures.event_dates import LONG_AGO
from nutgraf.nlp.multi_document.figures.figure_claim import (
    FigureClaim,
    compatible,
    context_similarity,
    currency_missing,
    shared_context_words,
)
from nutgraf.nlp.multi_document.union_find import DisjointSets

EQUAL: Final = 0.12
"""The similarity of contexts from which equal values are of one quantity."""

COMPATIBLE: Final = 0.25
"""The similarity from which compatible values are."""

CONTRARY: Final = 0.34
"""The similarity from which values that contradict each other are; two words at least must be shared."""

_DISTINCTIVE_DIGITS: Final = 3
_SMALL: Final = 12
_NO_LIMIT: Final = frozenset({Bound.EXACT, Bound.ABOUT})
_TOLERANCE: Final = 1e-6
_COMPATIBLE_FACTOR: Final = 3.0
_CONTRARY_FACTOR: Final = 10.0

FigureCluster = list[FigureClaim]


def align_claims(claims: Sequence[FigureClaim]) -> list[FigureCluster]:
    """Group the claims by the quantity that they are about; most groups have one value, some have more."""
    groups = _by_value(claims)
    groups.sort(key=lambda group: (-len({claim.report.id for claim in group}), group[0].figure.start))
    clusters: list[FigureCluster] = []
    for group in groups:
        nearest = max(clusters, key=lambda cluster: _affinity(group, cluster), default=None)
        if nearest is not None and _affinity(group, nearest) > 0:
            nearest += group
        else:
            clusters.append(group)
    return clusters


def _by_value(claims: Sequence[FigureClaim]) -> list[FigureCluster]:
    links = DisjointSets(len(claims))
    others = _other_people(claims)
    for place, other_place in _near_values(claims):
        if (place in others) == (other_place in others) and _equal(claims[place], claims[other_place]):
            links.join(place, other_place)
    return [[claims[place] for place in group] for group in links.groups()]


def _near_values(claims: Sequence[FigureClaim]) -> Iterator[tuple[int, int]]:
    """Yield the places, in ascending order, of each two claims whose values may be the same."""
    numbers = [(number, place) for place, claim in enumerate(claims) if (number := claim.number) is not None]
    numbers.sort()
    for row, (low, place) in enumerate(numbers):
        for later in range(row + 1, len(numbers)):
            high, other_place = numbers[later]
            if high - low > 2 * _TOLERANCE * max(abs(low), abs(high)):
                break
            yield min(place, other_place), max(place, other_place)
    dates: dict[object, list[int]] = {}
    for place, claim in enumerate(claims):
        if claim.number is None:
            dates.setdefault(claim.figure.value, []).append(place)
    for places in dates.values():
        yield from combinations(places, 2)


def _other_people(claims: Sequence[FigureClaim]) -> set[int]:
    """Return the places of claims without an aspect whose sentence counts as many people with one.

    In "Three officers were charged with the killing of three men" only the second three are comparable to
    the dead of another report.
    """
    places: set[int] = set()
    for pair in _near_values(claims):
        one, other = (claims[place] for place in pair)
        beside = one.report.id == other.report.id and one.sentence == other.sentence
        if beside and one.people and other.people and (one.aspect or other.aspect):
            places.update(place for place in pair if not claims[place].aspect)
    return places


def _equal(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two claims state one value of one quantity."""
    if not _comparable(one, other) or not _same_value(one, other):
        return False
    if one.people and other.people and (one.aspect or other.aspect):
        return one.aspect == other.aspect if one.aspect and other.aspect else _equal_people(one, other)
    return (
        _is_distinctive(one)
        or (one.noun is not None and one.noun == other.noun)
        or context_similarity(one, other) >= EQUAL
    )


def _equal_people(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether equal numbers of people are the same people, where only one report has an aspect.

    A round or vague number needs as many words in common as two different ones: in one disaster 100 may
    have jumped and 100 others been hurt.
    """
    needed = COMPATIBLE if (one.number or 0.0) > _SMALL else EQUAL
    return (_is_precise(one) and _is_precise(other)) or context_similarity(one, other) >= needed


def _is_precise(claim: FigureClaim) -> bool:
    value = claim.number or 0.0
    return value > _SMALL and claim.figure.bound in _NO_LIMIT and len(_significant_digits(value)) > 1


def _comparable(one: FigureClaim, other: FigureClaim) -> bool:
    if currency_missing(one, other):
        return True
    if one.dimension != other.dimension:
        return False
    if one.figure.kind is FigureKind.MONEY:
        return one.figure.unit == other.figure.unit or None in (one.figure.unit, other.figure.unit)
    if one.figure.kind is FigureKind.COUNT:
        return one.noun == other.noun or (one.people and other.people)
    return True


def _same_value(one: FigureClaim, other: FigureClaim) -> bool:
    a, b = one.number, other.number
    if a is None or b is None:
        return one.figure.value == other.figure.value
    return abs(a - b) <= _TOLERANCE * max(abs(a), abs(b))


def _is_distinctive(claim: FigureClaim) -> bool:
    """Whether two reports hardly have the value by chance."""
    value = claim.figure.value
    if isinstance(value, str):
        return len(value) == len("2026-01-01")
    if claim.figure.what == "age":
        return False
    uneven = value > _SMALL and value % 10 != 0
    many_digits = len(_significant_digits(value)) >= _DISTINCTIVE_DIGITS
    return many_digits or uneven or (claim.people and value > _SMALL)


def _significant_digits(value: float) -> str:
    """Return the digits of a number without the zeros around them."""
    return f"{value:.10g}".replace(".", "").replace("-", "").split("e")[0].strip("0")


def _affinity(group: FigureCluster, other: FigureCluster) -> float:
    """Score how surely two groups with different values are about one quantity; 0 when they are not."""
    if _share_report(group, other):
        return 0.0
    return max(_pair_affinity(one, two) for one in group for two in other)


def _pair_affinity(one: FigureClaim, other: FigureClaim) -> float:
    if one.report.id == other.report.id or not _comparable(one, other) or one.figure.kind is FigureKind.DATE:
        return 0.0
    if one.people and other.people:
        return _people_affinity(one, other)
    similarity = context_similarity(one, other)
    if compatible(one, other):
        same_noun = one.noun is not None and one.noun == other.noun
        likely = same_noun or similarity >= COMPATIBLE
        return 0.5 + similarity if likely and _same_size(one, other, _COMPATIBLE_FACTOR) else 0.0
    return similarity if _is_contrary(one, other, similarity) else 0.0


def _people_affinity(one: FigureClaim, other: FigureClaim) -> float:
    """Score two numbers of people, which must have the same aspect.

    Numbers that contradict each other need the same words too, unless they grow while the event goes on.
    """
    if one.aspect is None or one.aspect != other.aspect or not _same_people(one, other):
        return 0.0
    if _is_of_earlier_event(one, other) != _is_of_earlier_event(other, one):
        return 0.0
    similarity = context_similarity(one, other)
    likely = compatible(one, other) or _may_develop(one, other) or _is_contrary(one, other, similarity)
    return 1.0 + similarity if likely else 0.0


def _may_develop(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the number may have become the other while the event went on; the dead only become more."""
    if one.aspect not in DEVELOPING:
        return False
    early, late = sorted((one, other), key=lambda claim: claim.report.moment)
    falls = (late.number or 0.0) * _COMPATIBLE_FACTOR < (early.number or 0.0)
    return not (falls and one.aspect in LASTING and early.report.moment < late.report.moment)


def _is_of_earlier_event(claim: FigureClaim, other: FigureClaim) -> bool:
    """Whether a number of people belongs to an event long before either report."""
    known = claim.report.doc.published_at is not None and other.report.doc.published_at is not None
    first = min(claim.report.moment, other.report.moment).date()
    return known and claim.event_date is not None and claim.event_date < first - LONG_AGO


def _is_contrary(one: FigureClaim, other: FigureClaim, similarity: float) -> bool:
    """Whether values that contradict each other are of one quantity; ages are not, for everybody has one."""
    if one.figure.what == "age" and other.figure.what == "age":
        return False
    return (
        similarity >= CONTRARY
        and shared_context_words(one, other) > 1
        and _same_size(one, other, _CONTRARY_FACTOR)
    )


def _same_people(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two counted nouns may mean the same people: children and people are two quantities."""
    return (one.unspecific and other.unspecific) or one.noun == other.noun


def _same_size(one: FigureClaim, other: FigureClaim, factor: float) -> bool:
    """Whether two values differ by no more than a factor."""
    a, b = abs(one.number or 0.0), abs(other.number or 0.0)
    return min(a, b) > 0 and max(a, b) / min(a, b) <= factor


def _share_report(group: FigureCluster, other: FigureCluster) -> bool:
    """Whether some report states values of both, as two quantities."""
    return bool({claim.report.id for claim in group} & {claim.report.id for claim in other})
