"""Preparation of a parsed page for the extraction: only what a reader sees, and paragraphs as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import html  # type: ignore[import-untyped]

_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASSES: Final = frozenset(
    {
        "hidden", "is-hidden", "u-hidden", "d-none", "invisible", "sr-only", "visually-hidden",
        "visuallyhidden", "screen-reader-text", "screen-reader-only", "offscreen", "assistive-text",
    }
)  # fmt: skip
_NEVER_SEEN: Final = ("template", "noscript", "script", "style")
_STRUCK: Final = ("del", "s", "strike")
_INLINE: Final = (
    "output",
    "time",
    "data",
    "abbr",
    "acronym",
    "bdi",
    "bdo",
    "dfn",
    "ins",
    "meter",
    "samp",
    "kbd",
    "var",
)
"""Inline elements that the extraction drops together with their words."""

_PARAGRAPH: Final = "ancestor::p|ancestor::li|ancestor::blockquote|ancestor::td|ancestor::dd"
_MOST_HIDDEN: Final = 0.5
"""The share of a page's words above which "hidden" words are shown by a script, and stay."""

_NOTE: Final = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§])[\])]?$")
_CENTS: Final = re.compile(r"[$€£¥]\s?\d[\d.,]*$")
_UNIT: Final = re.compile(r"\d\s?(?:[kcdm]?m|ft|in|mi|yd)$")
_TEN: Final = re.compile(r"(?<![\d.,])10$")
_SENTENCE_END: Final = (".", "!", "?", "”", '"', "’")
_FEWEST_WORDS_LINKED: Final = 8
_LONG_CELL: Final = 200
_LINKED_SHARE: Final = 0.8
_WRITTEN_MARKS: Final = ("“”", "‘’", '""', "''", "«»", "„“")
_BREAKS: Final = ("br", "h1", "h2", "h3")
_CELL_TAGS: Final = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")
_BLOCKS_IN_CELL: Final = ".//p|.//div|.//h1|.//h2|.//h3|.//ul|.//table|.//article|.//br"


def keep_visible_content(tree: html.HtmlElement) -> None:
    """Change a parsed page, in place, so that its text is what a reader sees.

    Hidden, struck and unseen elements go, a note's number goes, ``q`` gets its marks, inline elements and
    linked paragraphs keep their words, and tables that only lay out a page become blocks.
    """
    _drop(tree.iter(*_NEVER_SEEN))
    _drop_hidden(tree)
    _drop(tree.iter(*_STRUCK))
    for element in list(tree.iter("sup")):
        _set_superscript(element)
    for element, nested in [(element, _is_nested(element)) for element in tree.iter("q")]:
        _set_marks(element, "‘’" if nested else "“”")
    for element in list(tree.iter(*_INLINE)):
        if element.xpath(_PARAGRAPH):
            element.drop_tag()
    for element in list(tree.iter("p")):
        _unlink_paragraph(element)
    for table in list(tree.iter("table")):
        if _is_layout(table):
            _dissolve(table)


def _drop(elements: Iterable[html.HtmlElement]) -> None:
    for element in list(elements):
        if element.getparent() is not None:
            element.drop_tree()


def _drop_hidden(tree: html.HtmlElement) -> None:
    hidden = [element for element in tree.iter() if isinstance(element.tag, str) and _is_hidden(element)]
    words = sum(len(element.text_content().split()) for element in hidden)
    if words <= _MOST_HIDDEN * len(tree.text_content().split()):
        _drop(hidden)


def _is_hidden(element: html.HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or _HIDDEN_STYLE.search(element.get("style") or "") is not None
        or not _HIDDEN_CLASSES.isdisjoint((element.get("class") or "").lower().split())
    )


def _set_superscript(element: html.HtmlElement) -> None:
    """Drop the number of a note, and set cents, powers of ten and units apart from one."""
    written, before = element.text_content().strip(), _text_before(element)
    if not written.isdigit() or not before[-1:].strip():
        if _NOTE.match(written):
            element.drop_tree()
        return
    if len(written) == 2 and _CENTS.search(before):  # noqa: PLR2004 - cents have two digits
        _replace(element, f".{written}")
    elif _TEN.search(before) and element.find(".//a") is None:
        _replace(element, f"^{written}")
    elif not (_UNIT.search(before) and written in ("2", "3")):
        element.drop_tree()


def _text_before(element: html.HtmlElement) -> str:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return str(previous.tail or previous.text_content())
    return str(parent.text or "") if parent is not None else ""


def _replace(element: html.HtmlElement, text: str) -> None:
    for child in list(element):
        child.drop_tree()
    element.text = text
    element.drop_tag()


def _is_nested(element: html.HtmlElement) -> bool:
    """Whether a quotation is said within another, within which the marks are single."""
    return sum(1 for _ in element.iterancestors("q")) % 2 == 1


def _set_marks(element: html.HtmlElement, marks: str) -> None:
    """Put a pair of marks around a quotation, unless its writer has."""
    written = _text_before(element)[-1:] + (element.tail or "")[:1]
    if written not in _WRITTEN_MARKS:
        element.text = marks[0] + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + marks[1]
        else:
            element.text += marks[1]
    element.drop_tag()


def _unlink_paragraph(paragraph: html.HtmlElement) -> None:
    """Take the link off a paragraph that is one sentence of the report, which is no teaser."""
    links = paragraph.findall(".//a")
    written = paragraph.text_content().strip()
    if len(links) != 1 or links[0].text_content().strip() != written:
        return
    if len(written.split()) >= _FEWEST_WORDS_LINKED and written.endswith(_SENTENCE_END):
        links[0].drop_tag()


def _is_layout(table: html.HtmlElement) -> bool:
    """Whether a table has no data: no header, and a cell with a long text beside blocks or alone."""
    if table.get("role") == "presentation":
        return True
    if table.find(".//caption") is not None or table.find(".//th") is not None:
        return False
    cells = table.findall(".//td")
    blocks = any(cell.xpath(_BLOCKS_IN_CELL) for cell in cells)
    return any(len(cell.text_content()) >= _LONG_CELL for cell in cells) and (blocks or len(cells) == 1)


def _dissolve(table: html.HtmlElement) -> None:
    """Make blocks of a table's own cells, without those that are menus."""
    for cell in table.findall(".//td"):
        linked = sum(len(link.text_content()) for link in cell.iter("a"))
        if linked >= _LINKED_SHARE * max(1, len("".join(cell.text_content().split()))):
            cell.drop_tree()
    for element in [*table.iter(*_CELL_TAGS)]:
        element.tag = "div"
        element.attrib.clear()
    for element in [*table.iter("div")]:
        _part_at_breaks(element)


def _part_at_breaks(block: html.HtmlElement) -> None:
    """Make a paragraph of each text behind a line break or a heading."""
    for element in [child for child in block if child.tag in _BREAKS]:
        tail = (element.tail or "").lstrip()
        if tail:
            paragraph = html.Element("p")
            paragraph.text, element.tail = tail, None
            _move_inline(element, paragraph)
            element.addnext(paragraph)


def _move_inline(before: html.HtmlElement, paragraph: html.HtmlElement) -> None:
    """Move the inline elements behind an element into a paragraph, up to the next break or block."""
    following = before.getnext()
    while following is not None and following.tag in ("a", "b", "i", "em", "strong", "span", "u"):
        after = following.getnext()
        paragraph.append(following)
        following = after
