"""Agreement of two texts about which event they report, and what contradicts it.

Events of one kind are told in the same words. Names, places, days and figures tell them apart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from nutgraf.nlp.multi_document.clustering.event_identity import EventIdentity

FOREMOST: Final = 0.95
PRINCIPAL: Final = 0.6
ASIDE: Final = 0.45
"""Shares of the greatest weight: what a text is mostly about, what it is about, what it names by the way."""

MOST_UNITS: Final = 3
"""Units whose figures contradict each other that count."""

MOST_FURTHER: Final = 2
"""Figures in common that count beside the first distinctive one."""


@dataclass(frozen=True, slots=True)
class AgreementWeights:
    """What each sign adds to the agreement of names, which is 0 to 1, or takes from it.

    Attributes:
        figure: a distinctive figure in common.
        further_figure: each other figure in common.
        contrary_figures: each unit in which both have figures and none in common.
        people: neither names the person that the other is mostly about.
        places: the same of places; half of it if both are about the same person, who may travel.
        subjects: what the one is mostly about stands in the other only by the way, and the reverse.
        accounts: each is mostly about a name of its own, and several amounts in one currency are all other.
        days: two days or more lie between, and the place or the subject is another.
        again: other days and other figures: it happened again.
    """

    figure: float = 0.45
    further_figure: float = 0.2
    contrary_figures: float = 0.15
    people: float = 0.1
    places: float = 0.3
    subjects: float = 0.25
    accounts: float = 0.4
    days: float = 0.3
    again: float = 0.3


WEIGHTS: Final = AgreementWeights()


@dataclass(frozen=True, slots=True)
class EventAgreement:
    """How far two texts agree about which event they report.

    Attributes:
        names: agreement of their rare names, 0 to 1.
        balance: that, with what else agrees and less what contradicts; may be below 0 and above 1.
        agrees: what agrees, of "people", "place", "day" and "figures".
        against: what contradicts, of these and "names".
    """

    names: float
    balance: float
    agrees: tuple[str, ...]
    against: tuple[str, ...]


def event_agreement(
    one: EventIdentity, one_names: Mapping[str, float], other: EventIdentity, other_names: Mapping[str, float]
) -> EventAgreement:
    """Return how far two texts, or stories, agree about which event they report.

    Args:
        one: what the one says of its event.
        one_names: its rare names by weight.
        other: what the other says.
        other_names: its rare names by weight.
    """
    elsewhere_in_one_town = _share_only_the_setting(one, one_names, other, other_names)
    names = 0.0 if elsewhere_in_one_town else _cosine(one_names, other_names)
    own_accounts = _have_accounts_of_their_own(one, one_names, other, other_names)
    figures = _figure_balance(one.figures.keys(), other.figures.keys(), own_accounts=own_accounts)
    apart = _days_apart(one.days.keys(), other.days.keys())
    signs = _name_signs(one, one_names, other, other_names)
    if own_accounts:
        signs["names"] = -WEIGHTS.accounts
    if elsewhere_in_one_town:
        signs["place"] = min(signs["place"], -WEIGHTS.places / 2)
    if figures < 0 and _is_about_a_later_one(one, one_names, other, other_names):
        signs["names"] = min(signs["names"], -WEIGHTS.subjects)
        apart = _days_after(one.days.keys(), other.days.keys())
    elsewhere = signs["place"] < 0 or signs["names"] < 0
    balance = names + figures + sum(min(0.0, sign) for sign in signs.values())
    signs |= {"day": 0 if apart is None else 1 - 2 * (apart > 0), "figures": figures}
    return EventAgreement(
        names,
        balance - _lost_by_days(apart or 0, elsewhere=elsewhere, other_figures=figures < 0),
        tuple(name for name, sign in signs.items() if sign > 0),
        tuple(name for name, sign in signs.items() if sign < 0),
    )


def _name_signs(
    one: EventIdentity, one_names: Mapping[str, float], other: EventIdentity, other_names: Mapping[str, float]
) -> dict[str, float]:
    """Return what people, places and subjects say: above 0 for one event, below 0 for two."""
    one_named, other_named = _named(one, one_names), _named(other, other_names)
    people = _principal_agreement(one.people, one_named, other.people, other_named)
    if one.people.keys() & other.people.keys():
        # Each report of an event finds its own witness; they share the mayor.
        people = max(0, people)
    place = _principal_agreement(one.places, one_named, other.places, other_named)
    return {
        "people": WEIGHTS.people * people,
        "place": WEIGHTS.places * place / (2 if people > 0 else 1),
        "names": -WEIGHTS.subjects * _are_about_others(one_names, other_names),
    }


def _lost_by_days(apart: int, *, elsewhere: bool, other_figures: bool) -> float:
    """Return what days that lie apart take away; alone nothing, for later reports tell of later days."""
    lost = WEIGHTS.days if apart > 1 and (elsewhere or other_figures) else 0.0
    if apart and other_figures:
        lost += WEIGHTS.again if apart > 1 else WEIGHTS.again / 2
    return lost


def _principal_agreement(
    one: Mapping[str, float], one_named: set[str], other: Mapping[str, float], other_named: set[str]
) -> int:
    """Return -1 if neither names what the other is mostly about, 1 if both are about one of the same, else 0.

    A name counts whatever it was taken for: a small town is a person to some taggers.
    """
    if not one or not other:
        return 0
    if not _above(FOREMOST, one) & other_named and not _above(FOREMOST, other) & one_named:
        return -1
    return 1 if _above(PRINCIPAL, one) & _above(PRINCIPAL, other) else 0


def _are_about_others(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Return whether what each is mostly about stands in the other only by the way, or not at all."""
    if not one or not other:
        return False
    if _above(FOREMOST, one) & _above(ASIDE, other):
        return False
    return not _above(FOREMOST, other) & _above(ASIDE, one)


def _have_accounts_of_their_own(
    one: EventIdentity, one_names: Mapping[str, float], other: EventIdentity, other_names: Mapping[str, float]
) -> bool:
    """Return whether each is mostly about a name of its own and gives several amounts, all other.

    A firm's report names its rival, and both fell by ten percent; what they earned is not the same.
    """
    if not one_names or not other_names or _above(FOREMOST, one_names) & _above(FOREMOST, other_names):
        return False
    left, right = one.figures.keys(), other.figures.keys()
    return bool(_currencies(left) & _currencies(right) - _units(left & right))


def _share_only_the_setting(
    one: EventIdentity, one_names: Mapping[str, float], other: EventIdentity, other_names: Mapping[str, float]
) -> bool:
    """Return whether both name one town, and each a place of its own there that the other does not name.

    Nothing else is common to them but those who speak of everything in that town.
    """
    if not one_names or not other_names or not one.places or not other.places:
        return False
    shared = one_names.keys() & other_names.keys()
    setting = _above(FOREMOST, one_names) & _above(FOREMOST, other_names)
    setting -= one.people.keys() & other.people.keys()
    officials = {word for word in shared if _is_minor(word, one) and _is_minor(word, other)}
    if not setting or shared - setting - officials:
        return False
    one_named, other_named = _named(one, one_names), _named(other, other_names)
    if not setting <= one.places.keys() & other.places.keys():
        # A currency is no town. A council's name may be one, where the places contradict each other.
        return _principal_agreement(one.places, one_named, other.places, other_named) < 0
    return bool(_above(ASIDE, one.places) - other_named and _above(ASIDE, other.places) - one_named)


def _is_minor(word: str, text: EventIdentity) -> bool:
    """Return whether a person is less than what a text is about, beside its places."""
    most = max((*text.people.values(), *text.places.values()), default=0.0)
    return word in text.people and text.people[word] < PRINCIPAL * most


def _is_about_a_later_one(
    one: EventIdentity, one_names: Mapping[str, float], other: EventIdentity, other_names: Mapping[str, float]
) -> bool:
    """Return whether the text of the later days is mostly about what the other does not name at all."""
    if not one.days or not other.days or not one_names or not other_names:
        return False
    if max(one.days) > max(other.days):
        one, one_names, other, other_names = other, other_names, one, one_names
    return bool(_above(FOREMOST, other_names) - _named(one, one_names))


def _named(text: EventIdentity, names: Mapping[str, float]) -> set[str]:
    """Return all that a text names: its rare names, people and places."""
    return {*names, *text.people, *text.places}


def _above(share: float, weights: Mapping[str, float]) -> set[str]:
    least = share * max(weights.values())
    return {word for word, weight in weights.items() if weight >= least}


def _days_apart(one: Iterable[str], other: Iterable[str]) -> int | None:
    """Return the days between the nearest days of both; None where one has none."""
    left, right = ([date.fromisoformat(day).toordinal() for day in days] for days in (one, other))
    return min((abs(a - b) for a in left for b in right), default=None)


def _days_after(one: Iterable[str], other: Iterable[str]) -> int:
    """Return the days between the last days of both."""
    left, right = (date.fromisoformat(max(days)).toordinal() for days in (one, other))
    return abs(left - right)


def _figure_balance(one: Iterable[str], other: Iterable[str], *, own_accounts: bool) -> float:
    """Return what the figures in common add, less what those of one unit with other values take away."""
    left, right = set(one), set(other)
    shared = left & right
    if any(map(_is_distinctive, shared)):
        return WEIGHTS.figure + WEIGHTS.further_figure * min(MOST_FURTHER, len(shared) - 1)
    contrary = (_units(left) & _units(right)) - _units(shared)
    if own_accounts:
        # Ten percent is common; what it comes to is not.
        shared = set()
    return WEIGHTS.further_figure * min(MOST_FURTHER, len(shared)) - WEIGHTS.contrary_figures * min(
        MOST_UNITS, len(contrary)
    )


def _units(figures: Iterable[str]) -> set[str]:
    return {unit for figure in figures if (unit := figure.partition(" ")[2])}


def _currencies(figures: Iterable[str]) -> set[str]:
    """Return the currencies of several distinctive amounts."""
    units = Counter(
        unit for figure in figures if (unit := figure.partition(" ")[2]).isupper() and _is_distinctive(figure)
    )
    return {unit for unit, count in units.items() if count > 1}


def _is_distinctive(figure: str) -> bool:
    """Return whether a number has two digits or more beside the zeros at its ends."""
    return len(figure.partition(" ")[0].partition("e")[0].replace(".", "").strip("0-")) > 1


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = one.keys() & other.keys()
    if not shared:
        return 0.0
    dot = math.fsum(one[name] * other[name] for name in shared)
    squares = [math.fsum(weight * weight for weight in names.values()) for names in (one, other)]
    return dot / math.sqrt(squares[0] * squares[1]) if dot else 0.0
