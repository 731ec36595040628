"""Detection of boilerplate lines: the order of rules, classifier and layout.

The reasons of removed lines are part of the public answer (``text.removed[].reason``):

==================  =========================================================================
navigation          menus, breadcrumbs, section labels, "Skip to content", "Home"
share               sharing buttons and social networks
metadata            dates, times, reading times, view counts, tags
byline              who wrote it, agency credits on a line of their own
caption             photo captions and picture credits
related             links to other articles, and teasers after "Similar Articles"
newsletter          subscriptions, sign-ups, apps, alerts
cookie              consent and privacy notices
advertisement       advertising labels, "Story continues below"
comments            invitations to comment or to write to the editors
copyright           rights and disclaimers
repeated_title      the headline, repeated
fragment            a short line that belongs to no paragraph, of none of the kinds above
==================  =========================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.model import RemovedSpan
from nutgraf.nlp.boilerplate import layout, line_classifier, line_rules
from nutgraf.nlp.boilerplate.inline import ends_in_boilerplate, split_inline_boilerplate
from nutgraf.nlp.boilerplate.lines import PageLine, split_lines
from nutgraf.nlp.boilerplate.title_match import repeats_title
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang import DEFAULT_LANGUAGE, Language
from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules
from nutgraf.nlp.spans import LabelledLine, LineKind

MIN_KEPT_SHARE: Final = 0.15
"""Least share of all words that is prose; below it the rules have misread the page."""

_LONGEST_TEASER_WORDS: Final = 28
_SHORTEST_RETURN_WORDS: Final = 12
_PROSE_LINES_OF_A_RETURN: Final = 2
_NEXT_SENTENCE: Final = re.compile(r"\w{3}[.!?][\"”’]?\s+[\"“‘]?[^\W\d_a-z]\w")


@dataclass(slots=True)
class _Label:
    kind: LineKind = "body"
    reason: str = ""
    certain: bool = False

    def remove(self, reason: str, *, certain: bool = False) -> None:
        """Label the line as boilerplate."""
        self.kind, self.reason, self.certain = "removed", reason, certain


def label_lines(doc: Doc) -> tuple[LabelledLine, ...]:
    """Label every non-blank line as prose, heading or boilerplate, with a reason.

    Args:
        doc: the document, of any layout; a line that repeats its title is boilerplate. Without a language it
            is cleaned by the rules of the default language.

    Returns:
        Lines in order, without surrounding whitespace, that never overlap and together cover every non-blank
        character (a line that opens or closes with boilerplate comes in parts). When nearly all would be
        removed, the page is not what the rules take it for, and it is kept as body.
    """
    language = doc.language or DEFAULT_LANGUAGE
    rules, title = language.boilerplate, doc.title
    page = split_lines(doc.text)
    labels = [_Label() for _ in page]
    _apply_line_rules(page, labels, rules)
    _apply_classifier(page, labels, title, language)
    _remove_repeated_titles(page, labels, title)
    _remove_related(page, labels, rules)
    _apply_layout(page, labels, title, rules)
    _keep_enough(page, labels)
    return tuple(
        part for line, label in zip(page, labels, strict=True) for part in _parts(line, label, rules)
    )


def _parts(line: PageLine, label: _Label, rules: BoilerplateRules) -> tuple[LabelledLine, ...]:
    if label.kind == "removed":
        return (LabelledLine(line.start, line.end, label.kind, label.reason),)
    return split_inline_boilerplate(line, label.kind, rules.inline)


def removed_spans(lines: Iterable[LabelledLine]) -> tuple[RemovedSpan, ...]:
    """Return one span for each removed line or part, as the answer shows it."""
    return tuple(RemovedSpan(line.start, line.end, line.reason) for line in lines if line.kind == "removed")


def _apply_line_rules(page: Sequence[PageLine], labels: list[_Label], rules: BoilerplateRules) -> None:
    for line, label in zip(page, labels, strict=True):
        reason = line_rules.boilerplate_reason(line, rules)
        if reason:
            label.remove(reason, certain=True)


def _apply_classifier(page: Sequence[PageLine], labels: list[_Label], title: str, language: Language) -> None:
    """Remove lines that the classifier takes for boilerplate; a line that only ends in it is cut later."""
    known = [label.certain for label in labels]
    for place, reason in line_classifier.boilerplate_lines(page, known, title, language).items():
        if not ends_in_boilerplate(page[place], language.boilerplate.inline):
            labels[place].remove(reason)


def _remove_repeated_titles(page: Sequence[PageLine], labels: list[_Label], title: str) -> None:
    """Remove lines that repeat the title; without one, the first headline of the page stands for it."""
    headline = title.strip()
    for line, label in zip(page, labels, strict=True):
        if line.words > layout.LONGEST_HEADLINE_WORDS or (label.certain and label.reason != "navigation"):
            continue
        if headline and repeats_title(line.content, headline):
            label.remove("repeated_title", certain=True)
        elif not headline and layout.reads_as_headline(line) and label.kind == "body":
            headline = line.content


def _remove_related(page: Sequence[PageLine], labels: list[_Label], rules: BoilerplateRules) -> None:
    """Remove the teasers after a heading such as "Similar Articles", up to where the report goes on."""
    position = 0
    while position < len(page):
        if not rules.related_heading.fullmatch(page[position].content):
            position += 1
            continue
        stop = _end_of_teasers(page, labels, position + 1)
        for label in labels[position:stop]:
            if not label.certain:
                label.remove("related")
        labels[position].remove("related", certain=True)
        position = stop


def _end_of_teasers(page: Sequence[PageLine], labels: Sequence[_Label], first: int) -> int:
    """Return the place where the report goes on: two long sentences in a row, or a paragraph, are no teasers.

    Boilerplate may stand between the two sentences.
    """
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
    """Return whether a line holds two sentences or more; a teaser is one."""
    return line.words >= _SHORTEST_RETURN_WORDS and _NEXT_SENTENCE.search(line.content) is not None


def _apply_layout(
    page: Sequence[PageLine], labels: list[_Label], title: str, rules: BoilerplateRules
) -> None:
    open_lines = [position for position, label in enumerate(labels) if label.kind == "body"]
    found = layout.label_by_layout(
        [page[position] for position in open_lines], rules, titled=bool(title.strip())
    )
    for position, label in zip(open_lines, found, strict=True):
        labels[position].kind, labels[position].reason = label.kind, label.reason


def _keep_enough(page: Sequence[PageLine], labels: list[_Label]) -> None:
    """Keep the uncertain lines as body when too little would be left; every line when nothing would be."""
    total = sum(line.words for line in page)
    if _kept_words(page, labels) > MIN_KEPT_SHARE * total:
        return
    for label in labels:
        if not label.certain:
            label.kind, label.reason = "body", ""
    if _kept_words(page, labels) == 0:
        for label in labels:
            label.kind, label.reason = "body", ""


def _kept_words(page: Sequence[PageLine], labels: list[_Label]) -> int:
    return sum(line.words for line, label in zip(page, labels, strict=True) if label.kind == "body")
