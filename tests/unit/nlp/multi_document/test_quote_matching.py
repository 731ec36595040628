"""Quotations of several reports are matched, and never put together from parts."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import (
    Analysis,
    DetectedLanguage,
    PipelineVersion,
    Quote,
    Speaker,
    Summary,
    TextFacts,
)
from nutgraf.model.story import StoryQuote
from nutgraf.nlp.multi_document import Report
from nutgraf.nlp.multi_document.quote_matching import match_quotes
from tests.support.docs import english

MOMENT = datetime(2026, 4, 2, 12, tzinfo=UTC)
UTTERANCE = re.findall(
    r"\w+",
    "We counted the boats twice and one was missing so we went back out into the fog with every lamp lit and "
    "nobody in the village slept until the last crew had come home safely",
)


def quoted(number: int, text: str, *said: tuple[str, str | None]) -> Report:
    quotes: list[Quote] = []
    for words, name in said:
        start = text.index(words, quotes[-1].end if quotes else 0)
        quotes.append(Quote(words, start, start + len(words), Speaker(None, name) if name else None, "said"))
    analysis = Analysis(
        PipelineVersion("0", "test"), DetectedLanguage("en", 1.0, supported=True),
        TextFacts("", len(text), 1, 1, ()), Summary((), 3), (), (), tuple(quotes), (),
    )  # fmt: skip
    doc = english(text, (), MOMENT + timedelta(hours=number))
    return Report(f"art_{number}", f"Outlet {number}", doc, MOMENT, analysis)


def matched(*reports: Report) -> list[StoryQuote]:
    return list(match_quotes(reports, {}))


@pytest.mark.parametrize("between", ["A spokesman said:", "The crowd answered:", "There was a long silence."])
def test_words_of_nobody_named_are_not_put_into_the_mouth_of_who_spoke_before(between: str) -> None:
    bridge, damage = "The bridge is safe for all traffic.", "We will pay for all the damage."
    text = f"Oda said: “{bridge}” {between} “{damage}”"
    found = matched(
        quoted(0, text, (bridge, "Oda"), (damage, None)), quoted(1, f"“{bridge}” Oda said.", (bridge, "Oda"))
    )
    assert [(quote.text, quote.speaker) for quote in found] == [(bridge, "Oda"), (damage, None)]


def test_excerpts_of_one_quotation_are_one_and_halves_are_listed_in_order_never_joined() -> None:
    whole = "“We counted the boats twice and one was missing,” said Oda. “So we went back out.”"
    halves = ("We counted the boats twice and one was missing,", "So we went back out.")
    (found,) = matched(
        quoted(0, whole, (halves[0], "Oda"), (halves[1], "Oda")),
        quoted(1, "“We counted the boats twice,” said Oda.", ("We counted the boats twice,", "Oda")),
        quoted(2, "They “went back out” at once.", ("went back out", None)),
    )
    assert (found.text, found.article_id, found.start) == (halves[0], "art_0", 1)
    assert [(cut.article_id, cut.text) for cut in found.articles[:2]] == [("art_0", half) for half in halves]
    assert [cut.article_id for cut in found.articles] == ["art_0", "art_0", "art_1", "art_2"]


def test_words_that_an_article_prints_twice_are_no_longer_utterance() -> None:
    text = "They “bumped into each other” at noon. Later Oda said they had “bumped into each other”."
    cut = "bumped into each other"
    found = matched(
        quoted(0, text, (cut, None), (cut, "Oda")),
        quoted(1, "Two boats “bumped into each other”.", (cut, None)),
    )
    assert {quote.text for quote in found} == {cut}


def test_a_single_word_is_no_quotation_of_somebody_else() -> None:
    found = matched(
        quoted(0, "Oda called it “madness”.", ("madness", "Oda")),
        quoted(1, "Nils called it “madness”.", ("madness", "Nils")),
    )
    assert len(found) == 2


def test_a_common_phrase_of_two_people_is_two_quotations() -> None:
    found = matched(
        quoted(0, "“A very sad day,” said Oda.", ("A very sad day,", "Oda")),
        quoted(1, "Nils spoke of “a very sad day”.", ("a very sad day", "Nils")),
    )
    assert sorted(quote.speaker or "" for quote in found) == ["Nils", "Oda"]


def test_speakers_on_whom_the_reports_disagree_are_not_named() -> None:
    words = "We will rebuild the pier by May, whatever it costs"
    (found,) = matched(
        quoted(0, f"“{words},” said Oda.", (words, "Oda")),
        quoted(1, f"“{words},” said Nils.", (words, "Nils")),
    )
    assert (found.speaker, found.speakers) == (None, ())
    (found,) = matched(
        quoted(0, f"“{words},” said Oda.", (words, "Oda")),
        quoted(1, f"“{words},” said Nils.", (words, "Nils")),
        quoted(2, f"“{words},” Oda added.", (words, "Oda")),
    )
    assert (found.speaker, found.speakers) == ("Oda", ("Oda",))


def test_a_surname_alone_is_the_speaker_whom_another_report_names_in_full() -> None:
    words = "We will rebuild the pier by May, whatever it costs"
    surname = quoted(0, f"“{words},” said Holt.", (words, "Holt"))
    full = quoted(1, f"“{words},” said Oda Holt.", (words, "Oda Holt"))
    other = quoted(2, f"“{words},” said Nils Holt.", (words, "Nils Holt"))
    assert [quote.speaker for quote in matched(surname, full)] == ["Oda Holt"]
    assert [quote.speaker for quote in matched(surname, full, other)] == [None]


def test_different_words_stay_apart() -> None:
    found = matched(
        quoted(
            0, "“We will rebuild the pier by May,” said Oda.", ("We will rebuild the pier by May,", "Oda")
        ),
        quoted(
            1, "“Nobody asked the fishermen first,” said Oda.", ("Nobody asked the fishermen first,", "Oda")
        ),
    )
    assert [len(quote.articles) for quote in found] == [1, 1]


CUT = st.tuples(st.integers(0, len(UTTERANCE) - 1), st.integers(1, 14))
NAME = st.sampled_from(["Oda", "Nils", None])


@given(st.lists(st.lists(st.tuples(CUT, NAME), min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_text_stands_in_the_report_that_it_names_however_it_was_cut(
    articles: list[list[tuple[tuple[int, int], str | None]]],
) -> None:
    reports = []
    for number, cuts in enumerate(articles):
        said = [(" ".join(UTTERANCE[start : start + count]), name) for (start, count), name in cuts]
        text = " ".join(f"“{words},” said {name or 'someone'}." for words, name in said)
        reports.append(quoted(number, text, *said))
    texts = {report.id: report.doc.text for report in reports}
    found = matched(*reports)
    assert sum(len(quote.articles) for quote in found) == sum(map(len, articles))
    for quote in found:
        assert texts[quote.article_id][quote.start : quote.end] == quote.text
        assert max(map(len, (cut.text for cut in quote.articles))) == len(quote.text)
        assert [texts[cut.article_id][cut.start : cut.end] for cut in quote.articles] == [
            cut.text for cut in quote.articles
        ]
