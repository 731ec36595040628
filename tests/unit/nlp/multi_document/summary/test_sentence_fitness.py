"""Only whole prose of a report can stand in a story."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import (
    Analysis,
    DetectedLanguage,
    PipelineVersion,
    Quote,
    Speaker,
    Summary,
    TextFacts,
)
from nutgraf.nlp.multi_document import Report
from nutgraf.nlp.multi_document.summary.sentence_fitness import is_fit, is_whole, narrated
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence
from nutgraf.nlp.spans import SentenceSpan
from tests.support.docs import english

MOMENT = datetime(2026, 4, 2, 12, tzinfo=UTC)


def sentence(text: str, place: int = 0, quotes: tuple[Quote, ...] = ()) -> ReportSentence:
    span = SentenceSpan(0, len(text), 0)
    analysis = Analysis(
        PipelineVersion("0", "test"), DetectedLanguage("en", 1.0, supported=True),
        TextFacts("", len(text), 1, 1, ()), Summary((), 3), (), (), quotes, (),
    )  # fmt: skip
    return ReportSentence(Report("art_1", "Outlet", english(text, (span,)), MOMENT, analysis), span, place)


@pytest.mark.parametrize(
    "text",
    [
        "A crane fell onto the quay at Norholm on Monday and killed two dockers.",
        "“The crane had been checked in spring,” said Ana Holt, the harbour master.",
        "NORHOLM, April 2 (Kestrel) - A crane fell onto the quay and killed two dockers.",
        "The US said it would send two ships to the port (of Norholm) this week.",
        "Ana Holt, the harbour master, called it “a black day” for the port.",
        "The crane, which had been checked in\nNorholm in spring, fell on Monday.",
    ],
)
def test_whole_prose_of_a_report_is_fit(text: str) -> None:
    assert is_fit(sentence(text))


@pytest.mark.parametrize(
    "text",
    [
        "The quay at Norholm on Monday, in a file photo of the crane.",
        "Dockers look at the crane that fell at Norholm, pictured on Monday.",
        "The crane is seen on the quay at Norholm after it fell.",
        "Dockers stand on the quay at Norholm, Friday, April 3, 2026.",
        "Dockers stand on the quay\nA crane fell at Norholm on Monday and killed two men.",
        "Read more about the crane that fell at Norholm on our pages.",
        "Update: A crane fell onto the quay at Norholm on Monday.",
        "An earlier version of the report said that three dockers had died.",
        "A crane fell onto the quay at Norholm on Monday and killed",
        "Photos at www.norholm.com show the crane on the quay.",
        "QUAY CRANE FALLS two dockers died at Norholm on Monday morning.",
        "We went to the quay at Norholm to see the crane.",
        "If you know more about the crane at Norholm, write today.",
        "Why did nobody check the crane at Norholm before Monday?",
        "A crane fell down.",
        "'No swap' - The mayor of Norholm denied that a crane was exchanged.",
        "“The crane had been checked in spring, and we had no reason to worry at all.”",
        "“The crane had been checked,” said Ana Holt, “and then it fell.",
        "It was old.” Ana Holt said the port would close for a week.",
        "The crane (which was old fell onto the quay at Norholm.",
    ],
)
def test_furniture_captions_and_cut_quotations_are_not(text: str) -> None:
    assert not is_fit(sentence(text))


@pytest.mark.parametrize(
    ("text", "whole"),
    [("“a” and “b”", True), ("“a and b", False), ("a” and “b”", False), ('"a" b', True), ('a" b', False)],
)
def test_a_sentence_is_whole_if_its_marks_pair(text: str, whole: bool) -> None:  # noqa: FBT001
    assert is_whole(text) is whole


def test_what_is_narrated_has_neither_dateline_nor_quotations() -> None:
    text = "NORHOLM (Kestrel) - “It fell,” said Ana Holt."
    assert narrated(sentence(text)).split() == ["said", "Ana", "Holt."]


@pytest.mark.parametrize(
    ("said", "speakers", "fit"),
    [
        ("The crane had been checked in spring and was found to be sound,", (), False),
        ("The crane had been checked in spring and was found to be sound,", ("Ana Holt",), True),
        ("The crane had been checked in spring and was found to be sound,", ("Ana Holt", "Rolf Lind"), True),
        ("a black day", (), True),
    ],
)
def test_what_nobody_named_says_is_not_told(said: str, speakers: tuple[str, ...], *, fit: bool) -> None:
    text = f"“{said}” the docker of forty years said on the quay."
    named = tuple(Speaker(None, name) for name in speakers)
    quote = Quote(said, 1, 1 + len(said), named[0] if len(named) == 1 else None, "said", named)
    assert is_fit(sentence(text, quotes=(quote,))) is fit
