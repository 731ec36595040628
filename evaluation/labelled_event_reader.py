"""Reader of labelled events: invented reports of one event, one JSON file for each event.

The key ``about`` is for people. The text of a report is its sentences without
the markup ``[[number|quantity]]``, joined by a space; paragraphs are joined by a blank line.

| label | meaning |
| --- | --- |
| ``quantities`` | what is counted; ``state``, where independent reports state it; ``cause`` of a conflict |
| ``facts`` | atomic facts; a different number is a different fact |
| ``speakers`` | who says the quotation in a sentence; empty if the report does not tell |
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from evaluation.labelled_events import (
    GoldQuantity,
    LabelledEvent,
    LabelledReport,
    LabelledSentence,
    MarkedNumber,
)
from nutgraf.model.story import FigureCause, FigureState

EVENTS: Final = Path(__file__).parent / "data" / "events"

EVENT_SETS: Final = {
    EVENTS: "tuned on",
    EVENTS.with_name("events_test"): "figures and speakers tuned on in a second round, else held out",
    EVENTS.with_name("events_held_out"): "held out",
}
"""Folders of labelled events, each with what was tuned on it."""

_MARK: Final = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)\]\]")
_QUOTATION: Final = re.compile(r"[“\"]")
_REPORT_KEYS: Final = frozenset({"id", "source", "published_at", "title", "paragraphs"})
_EVENT_KEYS: Final = frozenset({"id", "about", "quantities", "facts", "reports"})
_SENTENCE_KEYS: Final = frozenset({"text", "facts", "speakers"})
_QUANTITY_KEYS: Final = frozenset({"what", "subject", "state", "cause"})


class LabelError(ValueError):
    """Fault in a labelled event; its message names the file and the place."""


def read_events(folder: Path = EVENTS) -> list[LabelledEvent]:
    """Read every ``*.json`` of a folder.

    Raises:
        LabelError: a file has a fault, or the folder has no file.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise LabelError(f"{folder}: no labelled events")
    return [read_event(path) for path in paths]


def read_event(path: Path) -> LabelledEvent:
    """Read and check one event.

    Raises:
        LabelError: the file is no JSON, or a label is unknown, unused or misplaced.
    """
    try:
        return parse_event(json.loads(path.read_text("utf-8")))
    except (LabelError, json.JSONDecodeError) as error:
        raise LabelError(f"{path}: {error}") from error


def parse_event(data: Mapping[str, Any]) -> LabelledEvent:
    """Return the event that a JSON object describes.

    Raises:
        LabelError: a label is unknown, unused or misplaced; the message names the place.
    """
    _check_keys(data, _EVENT_KEYS, "event")
    quantities = {name: _quantity(name, each) for name, each in data["quantities"].items()}
    reports = [_report(each) for each in data["reports"]]
    if len({report.id for report in reports}) < len(reports):
        raise LabelError("two reports have one id")
    reports.sort(key=lambda report: (report.published_at, report.id))
    event = LabelledEvent(data["id"], quantities, data["facts"], tuple(reports))
    _check_labels(event)
    return event


def _check_keys(data: Mapping[str, Any], known: frozenset[str], place: str) -> None:
    unknown = set(data) - known
    if unknown:
        raise LabelError(f"{place}: unknown keys {sorted(unknown)}")


def _quantity(name: str, data: Mapping[str, Any]) -> GoldQuantity:
    _check_keys(data, _QUANTITY_KEYS, f"quantity {name}")
    state, cause = data.get("state"), data.get("cause")
    if state is not None and state not in list(FigureState):
        raise LabelError(f"quantity {name}: unknown state {state!r}")
    if cause is not None and cause not in list(FigureCause):
        raise LabelError(f"quantity {name}: unknown cause {cause!r}")
    return GoldQuantity(
        name,
        data["what"],
        data.get("subject"),
        None if state is None else FigureState(state),
        None if cause is None else FigureCause(cause),
    )


def _report(data: Mapping[str, Any]) -> LabelledReport:
    place = f"report {data.get('id')}"
    _check_keys(data, _REPORT_KEYS, place)
    published_at = datetime.fromisoformat(data["published_at"])
    if published_at.tzinfo is None:
        raise LabelError(f"{place}: published_at has no time zone")
    sentences: list[LabelledSentence] = []
    parts: list[str] = []
    offset = 0
    for number, paragraph in enumerate(data["paragraphs"], 1):
        for row, each in enumerate(paragraph, 1):
            sentence = _sentence(each, offset, f"{place}, paragraph {number}, sentence {row}")
            sentences.append(sentence)
            offset = sentence.end + 1
        parts.append(" ".join(each.text for each in sentences[len(sentences) - len(paragraph) :]))
        offset += 1
    text = "\n\n".join(parts)
    return LabelledReport(data["id"], data["source"], published_at, data["title"], text, tuple(sentences))


def _sentence(data: Mapping[str, Any], start: int, place: str) -> LabelledSentence:
    _check_keys(data, _SENTENCE_KEYS, place)
    text, marks = _plain(data["text"], start)
    if "[[" in text or "]]" in text:
        raise LabelError(f"{place}: markup is not balanced: {text}")
    if not data["facts"]:
        raise LabelError(f"{place}: no facts")
    speakers = data.get("speakers")
    if speakers is not None and not _QUOTATION.search(text):
        raise LabelError(f"{place}: speakers, and no quotation mark")
    return LabelledSentence(
        text, start, marks, frozenset(data["facts"]), None if speakers is None else tuple(speakers)
    )


def _plain(marked: str, start: int) -> tuple[str, tuple[MarkedNumber, ...]]:
    """Return a sentence without markup, and its numbers with offsets in the report."""
    marks: list[MarkedNumber] = []
    text, done = "", 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        number, quantity = match.groups()
        marks.append(MarkedNumber(quantity, number, start + len(text), start + len(text) + len(number)))
        text, done = text + number, match.end()
    return text + marked[done:], tuple(marks)


def _check_labels(event: LabelledEvent) -> None:
    """Raise LabelError for a label that is used and not explained, or explained and not used."""
    sentences = [(report, each) for report in event.reports for each in report.sentences]
    marked = {mark.quantity for _, each in sentences for mark in each.marks}
    stated = {fact for _, each in sentences for fact in each.facts}
    for kind, used, known in (
        ("quantity", marked, set(event.quantities)),
        ("fact", stated, set(event.facts)),
    ):
        if used != known:
            raise LabelError(
                f"{kind} not explained: {sorted(used - known)}, not used: {sorted(known - used)}"
            )
    for name, quantity in event.quantities.items():
        reports = {report.id for report, _ in event.marks_of(name)}
        if quantity.state is not None and len(reports) < 2:  # noqa: PLR2004 - nothing to agree with
            raise LabelError(f"quantity {name}: has a state, and one report alone states it")
