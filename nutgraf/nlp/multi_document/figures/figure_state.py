"""State of a figure: whether the reports agree on its value, why not where they tell, and of when it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import combinations
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.model.story import FigureCause, FigureState
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim, compatible
from nutgraf.nlp.multi_document.figures.pairs.altered_reprints import Origin, is_altered_reprint
from nutgraf.nlp.multi_document.figures.pairs.value_likeness import is_close, same_value

_DAY: Final = len("2026-01-01")


@dataclass(frozen=True, slots=True)
class Dispute:
    """State of a figure, and why its values differ where the reports tell."""

    state: FigureState
    cause: FigureCause | None = None


def dispute_of(claims: Sequence[FigureClaim], origin: Origin) -> Dispute:
    """Return the state of one quantity.

    Args:
        claims: of the quantity, in order of publication.
        origin: gives the id of the article that an article reprints, or its own.

    Returns:
        ``agreed``: all have one value and one bound, with its conversion or all without; two independent
        sources at least have its unit where some lack it. ``compatible``: some value satisfies every claim.
        ``superseded``: the number changes with the event, or a report says that it has changed, and every
        report from some moment on has the new value. ``conflicting``: all else.
    """
    if is_altered_reprint(claims, origin):
        return Dispute(FigureState.CONFLICTING, FigureCause.ALTERED_REPRINT)
    if _are_equal(claims, origin):
        return Dispute(FigureState.AGREED)
    if _are_compatible(claims):
        return Dispute(FigureState.COMPATIBLE)
    if any(claim.frame.corrects and _contradicts_some(claim, claims) for claim in claims):
        return Dispute(FigureState.CONFLICTING, FigureCause.CORRECTION)
    replaced = any(claim.develops for claim in claims) and _are_replaced(claims)
    changed = replaced or _are_told(claims)
    return Dispute(FigureState.SUPERSEDED if changed else FigureState.CONFLICTING)


def as_of(claims: Sequence[FigureClaim]) -> str | None:
    """Return the day or time that the values are of, in ISO 8601; None if it is not known.

    That is the day which the clauses state. A number that changes with the event is of the day that the
    latest report states, or of the time at which it was published.

    Args:
        claims: of one quantity, in order of publication.
    """
    if claims[0].figure.kind is FigureKind.DATE:
        return None
    if any(claim.develops for claim in claims):
        stated = _stated_day(claims[-1:])
        published = claims[-1].report.doc.published_at
        return stated or (published.isoformat() if published else None)
    return _stated_day(claims)


def _stated_day(claims: Sequence[FigureClaim]) -> str | None:
    """Return the only day that the clauses state, if it is not one to come."""
    days = {
        day
        for claim in claims
        for day in claim.frame.days
        if len(day) == _DAY and day <= claim.report.moment.date().isoformat()
    }
    return days.pop() if len(days) == 1 else None


def _are_equal(claims: Sequence[FigureClaim], origin: Origin) -> bool:
    first = claims[0]
    if not all(same_value(first, claim) and claim.figure.bound is first.figure.bound for claim in claims):
        return False
    if len({claim.converted for claim in claims}) > 1:
        return False
    if claims[0].figure.kind not in (FigureKind.MONEY, FigureKind.COUNT):
        return True
    money = [claim for claim in claims if claim.figure.kind is FigureKind.MONEY and claim.figure.unit]
    return not money or len(money) == len(claims) or len({origin(claim.report.id) for claim in money}) > 1


def _are_compatible(claims: Sequence[FigureClaim]) -> bool:
    return claims[0].number is not None and next(_contrary_pairs(claims), None) is None


def _contrary_pairs(claims: Sequence[FigureClaim]) -> Iterator[tuple[FigureClaim, FigureClaim]]:
    return (pair for pair in combinations(claims, 2) if not compatible(*pair))


def _contradicts_some(claim: FigureClaim, claims: Sequence[FigureClaim]) -> bool:
    """Whether an earlier report states a value that a claim corrects."""
    return any(
        other.report is not claim.report
        and other.report.moment <= claim.report.moment
        and not compatible(claim, other)
        for other in claims
    )


def _are_told(claims: Sequence[FigureClaim]) -> bool:
    """Whether reports say of all values that differ that the one was true before the other."""
    return all(
        any(_tells(claim, one, other) or _tells(claim, other, one) for claim in claims)
        for one, other in _contrary_pairs(claims)
    )


def _tells(claim: FigureClaim, former: FigureClaim, new: FigureClaim) -> bool:
    """Whether a claim has the value of one claim, and that of another one as its former value."""
    return compatible(claim, new) and any(is_close(value, former.number) for value in claim.replaced)


def _are_replaced(claims: Sequence[FigureClaim]) -> bool:
    """Whether the claims, in order of publication, never return to an earlier value when they change."""
    contrary = list(_contrary_pairs(claims))
    if not all(_is_published(claim) for pair in contrary for claim in pair):
        return False
    ordered = [pair for pair in contrary if _is_order_known(*pair)]
    if any(claim.only_grows for claim in claims):
        return bool(ordered) and all((one.number or 0.0) < (other.number or 0.0) for one, other in ordered)
    return len(ordered) == len(contrary) and _never_return(claims)


def _never_return(claims: Sequence[FigureClaim]) -> bool:
    current: list[FigureClaim] = []
    replaced: list[FigureClaim] = []
    for claim in claims:
        if current and not compatible(claim, current[-1]):
            replaced += current
            current = []
        if any(claim.figure.value == other.figure.value for other in replaced):
            return False
        current.append(claim)
    return bool(replaced)


def _is_published(claim: FigureClaim) -> bool:
    return claim.report.doc.published_at is not None


def _is_order_known(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether it is known which of the two was published first; a date without a time tells the day alone."""
    a, b = one.report.doc.published_at, other.report.doc.published_at
    if a is None or b is None or a == b:
        return False
    return a.date() != b.date() or not (_is_date_only(a) or _is_date_only(b))


def _is_date_only(moment: datetime) -> bool:
    return moment.timetz().replace(tzinfo=None) == time.min
