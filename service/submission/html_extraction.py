"""Extraction of the article's text from an HTML page. Offsets of the analysis refer to this text."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

import trafilatura
from lxml import etree, html  # type: ignore[import-untyped]
from trafilatura.settings import Document

from service.submission.page_metadata import PageMetadata, read_metadata
from service.submission.visible_content import keep_visible_content

MAX_ELEMENTS: Final = 20_000
"""Pages with more tags skip the layout analysis and its preparation: their time is not linear in the size."""

MAX_DEPTH: Final = 200
"""Pages with deeper nesting skip the layout analysis, which is recursive."""

_LEAST_SHARE_OF_BODY: Final = 0.5
"""The share of the words of a page's JSON-LD below which the page shows too little of the article."""

_TAG: Final = re.compile(r"<[A-Za-z]")
# Characters that XML does not allow. lxml refuses them, and they are invisible.
_ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
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
_SKIPPED: Final = frozenset(
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
    """The page has no text to make an article of."""


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """Text of a page, one paragraph per line, and what the page says about it."""

    text: str
    about: PageMetadata = field(default_factory=PageMetadata)


def extract_article(page: str) -> ExtractedArticle:
    """Extract the article from a page.

    The main content is found by trafilatura (Barbaresi, 2021). If it finds none, or if the page exceeds
    ``MAX_ELEMENTS`` or ``MAX_DEPTH``, the text of all blocks is returned.

    Args:
        page: HTML as text: a page or a fragment, possibly malformed.

    Raises:
        NoTextError: the page has no text.
    """
    legal = _ILLEGAL.sub(" ", page)
    tree = _parse(legal)
    if tree is None:
        raise NoTextError("The page has no text.")
    about = read_metadata(tree)
    text = ""
    if len(_TAG.findall(legal)) <= MAX_ELEMENTS and _depth(tree) <= MAX_DEPTH:
        keep_visible_content(tree)
        text = _main_content(tree)
    text = _with_paragraphs(text.strip(), tree) or _block_text(tree)
    if about.body and len(text.split()) < len(about.body.split()) * _LEAST_SHARE_OF_BODY:
        text = about.body
    if not text:
        raise NoTextError("The page has no text.")
    return ExtractedArticle(text, about)


def _main_content(tree: html.HtmlElement) -> str:
    """Return the text that trafilatura finds; an empty string if it finds none or fails."""
    try:
        document = trafilatura.bare_extraction(
            deepcopy(tree), include_comments=False, with_metadata=False, favor_recall=True
        )
    except Exception:  # noqa: BLE001 - malformed markup can fail its assertions
        return ""
    return (document.text or "") if isinstance(document, Document) else ""


def _with_paragraphs(text: str, tree: html.HtmlElement) -> str:
    """Return the text of an article of several paragraphs; of a short one trafilatura makes a single line."""
    if "\n" in text:
        return text
    element = next(
        (found for found in (tree.find(".//article"), tree.find(".//main")) if found is not None), tree
    )
    return _block_text(element) if len(element.findall(".//p")) > 1 else text


def _parse(page: str) -> html.HtmlElement | None:
    if not page.strip():
        return None
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(page.encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _depth(tree: html.HtmlElement) -> int:
    """Return the maximum nesting of elements, without recursion."""
    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _block_text(tree: html.HtmlElement) -> str:
    """Return the text of all blocks, one per line, without navigation, forms and scripts."""
    pieces: list[str] = []
    skipped_depth = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        starts = event == "start"
        if element.tag in _SKIPPED:
            skipped_depth += 1 if starts else -1
        if element.tag in _BLOCKS:
            pieces.append("\n")
        if not skipped_depth:
            pieces.append((element.text if starts else element.tail) or "")
    flat = _SPACES.sub(" ", "".join(pieces).replace("\r", "\n"))
    return _EMPTY_LINES.sub("\n", flat).strip()
