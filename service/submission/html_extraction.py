"""The article's text out of a page's HTML, once, before it is stored: offsets refer to this text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import trafilatura
from lxml import etree, html  # type: ignore[import-untyped]
from trafilatura.settings import Document

MOST_ELEMENTS: Final = 20_000
"""Pages with more tags than this are read without layout analysis, whose time is not bounded by theirs."""

DEEPEST: Final = 200
"""Nesting, in elements, up to which the layout analysis is asked; it recurses."""

_TAG: Final = re.compile(r"<[A-Za-z]")
# What XML cannot hold: lxml refuses it, and no reader sees it.
_UNSPEAKABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    }
)
_UNREAD: Final = frozenset(
    {
        "aside",
        "button",
        "footer",
        "form",
        "head",
        "iframe",
        "nav",
        "noscript",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
    }
)
_SPACES: Final = re.compile(r"[^\S\n]+")
_EMPTY_LINES: Final = re.compile(r" ?\n[\s]*")


class NoTextError(ValueError):
    """The page has no text that an article could be made of."""


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """What a page says: its text, one paragraph a line, and its title where it has one."""

    text: str
    title: str = ""


def extract_article(page: str) -> ExtractedArticle:
    """Take the article out of a page.

    The layout analysis is trafilatura's. A page that it finds nothing in, or that is nested or long beyond
    what it can read in bounded time, gives the text of all its blocks instead.

    Args:
        page: HTML as text, whole or a fragment, however broken.

    Raises:
        NoTextError: nothing readable is left.
    """
    speakable = _UNSPEAKABLE.sub(" ", page)
    tree = _parsed(speakable)
    if tree is None:
        raise NoTextError("The page has no text.")
    title = _title(tree)
    text = ""
    if len(_TAG.findall(speakable)) <= MOST_ELEMENTS and _depth(tree) <= DEEPEST:
        text, found = _article(speakable)
        title = found or title
    text = text.strip() or _plain(tree)
    if not text:
        raise NoTextError("The page has no text.")
    return ExtractedArticle(text=text, title=title)


def _article(page: str) -> tuple[str, str]:
    """The text and title that the layout analysis finds, or nothing."""
    try:
        found = trafilatura.bare_extraction(
            page, include_comments=False, with_metadata=True, favor_recall=True
        )
    except Exception:  # noqa: BLE001  broken markup ends in its assertions; the blocks can still be read
        return "", ""
    return (found.text or "", found.title or "") if isinstance(found, Document) else ("", "")


def _parsed(page: str) -> html.HtmlElement | None:
    if not page.strip():
        return None
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(page.encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _title(tree: html.HtmlElement) -> str:
    found = tree.find(".//title")
    return " ".join((found.text or "").split()) if found is not None else ""


def _depth(tree: html.HtmlElement) -> int:
    """How deep the elements are nested, without recursion."""
    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _plain(tree: html.HtmlElement) -> str:
    """The text of all blocks in order, one a line, without menus, forms and scripts."""
    pieces: list[str] = []
    unread = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        starts = event == "start"
        if element.tag in _UNREAD:
            unread += 1 if starts else -1
        if element.tag in _BLOCKS:
            pieces.append("\n")
        if not unread:
            pieces.append((element.text if starts else element.tail) or "")
    flat = _SPACES.sub(" ", "".join(pieces).replace("\r", "\n"))
    return _EMPTY_LINES.sub("\n", flat).strip()
