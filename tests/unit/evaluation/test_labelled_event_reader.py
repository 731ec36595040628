"""A faulty label is refused, with its file and its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation.claims.numbers import numbers_in
from evaluation.labelled_event_reader import EVENT_SETS, LabelError, parse_event, read_event, read_events
from nutgraf.model.story import FigureCause, FigureState
from nutgraf.nlp.multi_document.near_duplicates import find_originals, shingles
from tests.support.labelled_event import event_data

Spoil = Callable[[dict[str, Any]], None]
EVENTS = [event for folder in EVENT_SETS for event in read_events(folder)]


def sentence(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["reports"][0]["paragraphs"][1][0]
    return found


FAULTS: dict[str, Spoil] = {
    "report a, paragraph 2, sentence 1: markup is not balanced": lambda data: sentence(data).update(
        text="“[[4|x”"
    ),
    "report a, paragraph 2, sentence 1: no facts": lambda data: sentence(data).update(facts=[]),
    "report a, paragraph 2, sentence 1: unknown keys ['fact']": lambda data: sentence(data).update(fact="x"),
    "report a, paragraph 2, sentence 1: speakers, and no": lambda data: sentence(data).update(
        text="They counted."
    ),
    "fact not explained: ['f9']": lambda data: sentence(data).update(facts=["f9", "boats"]),
    "fact not explained: [], not used: ['idle']": lambda data: data["facts"].update(idle="x"),
    "quantity not explained: ['cars']": lambda data: sentence(data).update(text="“[[4|cars]]”"),
    "quantity dead: unknown state 'old'": lambda data: data["quantities"]["dead"].update(state="old"),
    "quantity boy: unknown cause 'error'": lambda data: data["quantities"]["boy"].update(cause="error"),
    "report a: published_at has no time zone": lambda data: data["reports"][0].update(
        published_at="2026-03-02T09:00:00"
    ),
    "two reports have one id": lambda data: data["reports"][1].update(id="a"),
    "event: unknown keys ['note']": lambda data: data.update(note="x"),
}


@pytest.mark.parametrize(("message", "spoil"), FAULTS.items(), ids=list(FAULTS))
def test_a_fault_is_named_with_its_place(message: str, spoil: Spoil) -> None:
    data = event_data()
    spoil(data)
    with pytest.raises(LabelError) as error:
        parse_event(data)
    assert message in str(error.value)


def test_a_state_needs_two_reports() -> None:
    data = event_data()
    data["reports"][1]["paragraphs"][0][2]["text"] = "Many were aboard."
    with pytest.raises(LabelError, match="quantity aboard: has a state, and one report alone"):
        parse_event(data)


def test_an_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "fire.json"
    path.write_text("{")
    with pytest.raises(LabelError, match=r"fire\.json"):
        read_event(path)
    path.write_text(json.dumps(event_data() | {"note": "x"}))
    with pytest.raises(LabelError, match=r"fire\.json: event: unknown keys"):
        read_event(path)


def test_a_folder_without_events_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="no labelled events"):
        read_events(tmp_path)


def test_reports_are_read_in_order_of_publication() -> None:
    data = event_data()
    data["reports"].reverse()
    assert [report.id for report in parse_event(data).reports] == ["a", "b"]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)
def test_a_committed_quantity_has_a_state_where_two_independent_reports_state_it(event: Any) -> None:
    prints = [shingles([sentence.text for sentence in report.sentences]) for report in event.reports]
    origins = {
        report.id: report.id if place is None else event.reports[place].id
        for report, place in zip(event.reports, find_originals(prints), strict=True)
    }
    for name, quantity in event.quantities.items():
        sources = {origins[report.id] for report, _ in event.marks_of(name)}
        # A reprint that alters a number contradicts its own source.
        altered = quantity.cause is FigureCause.ALTERED_REPRINT
        assert (quantity.state is not None) == (len(sources) > 1 or altered), name


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)
def test_committed_states_fit_the_numbers(event: Any) -> None:
    for name, quantity in event.quantities.items():
        numbers = {tuple(numbers_in(mark.text)) for _, mark in event.marks_of(name)}
        if quantity.state is FigureState.AGREED:
            assert len(numbers) == 1, name
        if quantity.state in (FigureState.CONFLICTING, FigureState.SUPERSEDED):
            assert len(numbers) > 1, name


def test_every_committed_event_has_contradictions() -> None:
    for event in EVENTS:
        states = [quantity.state for quantity in event.quantities.values()]
        assert states.count(FigureState.CONFLICTING) > 1, event.id
