"""Quotations are judged by their wording, and speakers by the labels of the sentences that quote."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from evaluation.claims.judgement import Rate, rate_of
from evaluation.claims.quotes import judge_quotes
from nutgraf.model import Quote, Speaker
from nutgraf.model.story import StoryQuote
from tests.support.labelled_event import comparison, quote, span, tiny_event

BOATS = "We counted the boats"
NEVER = "Never again"


class Analysed:
    """Stands for an analysis of which quotations alone are read."""

    def __init__(self, *quotes: Quote) -> None:
        self.quotes = quotes


def said(article: str, text: str, speaker: str | None) -> Quote:
    return Quote(text, *span(article, text), None if speaker is None else Speaker(None, speaker), None)


def rates(own: dict[str, Any], quotes: tuple[StoryQuote, ...], *measures: str) -> list[Rate]:
    analyses = {"a": Analysed(), "b": Analysed()} | own
    judged = list(judge_quotes(tiny_event(), comparison(quotes=quotes), analyses))
    return [rate_of(judged, measure) for measure in measures]


def test_one_of_two_joint_speakers_is_wrong() -> None:
    own = {"a": Analysed(said("a", BOATS, "Calloway"))}
    measures = ("speakers: right of those named", "speakers: found", "speakers: joint ones found")
    assert rates(own, (), *measures) == [Rate(0, 1)] * 3


def test_a_missing_speaker_is_not_among_those_named() -> None:
    own = {"a": Analysed(said("a", BOATS, None))}
    measures = ("quotes: found", "speakers: right of those named", "speakers: found")
    assert rates(own, (), *measures) == [Rate(1, 2), Rate(0, 0), Rate(0, 1)]


def test_a_speaker_that_the_text_does_not_tell_is_wrong() -> None:
    measure = "speakers: none where the text tells none"
    assert rates({"b": Analysed(said("b", NEVER, "Ola Brandt"))}, (), measure) == [Rate(0, 1)]
    assert rates({"b": Analysed(said("b", NEVER, None))}, (), measure) == [Rate(1, 1)]


def test_a_story_quotation_is_verbatim_at_its_offsets() -> None:
    found = quote("a", BOATS)
    stitched = replace(found, text=f"{BOATS} {NEVER}")
    assert rates({}, (found, stitched), "story quotes: verbatim") == [Rate(1, 2)]


def test_all_speakers_of_a_story_quotation_are_wanted() -> None:
    both, one = quote("a", BOATS, "Ines Calloway", "Torben Hale"), quote("a", BOATS, "Ines Calloway")
    measures = ("story quotes: right of those named", "story quotes: speaker found")
    assert rates({}, (both, one, quote("a", BOATS)), *measures) == [Rate(1, 2), Rate(1, 3)]
