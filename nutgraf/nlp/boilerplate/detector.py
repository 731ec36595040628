"""The order of the rules: what a line says, where it stands, and what must never be lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.model import RemovedSpan
from nutgraf.nlp.boilerplate import layout, line_classifier, line_rules
from nutgraf.nlp.boilerplate.inline import ends_in_boilerplate, split_inline_boilerplate
from nutgraf.nlp.boilerplate.lines import split_lines
from nutgraf.nlp.boilerplate.related_links import RELATED_HEADING
from nutgraf.nlp.boilerplate.title_match import repeats_title
from nutgraf.nlp.spans import LabelledLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.nlp.boilerplate.lines import PageLine
    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import LineKind

MIN_KEPT_SHARE: Final = 0.15
"""Less prose than this share of all words means that the rules have misread the page."""

_LONGEST_TEASER_WORDS: Final = 28
_SHORTEST_RETURN_WORDS: Final = 12
_PROSE_LINES_OF_A_RETURN: Final = 2
_NEXT_SENTENCE: Final = re.compile(r"\w{3}[.!?][\"”’]?\s+[\"“‘]?[^\W\d_a-z]\w")


@dataclass(slots=True)
class _Label:
    kind: LineKind = "body"
    reason: str = ""
    certain: bool = False


def label_lines(doc: Doc) -> tuple[LabelledLine, ...]:
    """Say of every non-blank line whether it is prose, a heading or boilerplate, and why.

    Args:
        doc: the document, of any layout; a line that repeats its title is boilerplate.

    Returns:
        Lines in order, without surrounding whitespace, that never overlap and together cover every
        non-blank character (a line that opens or closes with boilerplate comes in parts). When nearly
        all would be removed, the page is not what the rules take it for, and it is kept as body.
        The reasons are listed in ``vocabulary``.
    """
    title = doc.title
    page = split_lines(doc.text)
    labels = [_Label() for _ in page]
    _mark_known(page, labels)
    _mark_own_voice(page, labels, title)
    _mark_repeated_titles(page, labels, title)
    _mark_related(page, labels)
    _mark_places(page, labels, title)
    _keep_enough(page, labels)
    return tuple(part for line, label in zip(page, labels, strict=True) for part in _parts(line, label))


def _parts(line: PageLine, label: _Label) -> tuple[LabelledLine, ...]:
    if label.kind == "removed":
        return (LabelledLine(line.start, line.end, label.kind, label.reason),)
    return split_inline_boilerplate(line, label.kind)


def removed_spans(lines: Iterable[LabelledLine]) -> tuple[RemovedSpan, ...]:
    """What was left out, for the answer: one span for each removed line or part."""
    return tuple(RemovedSpan(line.start, line.end, line.reason) for line in lines if line.kind == "removed")


def _mark_known(page: Sequence[PageLine], labels: list[_Label]) -> None:
    for line, label in zip(page, labels, strict=True):
        reason = line_rules.boilerplate_reason(line)
        if reason:
            label.kind, label.reason, label.certain = "removed", reason, True


def _mark_own_voice(page: Sequence[PageLine], labels: list[_Label], title: str) -> None:
    """What the page says of itself, in whatever words. A line that ends so is cut later, not removed."""
    known = [label.certain for label in labels]
    for place, reason in line_classifier.boilerplate_lines(
        page, known, title, line_classifier.load_boilerplate_model()
    ).items():
        if not ends_in_boilerplate(page[place]):
            labels[place].kind, labels[place].reason = "removed", reason


def _mark_repeated_titles(page: Sequence[PageLine], labels: list[_Label], title: str) -> None:
    """Without a title the first headline of the page is it, and only what follows repeats it."""
    headline = title.strip()
    for line, label in zip(page, labels, strict=True):
        if line.words > layout.LONGEST_HEADLINE_WORDS or (label.certain and label.reason != "navigation"):
            continue
        if headline and repeats_title(line.content, headline):
            label.kind, label.reason, label.certain = "removed", "repeated_title", True
        elif not headline and layout.reads_as_headline(line) and label.kind == "body":
            headline = line.content


def _mark_related(page: Sequence[PageLine], labels: list[_Label]) -> None:
    """After "Similar Articles" come teasers, until the report itself goes on."""
    position = 0
    while position < len(page):
        if RELATED_HEADING.fullmatch(page[position].content):
            stop = _end_of_teasers(page, labels, position + 1)
            for label in labels[position:stop]:
                if not label.certain:
                    label.kind, label.reason = "removed", "related"
            labels[position].kind, labels[position].reason, labels[position].certain = (
                "removed",
                "related",
                True,
            )
            position = stop
        else:
            position += 1


def _end_of_teasers(page: Sequence[PageLine], labels: Sequence[_Label], first: int) -> int:
    """Two long sentences in a row are no teasers, boilerplate between them or not; nor is a paragraph."""
    returns = first
    prose = 0
    for position in range(first, len(page)):
        line = page[position]
        if labels[position].certain:
            continue
        if line.ended and (line.words > _LONGEST_TEASER_WORDS or _is_paragraph(line)):
            return returns if prose else position
        if not (line.ended and line.words >= _SHORTEST_RETURN_WORDS):
            prose = 0
            continue
        returns = returns if prose else position
        prose += 1
        if prose == _PROSE_LINES_OF_A_RETURN:
            return returns
    return len(page)


def _is_paragraph(line: PageLine) -> bool:
    """Whether a line holds two sentences or more; a teaser is one."""
    return line.words >= _SHORTEST_RETURN_WORDS and _NEXT_SENTENCE.search(line.content) is not None


def _mark_places(page: Sequence[PageLine], labels: list[_Label], title: str) -> None:
    open_lines = [position for position, label in enumerate(labels) if label.kind == "body"]
    places = layout.label_by_layout([page[position] for position in open_lines], titled=bool(title.strip()))
    for position, place in zip(open_lines, places, strict=True):
        labels[position].kind, labels[position].reason = place.kind, place.reason


def _keep_enough(page: Sequence[PageLine], labels: list[_Label]) -> None:
    total = sum(line.words for line in page)
    if _kept(page, labels) > MIN_KEPT_SHARE * total:
        return
    for label in labels:
        if not label.certain:
            label.kind, label.reason = "body", ""
    if _kept(page, labels) == 0:
        for label in labels:
            label.kind, label.reason = "body", ""


def _kept(page: Sequence[PageLine], labels: list[_Label]) -> int:
    return sum(line.words for line, label in zip(page, labels, strict=True) if label.kind == "body")
