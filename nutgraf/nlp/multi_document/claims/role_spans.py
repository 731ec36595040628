"""Titles and appositions beside the names of people: they say who somebody is, and claim nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from nutgraf.nlp.multi_document.claims.vocabulary import WordConcepts
from nutgraf.nlp.multi_document.report import Report

_WORD: Final = re.compile(r"[^\W\d_]+")
_TOKEN: Final = re.compile(r"[^\W\d_][\w’'.-]*(?=\s)")
_SENTENCE_END: Final = re.compile(r"\w{4}\.$")
_COMMA: Final = ","
_LONGEST_TITLE: Final = 60
"""Characters before a name that its title may take."""

Offsets = tuple[int, int]


def role_spans(report: Report, people: Iterable[Offsets], concepts: WordConcepts) -> list[Offsets]:
    """Return the title before each name and the apposition behind it, in order of the text.

    An apposition that tells what happened is a claim, and is left out.

    Args:
        report: the report.
        people: the offsets of names.
        concepts: what words mean.
    """
    return sorted(span for start, end in people for span in _roles_of(report, start, end, concepts))


def _roles_of(report: Report, start: int, end: int, concepts: WordConcepts) -> Iterator[Offsets]:
    title = _title_start(report, start)
    if title < start:
        yield title, start
    text = report.doc.text
    apposition = report.rules.claims.apposition.match(text, end)
    if apposition is not None and _tells_nothing(apposition[0], concepts):
        yield end, apposition.end()
    if text[end : end + 1] == _COMMA and text[max(0, start - len(_COMMA) - 1) : start].startswith(_COMMA):
        before = text[max(0, start - _LONGEST_TITLE) : start]
        description = report.rules.claims.description.search(before)
        if description is not None and _tells_nothing(description[0], concepts):
            yield start - len(description[0]), start


def _tells_nothing(text: str, concepts: WordConcepts) -> bool:
    return not any(concepts[word] in concepts.events for word in _WORD.findall(text.casefold()))


def _title_start(report: Report, start: int) -> int:
    """Return where the title before a name begins: capitals, or the word for an office and one before."""
    terms = report.rules.claims
    before = report.doc.text[max(0, start - _LONGEST_TITLE) : start]
    base = start - len(before)
    title, office = start, False
    for token in reversed(list(_TOKEN.finditer(before))):
        if _SENTENCE_END.search(token[0]) or not before[token.end() : title - base].isspace():
            break
        word = token[0].casefold()
        is_role = word in terms.roles
        if is_role or office or (report.rules.capitals_mark_names and token[0][0].isupper()):
            title = base + token.start()
        elif title == start or word not in terms.role_links:
            break
        office = is_role and not office
    return title
