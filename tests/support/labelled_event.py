"""Tiny labelled event, and the parts of a comparison of its reports, found by their text."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

from evaluation.labelled_event_reader import parse_event
from evaluation.labelled_events import LabelledEvent
from nutgraf.model import Bound, FigureKind
from nutgraf.model.story import (
    CoverageStatement,
    FigureCause,
    FigureState,
    FigureValue,
    QuoteVariant,
    StoryArticle,
    StoryComparison,
    StoryFigure,
    StoryQuote,
    StorySentence,
    StorySummary,
    Support,
    SupportDegree,
)

EVENT: dict[str, Any] = {
    "id": "ferry-fire",
    "about": "A ferry burns off Norvik.",
    "quantities": {
        "dead": {"what": "people killed", "state": "superseded"},
        "aboard": {"what": "people aboard", "state": "conflicting", "cause": "altered_reprint"},
        "crew": {"what": "crew", "state": "agreed"},
        "boy": {"what": "age of the boy", "subject": "Ola Brandt", "state": "conflicting",
                "cause": "correction"},
    },
    "facts": {"fire": "the ferry burned", "nine": "nine died", "eleven": "eleven died",
              "crew": "a crew of four", "ab60": "60 were aboard", "ab90": "90 were aboard",
              "boats": "they counted the boats",
              "boy7": "the boy is seven", "boy6": "the boy is six"},
    "reports": [
        {"id": "a", "source": "Norvik Courier", "published_at": "2026-03-02T09:00:00Z",
         "title": "Nine die in fire",
         "paragraphs": [
             [{"text": "[[Nine people|dead]] died when the ferry burned.", "facts": ["fire", "nine"]},
              {"text": "[[60|aboard]] were aboard, and a crew of [[four|crew]].", "facts": ["ab60", "crew"]}],
             [{"text": "“We counted the boats,” Ines Calloway and Torben Hale said.", "facts": ["boats"],
               "speakers": ["Ines Calloway", "Torben Hale"]},
              {"text": "Ola Brandt is [[seven|boy]].", "facts": ["boy7"]}]]},
        {"id": "b", "source": "Radio Sund", "published_at": "2026-03-02T12:00:00Z",
         "title": "Ferry burns",
         "paragraphs": [
             [{"text": "The ferry burned.", "facts": ["fire"]},
              {"text": "[[Eleven|dead]] died.", "facts": ["eleven"]},
              {"text": "[[90|aboard]] were aboard.", "facts": ["ab90"]},
              {"text": "The crew of [[four|crew]] counted the boats.", "facts": ["crew", "boats"]},
              {"text": "Ola Brandt is [[six|boy]], not [[seven|boy]].", "facts": ["boy6"]},
              {"text": "“Never again,” somebody said.", "facts": ["boats"], "speakers": []}]]},
    ],
}  # fmt: skip


def event_data() -> dict[str, Any]:
    """Return a copy of the event's JSON to spoil."""
    return copy.deepcopy(EVENT)


def tiny_event() -> LabelledEvent:
    """Return the event."""
    return parse_event(EVENT)


def span(article: str, text: str) -> tuple[int, int]:
    """Return the offsets of a text in a report."""
    start = tiny_event().report(article).text.index(text)
    return start, start + len(text)


def value(article: str, text: str, number: float) -> FigureValue:
    """Return a figure's value that stands at a text."""
    return FigureValue(number, None, Bound.EXACT, text, article, *span(article, text), None)


def figure(
    state: FigureState, *values: FigureValue, cause: FigureCause | None = None, subject: str | None = None
) -> StoryFigure:
    """Return a figure with these values."""
    return StoryFigure("people", FigureKind.COUNT, state, values, cause=cause, subject=subject)


def support(article: str, text: str, degree: SupportDegree = SupportDegree.FULL) -> Support:
    """Return the support by a text of a report."""
    return Support(article, *span(article, text), text, degree)


def statement(*supports: Support, only_in: str | None = None) -> CoverageStatement:
    """Return a statement with its supports, its own first."""
    own = supports[0]
    return CoverageStatement(own.text, own.article_id, own.start, own.end, supports, only_in)


def sentence(*supports: Support) -> StorySentence:
    """Return a summary's sentence with its supports, its own first."""
    own = supports[0]
    ids = tuple(each.article_id for each in supports)
    return StorySentence(own.text, own.article_id, own.start, own.end, ids, supports)


def quote(article: str, text: str, *speakers: str) -> StoryQuote:
    """Return a quotation of one wording."""
    start, end = span(article, text)
    speaker = speakers[0] if len(speakers) == 1 else None
    return StoryQuote(
        text, article, start, end, speaker, speakers, (QuoteVariant(article, text, start, end),)
    )


def comparison(
    *, reprint: bool = False, summary: tuple[StorySentence, ...] = (), **parts: Any
) -> StoryComparison:
    """Return a comparison of the reports with these parts; with ``reprint`` the second one is a reprint."""
    articles = (
        StoryArticle("a", "Norvik Courier", "Nine die in fire", None, None),
        StoryArticle("b", "Radio Sund", "Ferry burns", None, "a" if reprint else None),
    )
    story = StoryComparison(None, 2, 2, "a", articles, StorySummary(summary), (), (), (), ())
    return replace(story, **parts)
