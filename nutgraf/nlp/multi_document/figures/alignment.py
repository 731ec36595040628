"""Which figures of several reports count the same.

The looser the agreement of two values, the more the words around them must agree: equal values that are
hardly chance need little, values that contradict each other need the same words, and two values that one
report states side by side are two quantities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from nutgraf.model import Bound, FigureKind
from nutgraf.nlp.multi_document.figures.casualty_aspects import DEVELOPING, LASTING, is_anybody
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
COMPATIBLE: Final = 0.25
CONTRARY: Final = 0.34
"""And two words at least."""

_TELLING_DIGITS: Final = 3
_TINY: Final = 12
_POINTS: Final = frozenset({Bound.EXACT, Bound.ABOUT})
_SAME: Final = 1e-6
_OPEN: Final = 3.0
_CONTRADICTING: Final = 10.0

FigureCluster = list[FigureClaim]


def align_claims(claims: Sequence[FigureClaim]) -> list[FigureCluster]:
    """Group the claims by the quantity that they are about; most groups have one value, some have more."""
    groups = _by_value(claims)
    groups.sort(key=lambda group: (-len({claim.report.id for claim in group}), group[0].figure.start))
    found: list[FigureCluster] = []
    for group in groups:
        home = max(found, key=lambda other: _affinity(group, other), default=None)
        if home is not None and _affinity(group, home) > 0:
            home += group
        else:
            found.append(group)
    return found


def _by_value(claims: Sequence[FigureClaim]) -> list[FigureCluster]:
    links = DisjointSets(len(claims))
    others = _other_people(claims)
    for place, other_place in _near_values(claims):
        if (place in others) == (other_place in others) and _equal(claims[place], claims[other_place]):
            links.join(place, other_place)
    return [[claims[place] for place in group] for group in links.groups()]


def _near_values(claims: Sequence[FigureClaim]) -> Iterator[tuple[int, int]]:
    """The places, in ascending order, of each two claims whose values may be the same."""
    numbers = [(number, place) for place, claim in enumerate(claims) if (number := claim.number) is not None]
    numbers.sort()
    for row, (low, place) in enumerate(numbers):
        for later in range(row + 1, len(numbers)):
            high, other_place = numbers[later]
            if high - low > 2 * _SAME * max(abs(low), abs(high)):
                break
            yield min(place, other_place), max(place, other_place)
    dates: dict[object, list[int]] = {}
    for place, claim in enumerate(claims):
        if claim.number is None:
            dates.setdefault(claim.figure.value, []).append(place)
    for places in dates.values():
        yield from combinations(places, 2)


def _other_people(claims: Sequence[FigureClaim]) -> set[int]:
    """The places of claims about which nothing is known but that their sentence counts as many others.

    "Three officers were charged with the killing of three men": whom the other reports mean is told by
    what befell them.
    """
    found: set[int] = set()
    for pair in _near_values(claims):
        one, other = (claims[place] for place in pair)
        beside = one.report.id == other.report.id and one.sentence == other.sentence
        if beside and one.people and other.people and (one.aspect or other.aspect):
            found.update(place for place in pair if not claims[place].aspect)
    return found


def _equal(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two claims state one value of one quantity."""
    if not _comparable(one, other) or not _same_value(one, other):
        return False
    if one.people and other.people and (one.aspect or other.aspect):
        return one.aspect == other.aspect if one.aspect and other.aspect else _equal_people(one, other)
    return (
        _telling(one)
        or (one.noun is not None and one.noun == other.noun)
        or context_similarity(one, other) >= EQUAL
    )


def _equal_people(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether equal numbers of people are the same people, where only one report says what befell them.

    A round or vague number needs as many words in common as two different ones: of any disaster there are
    100 who jumped and 100 who were hurt.
    """
    needed = COMPATIBLE if (one.number or 0.0) > _TINY else EQUAL
    return (_precise(one) and _precise(other)) or context_similarity(one, other) >= needed


def _precise(claim: FigureClaim) -> bool:
    value = claim.number or 0.0
    return value > _TINY and claim.figure.bound in _POINTS and len(_significant(value)) > 1


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
    return abs(a - b) <= _SAME * max(abs(a), abs(b))


def _telling(claim: FigureClaim) -> bool:
    """Whether the value is so special that two reports hardly have it by chance."""
    value = claim.figure.value
    if isinstance(value, str):
        return len(value) == len("2026-01-01")
    if claim.figure.what == "age":
        return False
    uneven = value > _TINY and value % 10 != 0
    return len(_significant(value)) >= _TELLING_DIGITS or uneven or (claim.people and value > _TINY)


def _significant(value: float) -> str:
    """The digits of a number without the zeros around them."""
    return f"{value:.10g}".replace(".", "").replace("-", "").split("e")[0].strip("0")


def _affinity(group: FigureCluster, other: FigureCluster) -> float:
    """How surely two groups with different values are about one quantity; 0 when they are not."""
    if _side_by_side(group, other):
        return 0.0
    return max(_pair_affinity(one, two) for one in group for two in other)


def _pair_affinity(one: FigureClaim, other: FigureClaim) -> float:
    if one.report.id == other.report.id or not _comparable(one, other) or one.figure.kind is FigureKind.DATE:
        return 0.0
    if one.people and other.people:
        return _people_affinity(one, other)
    near = context_similarity(one, other)
    if compatible(one, other):
        named = one.noun is not None and one.noun == other.noun
        return 0.5 + near if (named or near >= COMPATIBLE) and _same_size(one, other, _OPEN) else 0.0
    return near if _contrary(one, other, near) else 0.0


def _people_affinity(one: FigureClaim, other: FigureClaim) -> float:
    """The same said of the same people.

    Numbers that contradict each other need the same words too, unless they grow while the event goes on.
    """
    if one.aspect is None or one.aspect != other.aspect or not _same_people(one, other):
        return 0.0
    if _of_old(one, other) != _of_old(other, one):
        return 0.0
    near = context_similarity(one, other)
    likely = compatible(one, other) or _develops(one, other) or _contrary(one, other, near)
    return 1.0 + near if likely else 0.0


def _develops(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the number may have become the other while the event went on; the dead do not come alive."""
    if one.aspect not in DEVELOPING:
        return False
    early, late = sorted((one, other), key=lambda claim: claim.report.moment)
    falls = (late.number or 0.0) * _OPEN < (early.number or 0.0)
    return not (falls and one.aspect in LASTING and early.report.moment < late.report.moment)


def _of_old(claim: FigureClaim, other: FigureClaim) -> bool:
    """Whether a number of people belongs to a time long before either report."""
    known = claim.report.doc.published_at is not None and other.report.doc.published_at is not None
    first = min(claim.report.moment, other.report.moment).date()
    return known and claim.told_of is not None and claim.told_of < first - LONG_AGO


def _contrary(one: FigureClaim, other: FigureClaim, near: float) -> bool:
    """Ages stay out: everybody has one."""
    if one.figure.what == "age" and other.figure.what == "age":
        return False
    return (
        near >= CONTRARY and shared_context_words(one, other) > 1 and _same_size(one, other, _CONTRADICTING)
    )


def _same_people(one: FigureClaim, other: FigureClaim) -> bool:
    """A number of children and a number of people are two quantities, whatever happened to them."""
    anybody = is_anybody(one.figure.unit) and is_anybody(other.figure.unit)
    return anybody or one.noun == other.noun


def _same_size(one: FigureClaim, other: FigureClaim, factor: float) -> bool:
    """Reports of one quantity differ by a factor, not by orders of magnitude."""
    a, b = abs(one.number or 0.0), abs(other.number or 0.0)
    return min(a, b) > 0 and max(a, b) / min(a, b) <= factor


def _side_by_side(group: FigureCluster, other: FigureCluster) -> bool:
    """Whether some report states both values, as two quantities."""
    return bool({claim.report.id for claim in group} & {claim.report.id for claim in other})
