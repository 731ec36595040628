from __future__ import annotations

import pytest

from nutgraf.nlp.multi_document.clustering.event_agreement import WEIGHTS, EventAgreement, event_agreement
from nutgraf.nlp.multi_document.clustering.event_identity import EventIdentity

NAMES = {"perdana": 0.4, "karvonen": 0.2}
OTHERS = {"azmera": 0.4, "worku": 0.2}


def agreement(one: EventIdentity, other: EventIdentity) -> EventAgreement:
    """Return the agreement of two texts with the same names."""
    return event_agreement(one, NAMES, other, NAMES)


def figures(*numbers: str) -> EventIdentity:
    return EventIdentity(figures=dict.fromkeys(numbers, 1.0))


def test_names_agree_by_their_cosine() -> None:
    nothing = EventIdentity()
    same = agreement(nothing, nothing)
    assert (same.names, same.balance) == pytest.approx((1.0, 1.0))
    assert same.agrees == same.against == ()
    assert event_agreement(nothing, {}, nothing, NAMES).balance == 0.0
    apart = event_agreement(nothing, NAMES, nothing, OTHERS)
    assert (apart.names, apart.balance, apart.against) == (0.0, -WEIGHTS.subjects, ("names",))


def test_a_name_by_the_way_is_not_what_a_text_is_about() -> None:
    found = event_agreement(
        EventIdentity(), {"zenlo": 0.5, "expo": 0.3, "pomara": 0.1},
        EventIdentity(), {"pomara": 0.5, "expo": 0.3, "zenlo": 0.1},
    )  # fmt: skip
    assert found.against == ("names",)


def test_places_contradict_where_neither_is_named_by_the_other() -> None:
    harbour = EventIdentity(places={"arlesund": 0.9, "norland": 0.7})
    mill = EventIdentity(places={"tarnbrook": 0.9, "norland": 0.7})
    assert agreement(harbour, mill).against == ("place",)
    assert agreement(harbour, EventIdentity(places={"arlesund": 0.5})).agrees == ("place",)
    passing = EventIdentity(places={"tarnbrook": 0.9, "arlesund": 0.2})
    assert agreement(harbour, passing).against == agreement(harbour, passing).agrees == ()


def test_another_place_counts_less_where_both_are_about_one_person() -> None:
    one = EventIdentity(people={"worku": 0.8}, places={"arlesund": 0.9})
    other = EventIdentity(people={"worku": 0.8}, places={"tarnbrook": 0.9})
    found = agreement(one, other)
    assert (found.agrees, found.against) == (("people",), ("place",))
    assert found.balance == pytest.approx(1 - WEIGHTS.places / 2)


def test_each_report_may_have_its_own_witness() -> None:
    one = EventIdentity(people={"worku": 0.8, "karvonen": 0.3})
    other = EventIdentity(people={"idris": 0.8, "karvonen": 0.3})
    assert agreement(one, other).against == ()
    assert agreement(one, EventIdentity(people={"idris": 0.8})).against == ("people",)


def test_a_place_that_is_taken_for_a_person_contradicts_nothing() -> None:
    place = EventIdentity(places={"perdana": 0.9})
    person = EventIdentity(people={"perdana": 0.9}, places={"tolva": 0.4})
    assert agreement(place, person).against == ()


def test_a_distinctive_figure_in_common_weighs_more_than_a_round_one() -> None:
    distinctive = agreement(figures("31 people"), figures("31 people", "12 km")).balance
    plain = agreement(figures("30 people"), figures("30 people")).balance
    assert distinctive == pytest.approx(1 + WEIGHTS.figure)
    assert plain == pytest.approx(1 + WEIGHTS.further_figure)


def test_figures_of_one_unit_with_other_values_contradict() -> None:
    found = agreement(figures("31 people", "6.2 magnitude"), figures("64 people", "7.1 magnitude"))
    assert found.against == ("figures",)
    assert found.balance == pytest.approx(1 - 2 * WEIGHTS.contrary_figures)
    assert agreement(figures("31 people", "6 dogs"), figures("31 people", "9 dogs")).against == ()
    assert agreement(figures("31 "), figures("64 ")).against == ()


@pytest.mark.parametrize(
    ("day", "agrees", "against"),
    [("2026-05-11", ("day",), ()), ("2026-05-12", (), ("day",)), ("2026-05-20", (), ("day",))],
)
def test_days(day: str, agrees: tuple[str, ...], against: tuple[str, ...]) -> None:
    found = agreement(EventIdentity(days={"2026-05-11": 1.0}), EventIdentity(days={day: 1.0}))
    assert (found.agrees, found.against) == (agrees, against)
    assert found.balance == pytest.approx(1.0), "a later report of an event tells of later days"


def test_other_days_with_other_figures_are_another_time() -> None:
    one = EventIdentity(days={"2026-05-11": 1.0}, figures={"31 people": 1.0})
    other = EventIdentity(days={"2026-05-20": 1.0}, figures={"64 people": 1.0})
    lost = WEIGHTS.contrary_figures + WEIGHTS.days + WEIGHTS.again
    assert agreement(one, other).balance == pytest.approx(1 - lost)


def test_two_places_of_one_town_are_two_events_where_nothing_else_is_common() -> None:
    names = {"arlesund": 0.5, "kjelgata": 0.3}
    others = {"arlesund": 0.5, "fjordgata": 0.3, "worku": 0.3}
    one = EventIdentity(people={"worku": 0.4}, places={"arlesund": 0.9, "kjelgata": 0.5})
    other = EventIdentity(people={"worku": 0.4}, places={"arlesund": 0.9, "fjordgata": 0.5})
    found = event_agreement(one, names, other, others)
    assert (found.names, "place" in found.against) == (0.0, True)
    chief = event_agreement(one, names | {"worku": 0.3}, other, others)
    assert chief.names == 0.0, "the chief of police speaks of every fire in town"
    general = EventIdentity(places={"arlesund": 0.9})
    assert event_agreement(one, names, general, {"arlesund": 0.5}).names > 0.8
    ship = {"zenlo": 0.2}
    assert event_agreement(one, names | ship, other, others | ship).names > 0.5


def test_a_rival_by_the_way_does_not_make_two_accounts_one() -> None:
    names, others = {"karvo": 0.5, "steel": 0.2}, {"steel": 0.4, "karvo": 0.2}
    one = figures("10 percent", "312 EUR", "2900 EUR")
    found = event_agreement(one, names, figures("10 percent", "198 EUR", "1400 EUR"), others)
    assert found.against == ("names", "figures")
    assert found.balance < 0.25
    same = event_agreement(one, names, figures("10 percent", "312 EUR", "340 EUR"), others)
    assert same.against == ()
    assert same.balance > 0.6


def test_a_text_that_recalls_the_last_storm_is_of_a_later_one() -> None:
    names, others = {"tolva": 0.5}, {"tolva": 0.5, "perdana": 0.5}
    first = EventIdentity(days={"2026-05-11": 1.0}, figures={"40000 homes": 1.0})
    days = {"2026-05-11": 1.0, "2026-05-14": 1.0}
    later = EventIdentity(days=days, figures={"30000 homes": 1.0})
    found = event_agreement(first, names, later, others)
    assert found.against == ("names", "day", "figures")
    assert found == event_agreement(later, others, first, names)
    assert event_agreement(first, names, later, names).against == ("figures",)


def test_other_amounts_of_one_currency_take_nothing_from_a_common_percentage_of_one_subject() -> None:
    crash = figures("20 percent", "11926 USD", "10925 USD")
    found = agreement(crash, figures("20 percent", "6900 USD", "7265 USD"))
    assert found.balance == pytest.approx(1 + WEIGHTS.further_figure - WEIGHTS.contrary_figures)


def test_what_is_no_place_is_no_setting() -> None:
    one = EventIdentity(places={"tolva": 0.8, "norland": 0.5})
    other = EventIdentity(places={"tolva": 0.3, "arlesund": 0.8})
    names = {"coin": 0.5}
    assert event_agreement(one, names, other, names).names == pytest.approx(1.0)
