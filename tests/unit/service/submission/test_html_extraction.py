from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.submission.html_extraction import ExtractedArticle, NoTextError, extract_article

PARAGRAPHS = (
    "The harbour council closed the old bridge on Monday after inspectors found cracks in two pillars.",
    "Buses will carry commuters along the coast road until the repairs are done, the mayor said.",
    "Engineers expect the work to last until April and to cost about four million crowns.",
)
PAGE = (
    "<!doctype html><html><head><title>Bridge closed - Harbour Gazette</title>"
    "<script>var a = 1;</script></head>"
    "<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
    "<article><h1>Bridge closed</h1>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    + "</article><footer>Contact us</footer></body></html>"
)
MARKUP = st.lists(
    st.one_of(
        st.text(max_size=10),
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "</",
                "<!--",
                "-->",
                "<![CDATA[",
                "&#0;",
                "&#x110000;",
                "<a href=",
                "\x00",
            ]
        ),
        st.sampled_from(
            [
                "The bridge is closed. ",
                "<table><tr><td>",
                "<script>",
                "</script>",
                "<title>",
                "\ud800",
                "<br/>",
            ]
        ),
    ),
    max_size=40,
).map("".join)


def test_the_article_is_taken_out_of_its_page() -> None:
    found = extract_article(PAGE)
    assert all(paragraph in found.text.splitlines() for paragraph in PARAGRAPHS)
    assert found.about.title == "Bridge closed"
    assert "Home" not in found.text
    assert "var a" not in found.text


def test_the_same_page_gives_the_same_text() -> None:
    assert extract_article(PAGE) == extract_article(PAGE)


def test_a_fragment_is_enough() -> None:
    assert extract_article(f"<p>{PARAGRAPHS[0]}</p>") == ExtractedArticle(PARAGRAPHS[0])


def test_entities_and_emoji_become_characters() -> None:
    assert (
        extract_article("<p>Caf&eacute; &amp; bar &#128512; reopened on Monday</p>").text
        == "Café & bar 😀 reopened on Monday"
    )


def test_a_declared_encoding_does_not_matter_for_decoded_text() -> None:
    page = f"<html><head><meta charset='utf-16'></head><body><p>Zoë said: {PARAGRAPHS[0]}</p></body></html>"
    assert extract_article(page).text == f"Zoë said: {PARAGRAPHS[0]}"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "   ",
        "<p></p>",
        "<script>alert(1)</script>",
        "<!-- nothing -->",
        "\x00\x00",
        "<img src=a>",
        "<html></html>",
    ],
)
def test_a_page_without_text_is_refused_by_name(page: str) -> None:
    with pytest.raises(NoTextError):
        extract_article(page)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "text",
        "<b>" * 100_000 + "text",
        "<" * (1 << 20),
        "&" * (1 << 20),
        "<!--" * 250_000,
        "<p " + "a=1 " * 250_000 + ">text",
        "<p>text</p>" * 95_000,
        "<p>The bridge is closed until the spring.</p>" * 19_000,
        "<table><tr><td>" * 60_000,
        "<a href=x>x</a>" * 60_000,
        "<p>" + " " * 1_000_000,
        "<ul><li>" * 60_000,
    ],
    ids=["div", "b", "<", "&", "<!--", "attributes", "p", "long p", "tables", "links", "spaces", "lists"],
)
def test_hostile_pages_end_in_seconds_with_a_text_or_a_named_error(page: str) -> None:
    started = time.process_time()
    try:
        found = extract_article(page)
    except NoTextError:
        found = ExtractedArticle("-")
    assert found.text
    assert time.process_time() - started < 15


def test_a_page_that_breaks_the_layout_analysis_gives_the_text_of_its_blocks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    assert PARAGRAPHS[0] in extract_article(PAGE).text.splitlines()
    assert extract_article(PAGE).about.title == "Bridge closed"


@given(MARKUP)
def test_any_markup_gives_clean_text_or_a_named_error(page: str) -> None:
    try:
        found = extract_article(page)
    except NoTextError:
        return
    assert found.text == found.text.strip()
    assert found.text
    written = found.text + (found.about.title or "")
    assert "\x00" not in written
    written.encode()
