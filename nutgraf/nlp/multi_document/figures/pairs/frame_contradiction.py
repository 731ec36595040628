"""Contradictions between the frames of two claims, which are then of two quantities.

A part of a frame that is unknown contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.lang.schema.stories import CasualtyAspect
from nutgraf.nlp.multi_document.figures.casualty_aspects import DEVELOPING
from nutgraf.nlp.multi_document.figures.event_dates import LONG_AGO
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim
from nutgraf.nlp.multi_document.figures.frames.aged_person import AgedPerson
from nutgraf.nlp.multi_document.figures.frames.claim_frame import ClaimFrame
from nutgraf.nlp.multi_document.figures.pairs.value_likeness import AGE, Likeness, same_size
from nutgraf.nlp.multi_document.figures.unit_conversion import dimension_of

_OWNED: Final = frozenset({FigureKind.MONEY, FigureKind.PERCENT, FigureKind.QUANTITY})
"""Kinds of figures that every firm, product or team has its own of."""

_TIMES: Final = frozenset({"time", "months"})
_RATE_FACTOR: Final = 2.1
"""The factor by which a rate and a total differ at least."""

_FULL_NAME: Final = 2
_IN_ONE_PLACE: Final = frozenset(
    {CasualtyAspect.IN_HOSPITAL, CasualtyAspect.TREATED, CasualtyAspect.CRITICAL, CasualtyAspect.DISCHARGED}
)
"""Aspects whose numbers one place gives for its own people alone."""


def are_kept_apart(one: FigureClaim, other: FigureClaim, likeness: Likeness) -> bool:
    """Whether two claims of one dimension are of two quantities, whatever words they share.

    The less the values are alike, the more parts of the frames must not differ.
    """
    if _are_surely_two(one, other):
        return True
    if likeness is Likeness.DISTINCTIVE:
        return False
    if _are_likely_two(one, other):
        return True
    return likeness < Likeness.EQUAL and _may_be_two(one, other)


def _are_surely_two(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the claims differ in what keeps even equal values apart."""
    a, b = one.frame, other.frame
    return (
        (one.figure.what == AGE) != (other.figure.what == AGE)
        or _are_two_people(one, other)
        or _differ_in_people(one, other)
        or _are_of_two_events(one, other)
        or _differ(a.period, b.period)
        or _differ(a.change, b.change)
        or _differ(a.rate, b.rate)
        or _differ(a.status.loss, b.status.loss)
        or (a.needed != b.needed and one.figure.kind is FigureKind.COUNT)
    )


def _are_likely_two(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the claims differ in what keeps equal values apart that may be so by chance."""
    a, b = one.frame, other.frame
    return (
        _are_two_kinds(one, other)
        or (_have_two_dates(a.days, b.days) and not (one.develops and other.develops))
        or _differ_in_deed(one, other)
        or _are_opposite(one, other)
        or _name_others(a.kinds, b.kinds)
        or (
            one.figure.kind in _OWNED
            and (_name_others(a.owners, b.owners) or _name_others(a.people, b.people))
        )
    )


def _may_be_two(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the claims differ in what keeps different values apart; then even one known part counts."""
    a, b = one.frame, other.frame
    return (
        (a.former, a.to_date, a.change or 0, a.single_place, a.needed)
        != (b.former, b.to_date, b.change or 0, b.single_place, b.needed)
        or a.status.excludes(b.status)
        or (a.share_of != b.share_of and not one.aspect)
        or (a.rate != b.rate and not same_size(one, other, _RATE_FACTOR))
        or (a.market != b.market and one.figure.kind is FigureKind.PERCENT)
        or (a.additional != b.additional and not one.people)
        or _differ(a.forecast, b.forecast)
        or (not one.aspect and _name_others(a.owners + a.people, b.owners + b.people))
        or _name_others(a.places, b.places)
        or (_is_owned(one) and (_is_of_another(a, b) or _is_of_another(b, a)))
    )


def _is_owned(claim: FigureClaim) -> bool:
    """Whether each firm or product has such a figure of its own; a time is rather that of an event."""
    return claim.figure.kind in _OWNED and dimension_of(claim.figure.unit) not in _TIMES


def _are_two_kinds(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both count people of a special kind, each another one: children are not men."""
    special = one.people and other.people and not one.unspecific and not other.unspecific
    return special and one.noun != other.noun


def _differ_in_deed(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two verbs say what was done to the things counted: homes destroyed are not homes cut off."""
    counts = one.figure.kind is FigureKind.COUNT and other.figure.kind is FigureKind.COUNT
    return counts and one.happened is None and other.happened is None and _differ(one.event, other.event)


def _is_of_another(one: ClaimFrame, other: ClaimFrame) -> bool:
    """Whether a clause names an owner, and the other, without one, stands in a report about somebody else."""
    return bool(one.owners and not other.owners) and _name_others(one.owners, other.subjects)


def _differ(one: object, other: object) -> bool:
    """Whether two parts of frames are known and differ."""
    return one is not None and other is not None and one != other


def _differ_in_people(one: FigureClaim, other: FigureClaim) -> bool:
    if _differ(one.happened, other.happened):
        return True
    specific = one.people and not one.unspecific and one.noun == other.noun
    if one.part != other.part and not specific:
        return True
    if one.whole != other.whole and (one.happened in DEVELOPING) != (other.happened in DEVELOPING):
        return True
    return one.happened in _IN_ONE_PLACE and one.frame.single_place != other.frame.single_place


def _are_two_people(one: FigureClaim, other: FigureClaim) -> bool:
    a, b = one.frame.person, other.frame.person
    return a is not None and b is not None and (_have_two_names(a, b) or _differ(a.noun, b.noun))


def _have_two_names(one: AgedPerson, other: AgedPerson) -> bool:
    return bool(one.name and other.name) and not one.name & other.name


def _are_of_two_events(one: FigureClaim, other: FigureClaim) -> bool:
    earlier = _is_of_other_event(one), _is_of_other_event(other)
    if not all(earlier):
        return any(earlier)
    return bool(one.event_date and other.event_date) and one.event_date.year != other.event_date.year  # type: ignore[union-attr]


def _is_of_other_event(claim: FigureClaim) -> bool:
    """Whether a number belongs to an event long before its report, or to one that is not reported.

    A date in words ("on Nov. 13") may have been read as one to come.
    """
    if claim.frame.other_event:
        return True
    published = claim.report.doc.published_at
    return (
        published is not None
        and claim.event_date is not None
        and abs(claim.event_date - published.date()) > LONG_AGO
    )


def are_in_two_places(group: Sequence[FigureClaim], other: Sequence[FigureClaim]) -> bool:
    """Whether two groups of numbers of people name places, none of which is the same."""
    places, others = (
        [name for claim in each if claim.people for name in claim.frame.places] for each in (group, other)
    )
    return _name_others(places, others)


def _have_two_dates(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether no date of the one clause can be one of the other."""
    return bool(one and other) and not any(_may_be_one(a, b) for a in one for b in other)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two dates in ISO 8601 agree as far as the coarser one goes."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _name_others(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    """Whether two clauses name things or places, none of which is the same."""
    if not one or not other:
        return False
    return not any(_is_one_name(a, b) for a in one for b in other)


def _is_one_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the shorter name is a part of the longer one and no number tells them apart.

    "Holm" may be "Holm Mills"; "Centre party" is not "Green party".
    """
    numbers, others = (frozenset(word for word in name if word.isdigit()) for name in (one, other))
    if numbers and others and numbers != others:
        return False
    words, other_words = one - numbers, other - others
    return words <= other_words or other_words <= words or len(words & other_words) >= _FULL_NAME


def _are_opposite(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the clauses have words that exclude one another."""
    a, b = one.frame.qualities, other.frame.qualities
    if a == b:
        return False
    return any(
        pair & a and pair & b and not pair & a & b for pair in one.report.rules.frames.measures.opposites
    )
