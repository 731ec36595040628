"""What a page says about its article: headline, outlet, time, language, address and author."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from lxml import html  # type: ignore[import-untyped]

_SEPARATOR: Final = re.compile(r"\s+(?:[|•·»«:–—-]|::|//)\s+|\s*\|\s*")
_ARTICLE_TYPES: Final = frozenset(
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
        "OpinionNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting", "WebPage",
    }
)  # fmt: skip
_TIMES: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate",
)  # fmt: skip
_AUTHORS: Final = ("author", "article:author_name", "parsely-author", "dc.creator", "byl", "sailthru.author")
_SITES: Final = ("og:site_name", "application-name", "publisher", "dc.publisher")
_LANGUAGE: Final = re.compile(r"([a-z]{2})(?:$|[-_])", re.IGNORECASE)
_LONGEST_NAME: Final = 200
_LONGEST_TITLE: Final = 1000
_LONGEST_ADDRESS: Final = 2048
_YEARS: Final = range(1000, 9999)
_FEWEST_BODY_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says about its article; a field is None where it says nothing.

    Attributes:
        title: the headline, without the outlet's name.
        site_name: the outlet.
        published_at: the time of publication. One without a zone is taken as UTC.
        language: ISO 639-1 code.
        url: the canonical address.
        author: the names of the authors, as written.
        body: the article's text in the page's JSON-LD, one paragraph a line.
    """

    title: str | None = None
    site_name: str | None = None
    published_at: datetime | None = None
    language: str | None = None
    url: str | None = None
    author: str | None = None
    body: str | None = None


def read_metadata(tree: html.HtmlElement) -> PageMetadata:
    """Read the metadata of a parsed page: its JSON-LD, its ``meta`` elements, its ``title`` and headings."""
    meta, about = _meta_values(tree), _article_about(tree)
    site = _first(meta, _SITES) or _name_of(about.get("publisher"))
    return PageMetadata(
        title=_title(tree, meta, about, site),
        site_name=_shortened(site, _LONGEST_NAME),
        published_at=_moment(about.get("datePublished")) or _moment(_first(meta, _TIMES)),
        language=_language(tree, about),
        url=_address(tree, meta),
        author=_shortened(_name_of(about.get("author")) or _author_of(meta), _LONGEST_NAME),
        body=_body(about),
    )


def _meta_values(tree: html.HtmlElement) -> dict[str, str]:
    """Return the content of each ``meta`` element by its name in lower case; the first one counts."""
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            values.setdefault(name.strip().lower(), content)
    return values


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _article_about(tree: html.HtmlElement) -> dict[str, Any]:
    """Return the first description of an article in the page's JSON-LD; empty if there is none."""
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            described = json.loads(element.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _top_items(described):
            kinds = item.get("@type")
            if not _ARTICLE_TYPES.isdisjoint(kinds if isinstance(kinds, list) else [str(kinds)]):
                return item
    return {}


def _top_items(described: Any) -> Iterator[dict[str, Any]]:
    """Yield the descriptions at the top, of a list or of a graph; never those inside another."""
    for item in described if isinstance(described, list) else [described]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (
                (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()
            )


def _title(
    tree: html.HtmlElement, meta: dict[str, str], about: dict[str, Any], site: str | None
) -> str | None:
    """Return the headline: what most of the page's own titles agree on, without the outlet's name."""
    element = tree.find(".//title")
    titles = [
        about.get("headline"),
        meta.get("og:title"),
        meta.get("twitter:title"),
        " ".join((element.text or "").split()) if element is not None else None,
    ]
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1", "h2")]
    full = next((title.strip() for title in titles if isinstance(title, str) and title.strip()), None)
    if full is None:
        first = next((heading for heading in headings if heading and heading != site), None)
        return _shortened(first, _LONGEST_TITLE)
    return _shortened(_without_outlet(full, headings, site), _LONGEST_TITLE)


def _without_outlet(title: str, headings: list[str], site: str | None) -> str:
    """Return a title without the outlet's name, which stands before or behind a separator."""
    cuts = [(match.start(), match.end()) for match in _SEPARATOR.finditer(title)]
    parts = [part for start, end in cuts for part in (title[:start].strip(), title[end:].strip())]
    known = [part for part in parts if part in headings and part != site]
    if known:
        return max(known, key=len)
    if site and cuts:
        for outlet, rest in (
            (title[cuts[-1][1] :], title[: cuts[-1][0]]),
            (title[: cuts[0][0]], title[cuts[0][1] :]),
        ):
            if outlet.strip().casefold() == site.casefold() and rest.strip():
                return rest.strip()
    if cuts and "|" in title[cuts[-1][0] : cuts[-1][1]]:
        rest = title[: cuts[-1][0]].strip()
        return rest if any(map(str.isalnum, rest)) else title
    return title


def _name_of(value: Any) -> str | None:
    """Return the name of a person or an organisation in JSON-LD; of several, all."""
    if isinstance(value, list):
        names = [name for item in value if (name := _name_of(item))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _author_of(meta: dict[str, str]) -> str | None:
    author = _first(meta, _AUTHORS)
    return None if author is None or author.startswith(("http://", "https://")) else author


def _moment(value: Any) -> datetime | None:
    """Return a time in ISO 8601, at UTC where it names no zone."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _language(tree: html.HtmlElement, about: dict[str, Any]) -> str | None:
    named = about.get("inLanguage") or tree.get("lang") or tree.get("xml:lang")
    match = _LANGUAGE.match(named) if isinstance(named, str) else None
    return match[1].lower() if match else None


def _address(tree: html.HtmlElement, meta: dict[str, str]) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    address = next((link.strip() for link in links if link), meta.get("og:url"))
    if address is None or len(address) > _LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def _body(about: dict[str, Any]) -> str | None:
    body = about.get("articleBody")
    if not isinstance(body, str) or len(body.split()) < _FEWEST_BODY_WORDS:
        return None
    lines = [" ".join(line.split()) for line in body.splitlines()]
    return "\n".join(line for line in lines if line)


def _shortened(value: str | None, longest: int) -> str | None:
    return value[:longest].strip() or None if value else None
