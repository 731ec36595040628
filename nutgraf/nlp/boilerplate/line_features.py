"""What can be told of a line that no rule has claimed: cues for a classifier, none of which decides alone.

A page's own voice differs from the report in its words (each has a learned score), in what it shares with the
other lines, in whom it addresses, and in where it stands.
"""

from __future__ import annotations

import re
from math import log
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.boilerplate.reader_address import FIRST_PERSON, IMPERATIVE, QUOTATION, SECOND_PERSON, SPEECH
from nutgraf.nlp.boilerplate.site_vocabulary import site_word_counts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutgraf.nlp.boilerplate.line_position import LinePosition
    from nutgraf.nlp.boilerplate.lines import PageLine
    from nutgraf.nlp.boilerplate.topic_overlap import TermOverlap

_WORD: Final = re.compile(r"[^\W\d_]+")
_NEXT: Final = re.compile(r"\w[.!?][\"”’]?\s+[\"“‘]?[^\W_a-z]")
_PERSON: Final = re.compile(r"\b(?:he|she|his|her|him|they|their|who)\b", re.IGNORECASE)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|\w{3,}ed|took|went|came|gave|made|left|saw)\b", re.IGNORECASE
)
_PRESENT: Final = re.compile(r"\b(?:is|are|may|can|will|do|does|has|have|need|must)\b", re.IGNORECASE)
_ITSELF: Final = re.compile(
    r"\bth(?:is|ese)\s(?:page|site|website|thread|post|version|content|feed|article|story|piece|text|discussion|forum"
    r"|newsletter|report|video|gallery|essay|item|entry|section|programme|series|card|notice|stories)\b|\bhere\b",
    re.IGNORECASE,
)
_SHRINK: Final = 2
_SHORT: Final = 8
_LONG: Final = 25
_TELLING: Final = 3
_MOST_WORDS: Final = 4
_AT_AN_EDGE: Final = (
    "lexical",
    "share",
    "none_shared",
    "edge",
    "short",
    "page",
    "reader",
    "request",
    "person",
    "quoted",
    "shared_names",
)


def lexical_score(content: str, words: Mapping[str, float]) -> float:
    """The mean score of a line's words, shrunk for short lines. Names are not looked at."""
    lowered = [
        word.lower()
        for place, word in enumerate(_WORD.findall(content))
        if not place or not word[0].isupper()
    ]
    return sum(words.get(word, 0.0) for word in lowered) / (len(lowered) + _SHRINK)


def line_features(
    line: PageLine,
    standing: LinePosition,
    shared: TermOverlap,
    scores: tuple[float, float],
    *,
    impersonal: bool,
) -> dict[str, float]:
    """The cues of one line by name.

    Args:
        line: the line.
        standing: where it stands.
        shared: what it has in common with the report.
        scores: its lexical score, and the mean score of the report's paragraphs.
        impersonal: whether the report never speaks to its reader.
    """
    own, usual = scores
    cues = _voice(line.content, impersonal=impersonal) | _shape(line) | _common(shared)
    cues |= {"lexical": own, "relative": own - usual, "lexical_share": own * cues["share"]}
    cues |= _place(standing)
    for side in ("top", "bottom"):
        cues |= {f"{side}_{name}": cues[side] * cues[name] for name in _AT_AN_EDGE}
    return cues


def _voice(content: str, *, impersonal: bool) -> dict[str, float]:
    page, reader = FIRST_PERSON.search(content) is not None, SECOND_PERSON.search(content) is not None
    request = IMPERATIVE.search(content) is not None
    clear, vague = site_word_counts(content)
    return {
        "page": page,
        "reader": reader,
        "request": request,
        "both": page and (reader or request),
        "impersonal_page": page and impersonal,
        "impersonal_reader": reader and impersonal,
        "impersonal_request": request and impersonal,
        "clear": min(clear, _MOST_WORDS),
        "vague": min(vague, _MOST_WORDS),
        "itself": _ITSELF.search(content) is not None,
        "quoted": QUOTATION.search(content) is not None,
        "said": SPEECH.search(content) is not None,
        "person": _PERSON.search(content) is not None,
        "past": _PAST.search(content) is not None,
        "present": _PRESENT.search(content) is not None,
    }


def _shape(line: PageLine) -> dict[str, float]:
    content = line.content
    return {
        "log_words": log(line.words + 1),
        "short": line.words <= _SHORT,
        "long": line.words > _LONG,
        "sentences": min(len(_NEXT.findall(content)), 3),
        "ended": line.ended,
        "question": "?" in content,
        "exclaimed": "!" in content,
        "digits": any(character.isdigit() for character in content),
        "capitals": content.isupper(),
    }


def _common(shared: TermOverlap) -> dict[str, float]:
    return {
        "stems": min(shared.stems, 12) / 4,
        "share": shared.shared_stems / (shared.stems + 1),
        "shared_count": min(shared.shared_stems, 6) / 3,
        "none_shared": not shared.shared_stems and shared.stems >= _TELLING,
        "shared_names": min(shared.shared_names, 3),
        "new_names": min(shared.names - shared.shared_names, 3),
        "alien_names": min(shared.alien_names, 2),
        "titled": min(shared.titled, 3),
    }


def _place(standing: LinePosition) -> dict[str, float]:
    beside = standing.before + standing.after
    return {
        "top": standing.side < 0,
        "bottom": standing.side > 0,
        "edge": standing.edge,
        "beside": beside,
        "inside_beside": (standing.side == 0) * beside,
        "near": 1 / standing.distance,
        "first": standing.first,
    }
