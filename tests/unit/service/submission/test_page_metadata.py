"""A page's own words about its article: the headline without the outlet, and nothing that is not there."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]

from service.submission.page_metadata import PageMetadata, read_metadata

HEADLINE = "Harbour wall to be rebuilt"
OUTLET = "Arlesund Courier"


def read(head: str = "", body: str = "", lang: str = "") -> PageMetadata:
    page = f"<!doctype html><html{lang}><head>{head}</head><body>{body}</body></html>"
    return read_metadata(html.document_fromstring(page))


def json_ld(described: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(described)}</script>'


@pytest.mark.parametrize("separator", [" | ", " - ", " – ", " — ", " · ", " » ", "| "])
@pytest.mark.parametrize("site", ["", f'<meta property="og:site_name" content="{OUTLET}">'])
def test_the_outlet_is_no_part_of_the_headline(separator: str, site: str) -> None:
    heading = f"<h1>{HEADLINE}</h1>"
    for title in (HEADLINE + separator + OUTLET, OUTLET + separator + HEADLINE):
        assert read(f"{site}<title>{title}</title>", heading).title == HEADLINE


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        (f"{HEADLINE} | {OUTLET}", HEADLINE),
        (f"{HEADLINE} | World | {OUTLET}", f"{HEADLINE} | World"),
        ("Wall falls - twelve hurt", "Wall falls - twelve hurt"),
        ("Live: storm in Arlesund", "Live: storm in Arlesund"),
        ("| |", "| |"),
    ],
)
def test_without_a_name_only_a_bar_parts_the_outlet(title: str, wanted: str) -> None:
    assert read(f"<title>{title}</title>").title == wanted


def test_the_headline_is_not_the_name_of_the_site_above_it() -> None:
    body = f'<h1 class="site-title">{OUTLET}</h1><h2>{HEADLINE}</h2>'
    assert read(f"<title>{HEADLINE} | {OUTLET}</title>", body).title == HEADLINE


def test_a_live_page_has_its_own_title_not_that_of_an_update() -> None:
    updates = [{"@type": "BlogPosting", "headline": f"Update {number}"} for number in range(3)]
    described = {"@type": "LiveBlogPosting", "headline": "Storm: live", "liveBlogUpdate": updates}
    assert read("<title>Storm: live</title>" + json_ld(described)).title == "Storm: live"
    assert read("<title>Storm: live</title>" + json_ld(described["liveBlogUpdate"])).title == "Update 0"


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ('<meta property="article:published_time" content="2026-03-04T07:15:00+01:00">', "2026-03-04T06:15"),
        ('<meta name="date" content="2026-03-04">', "2026-03-04T00:00"),
        ('<meta itemprop="datePublished" content="2026-03-04T07:15:00Z">', "2026-03-04T07:15"),
        (json_ld({"@type": "NewsArticle", "datePublished": "2026-03-04T07:15:00Z"}), "2026-03-04T07:15"),
        (
            json_ld({"@graph": [{"@type": ["Article"], "datePublished": "2026-03-04T07:15Z"}]}),
            "2026-03-04T07:15",
        ),
    ],
)
def test_the_time_is_read_where_pages_state_it(head: str, wanted: str) -> None:
    found = read(head).published_at
    assert found == datetime.fromisoformat(wanted).replace(tzinfo=UTC)


@pytest.mark.parametrize("written", ["yesterday", "", "4 March 2026", "0000-01-01", "2026-13-01"])
def test_a_time_that_is_none_is_left_out(written: str) -> None:
    assert read(f'<meta property="article:published_time" content="{written}">').published_at is None


def test_author_outlet_address_and_language() -> None:
    described = {
        "@type": "NewsArticle",
        "author": [{"@type": "Person", "name": "Ada Finch"}, {"name": "Olaf Brandt"}],
        "publisher": {"name": OUTLET},
    }
    head = json_ld(described) + '<link rel="canonical" href="https://courier.example/wall">'
    found = read(head, lang=' lang="en-GB"')
    assert (found.author, found.site_name) == ("Ada Finch, Olaf Brandt", OUTLET)
    assert (found.url, found.language) == ("https://courier.example/wall", "en")
    assert read('<meta name="author" content="Ada Finch">').author == "Ada Finch"
    assert read('<meta property="article:author" content="https://x.example/ada">').author is None


@pytest.mark.parametrize(
    "address", ["/wall", "javascript:alert(1)", "ftp://x.example/a", "http://", "https://[/"]
)
def test_an_address_that_is_none_is_left_out(address: str) -> None:
    assert read(f'<link rel="canonical" href="{address}">').url is None


def test_a_body_in_the_metadata_keeps_its_paragraphs() -> None:
    body = "The council of Arlesund voted on Monday.\n\nThe  work will cost 4 million euros.\n"
    found = read(json_ld({"@type": "NewsArticle", "articleBody": body})).body
    assert found == "The council of Arlesund voted on Monday.\nThe work will cost 4 million euros."


@pytest.mark.parametrize(
    "broken", ["{", "[]", "null", '"text"', "[[[1]]]", '{"@type": 3, "headline": []}', '{"@graph": 7}']
)
def test_broken_descriptions_are_passed_over(broken: str) -> None:
    head = f'<title>{HEADLINE}</title><script type="application/ld+json">{broken}</script>'
    assert read(head).title == HEADLINE


LEAF = st.none() | st.booleans() | st.integers() | st.text(max_size=20)
NAMES = "@type @graph headline author publisher datePublished name articleBody inLanguage".split()  # noqa: SIM905
TREE = st.recursive(
    LEAF,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=12,
)


@given(TREE)
def test_any_description_is_read_or_passed_over(described: Any) -> None:
    if isinstance(described, dict):
        described["@type"] = "NewsArticle"
    found = read(json_ld(described).replace("</", "<\\/").replace("<\\/script>", "</script>"))
    assert found.title is None or found.title == found.title.strip()
