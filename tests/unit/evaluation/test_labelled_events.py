"""Labels are found by offsets, and facts tell who says what."""

from __future__ import annotations

from nutgraf.model.story import FigureState, SupportDegree
from tests.support.labelled_event import span, tiny_event


def test_every_offset_fits_its_text() -> None:
    for report in tiny_event().reports:
        for sentence in report.sentences:
            assert report.text[sentence.start : sentence.end] == sentence.text
            for mark in sentence.marks:
                assert report.text[mark.start : mark.end] == mark.text


def test_paragraphs_are_joined_by_a_blank_line() -> None:
    assert "crew of four.\n\n“We counted" in tiny_event().report("a").text


def test_a_mark_is_found_by_overlap() -> None:
    report = tiny_event().report("a")
    mark = report.mark_at(*span("a", "Nine"))
    assert mark is not None
    assert (mark.quantity, mark.text) == ("dead", "Nine people")
    assert report.mark_at(*span("a", "ferry")) is None


def test_a_span_has_the_facts_of_the_sentences_that_it_covers() -> None:
    report = tiny_event().report("a")
    assert report.facts_in(*span("a", "died when the ferry burned.")) == {"fire", "nine"}
    assert report.facts_in(0, len(report.text)) == {"fire", "nine", "ab60", "crew", "boats", "boy7"}
    assert report.facts_in(*span("a", "Nine")) == {"fire", "nine"}


def test_a_report_says_facts_in_full_in_one_sentence_or_two_adjacent_ones() -> None:
    report = tiny_event().report("b")
    assert report.says(frozenset({"crew", "boats"})) is SupportDegree.FULL
    assert report.says(frozenset({"fire", "eleven"})) is SupportDegree.FULL
    assert report.says(frozenset({"fire", "boats"})) is SupportDegree.PARTLY
    assert report.says(frozenset({"nine"})) is None


def test_a_corrected_value_is_in_dispute_and_superseded() -> None:
    quantities = tiny_event().quantities
    assert quantities["boy"].right_states == {FigureState.CONFLICTING, FigureState.SUPERSEDED}
    assert quantities["aboard"].right_states == {FigureState.CONFLICTING}
