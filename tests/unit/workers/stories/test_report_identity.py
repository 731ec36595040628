"""What makes two submissions one report."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from nutgraf.model import Document
from nutgraf.store import StoredArticle
from tests.support.stub_analyser import StubAnalyser
from workers.stories.report_identity import is_same_report, report_name

TEXT = "The lock gates of Wendelau jammed on Sunday.\n\nForty barges waited until the evening."
DOCUMENT = Document(TEXT)
REPORT = StoredArticle(
    id="art_1",
    title="Barges wait at Wendelau",
    text=TEXT,
    url=None,
    source="Wendelau Bote",
    external_id=None,
    published_at=None,
    received_at=datetime(2026, 5, 1, tzinfo=UTC),
    analysis=StubAnalyser().analyse(DOCUMENT),
    options=DOCUMENT.options,
    story=None,
    match=None,
)


def sent(**changes: Any) -> StoredArticle:
    return replace(REPORT, **changes)


@pytest.mark.parametrize(
    "again",
    [
        sent(id="art_2"),
        sent(text=TEXT.replace("\n\n", " \n ")),
        sent(text=f"  {TEXT}\r\n"),
        sent(title=" Barges  wait\u00a0at Wendelau "),
        sent(source="Wendelau  Bote"),
        sent(url="https://bote.example/barges?from=feed", external_id="b-1"),
    ],
)
def test_the_same_text_of_one_source_is_one_report_whatever_its_spaces(again: StoredArticle) -> None:
    assert report_name(again) == report_name(REPORT)
    assert is_same_report(again, REPORT)


@pytest.mark.parametrize(
    "another",
    [
        sent(text=TEXT.replace("Forty", "Fifty")),
        sent(text=TEXT.replace("the evening", "theevening")),
        sent(source="Kanalkurier"),
        sent(source=None),
    ],
)
def test_another_text_or_outlet_is_another_report(another: StoredArticle) -> None:
    assert report_name(another) != report_name(REPORT)


def test_another_title_makes_no_other_report_but_another_edition() -> None:
    retitled = sent(title="Lock gates jam")
    assert report_name(retitled) == report_name(REPORT)
    assert not is_same_report(retitled, REPORT)


def test_the_host_of_a_url_stands_for_a_source_that_is_not_named() -> None:
    feed, mail = (sent(source=None, url=f"https://bote.example/barges?{by}") for by in ("feed", "mail"))
    assert report_name(feed) == report_name(mail)
    assert report_name(feed) != report_name(sent(source=None, url="https://kurier.example/barges"))
    assert report_name(sent(source=None, url="https://[bote")) == report_name(sent(source=None))


def test_external_ids_tell_equal_texts_of_no_known_source_apart() -> None:
    assert report_name(sent(source=None)) == report_name(sent(source=None, id="art_2"))
    assert report_name(sent(source=None, external_id="b-1")) is None
