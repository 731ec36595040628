"""Fitness of a sentence for a story: whole prose of a report, neither a caption nor cut in a quotation."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.schema.summarization import UNKNOWN_LANGUAGE
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence
from nutgraf.nlp.summarization.sentence_openings import opens_in_quotation, without_leading_marks

_SHORTEST: Final = 6
_LONGEST: Final = 60
_LEAST_OUTSIDE: Final = 4
"""Words outside quotation marks that a sentence has at least: somebody must say it."""

_MOST_QUOTED: Final = 0.5
"""The share of a sentence up to which words that nobody named says may be quoted in it."""

_ENDED: Final = re.compile(r"[.!…。！۔।][\"'”’»)\]]*$")
_ADDRESS: Final = re.compile(r"https?:|www\.|\w\.(?:com|org|net)/|(?<!\w)[@#]\w|©|[|•▪►→]")
_LISTED: Final = re.compile(r"\s[-–—*]\s.*\s[-–—*]\s.*\s[-–—*]\s|(?:^|\s)\d+\s/\s\d+\s[A-Z]")
_CAPITALS: Final = re.compile(r"(?:\b[A-Z]{3,}\b[\s,/]*){3,}(?![\s]*[-–—(:])")
_SUBHEADING: Final = re.compile(r"^[\"“'‘][^\"”'’]{2,60}[\"”'’]\s+[-–—]\s")
"""A quotation and a dash before prose: a heading within the text."""

_LINE_END: Final = re.compile(r"\s*\n\s*")
_PAIRS: Final = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
_QUOTED: Final = re.compile(
    r"“[^”]*”|\"[^\"]*\"|«[^»]*»|(?<![\w’'])[‘'](?!\s)(?:[^’'\n]|[’'](?=\w))*[’'](?!\w)"
)


def is_fit(sentence: ReportSentence) -> bool:
    """Whether a sentence is whole and of readable length, and tells something in the report's own words."""
    text = sentence.text
    words = len(text.split())
    if not _SHORTEST <= words <= _LONGEST or not _ENDED.search(text) or not is_whole(text):
        return False
    if _SUBHEADING.match(text) or _ADDRESS.search(text) or _LISTED.search(text) or _CAPITALS.search(text):
        return False
    return not _is_glued(sentence) and _is_told(sentence) and not _is_said_by_nobody(sentence)


def _is_said_by_nobody(sentence: ReportSentence) -> bool:
    """Whether a sentence is mostly a quotation of which the report does not tell the speaker by name."""
    span = sentence.span
    return any(
        quote.speaker is None
        and not quote.speakers
        and min(quote.end, span.end) - max(quote.start, span.start) > _MOST_QUOTED * (span.end - span.start)
        for quote in sentence.report.analysis.quotes
    )


def is_whole(text: str) -> bool:
    """Whether each quotation mark and bracket that opens also closes, and none closes that did not open."""
    if opens_in_quotation(text) and text[:1] not in '"“«':
        return False
    return text.count('"') % 2 == 0 and all(_is_paired(text, *pair) for pair in _PAIRS)


def own_words(text: str) -> str:
    """Return a sentence with its quotations blanked out, of the same length."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)


def narrated(sentence: ReportSentence) -> str:
    """Return a sentence's own words from the first one behind its dateline on."""
    dateline = sentence.report.name_rules.dateline.match(sentence.text)
    text = sentence.text[dateline.end() :] if dateline else sentence.text
    return without_leading_marks(own_words(text)).lstrip(" -–—,")


def _is_paired(text: str, opening: str, closing: str) -> bool:
    if opening not in text and closing not in text:
        return True
    depth = 0
    for character in text:
        depth += (character == opening) - (character == closing)
        if depth < 0:
            return False
    return depth == 0


def _is_glued(sentence: ReportSentence) -> bool:
    """Whether a line without an end is followed by a new beginning, as a caption is by prose."""
    text, ends = sentence.text, sentence.report.rules.sentences.phrase_ends
    return any(
        text[cut.end() : cut.end() + 1].isupper()
        and text[cut.start() - 1].isalnum()
        and text[: cut.start()].split()[-1].casefold() not in ends
        for cut in _LINE_END.finditer(text)
    )


def _is_told(sentence: ReportSentence) -> bool:
    """Whether the report tells it: no furniture, no address to the reader, no bare quotation."""
    report, own = sentence.report, narrated(sentence)
    rules = report.doc.language.summarization if report.doc.language else UNKNOWN_LANGUAGE
    if len(re.findall(r"\w+", own)) < _LEAST_OUTSIDE:
        return False
    if report.rules.sentences.furniture.search(own):
        return False
    # "US" is a country.
    return all(len(word[0]) > 1 and word[0].isupper() for word in rules.speaker.finditer(own))
