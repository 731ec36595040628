"""Features of a line that no rule has claimed; none of them decides alone.

Boilerplate differs from the report in its words (each has a learned score), in what it shares with the other
lines, in whom it addresses, and in its position.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import log
from typing import Final

from nutgraf.nlp.boilerplate.line_position import LinePosition
from nutgraf.nlp.boilerplate.lines import PageLine
from nutgraf.nlp.boilerplate.reader_address import QUOTATION
from nutgraf.nlp.boilerplate.site_vocabulary import site_word_counts
from nutgraf.nlp.boilerplate.topic_overlap import TermOverlap
from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules

_WORD: Final = re.compile(r"[^\W\d_]+")
_NEXT_SENTENCE: Final = re.compile(r"\w[.!?][\"”’]?\s+[\"“‘]?[^\W_a-z]")
_SMOOTHING_WORDS: Final = 2
_SHORT: Final = 8
_LONG: Final = 25
_LEAST_STEMS: Final = 3
_MOST_WORDS: Final = 4
_CROSSED_WITH_SIDE: Final = (
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
    """Return the mean score of a line's words, shrunk for short lines.

    Args:
        content: the line. Words with a capital, but for its first, are taken for names and left out.
        words: a score for each lower-case word.
    """
    lowered = [
        word.lower()
        for place, word in enumerate(_WORD.findall(content))
        if not place or not word[0].isupper()
    ]
    return sum(words.get(word, 0.0) for word in lowered) / (len(lowered) + _SMOOTHING_WORDS)


def line_features(  # noqa: PLR0913 - what each group of features is made of
    line: PageLine,
    position: LinePosition,
    overlap: TermOverlap,
    scores: tuple[float, float],
    rules: BoilerplateRules,
    *,
    impersonal: bool,
) -> dict[str, float]:
    """Return the features of one line by name.

    Args:
        line: the line.
        position: where it stands.
        overlap: what it has in common with the report.
        scores: its lexical score, and the mean score of the report's paragraphs.
        rules: the language's rules.
        impersonal: whether the report hardly ever speaks to its reader.
    """
    own, usual = scores
    features = _wording(line.content, rules, impersonal=impersonal) | _shape(line) | _topic(overlap)
    features |= {"lexical": own, "relative": own - usual, "lexical_share": own * features["share"]}
    features |= _place(position)
    for side in ("top", "bottom"):
        features |= {f"{side}_{name}": features[side] * features[name] for name in _CROSSED_WITH_SIDE}
    return features


def _wording(content: str, rules: BoilerplateRules, *, impersonal: bool) -> dict[str, float]:
    address = rules.address
    page = address.first_person.search(content) is not None
    reader = address.second_person.search(content) is not None
    request = address.imperative.search(content) is not None
    unambiguous, ambiguous = site_word_counts(content, rules)
    return {
        "page": page,
        "reader": reader,
        "request": request,
        "both": page and (reader or request),
        "impersonal_page": page and impersonal,
        "impersonal_reader": reader and impersonal,
        "impersonal_request": request and impersonal,
        "clear": min(unambiguous, _MOST_WORDS),
        "vague": min(ambiguous, _MOST_WORDS),
        "itself": address.self_reference.search(content) is not None,
        "quoted": QUOTATION.search(content) is not None,
        "said": address.speech.search(content) is not None,
        "person": address.person.search(content) is not None,
        "past": address.past.search(content) is not None,
        "present": address.present.search(content) is not None,
    }


def _shape(line: PageLine) -> dict[str, float]:
    content = line.content
    return {
        "log_words": log(line.words + 1),
        "short": line.words <= _SHORT,
        "long": line.words > _LONG,
        "sentences": min(len(_NEXT_SENTENCE.findall(content)), 3),
        "ended": line.ended,
        "question": "?" in content,
        "exclaimed": "!" in content,
        "digits": any(character.isdigit() for character in content),
        "capitals": content.isupper(),
    }


def _topic(overlap: TermOverlap) -> dict[str, float]:
    return {
        "stems": min(overlap.stems, 12) / 4,
        "share": overlap.shared_stems / (overlap.stems + 1),
        "shared_count": min(overlap.shared_stems, 6) / 3,
        "none_shared": not overlap.shared_stems and overlap.stems >= _LEAST_STEMS,
        "shared_names": min(overlap.shared_names, 3),
        "new_names": min(overlap.names - overlap.shared_names, 3),
        "alien_names": min(overlap.foreign_names, 2),
        "titled": min(overlap.title_stems, 3),
    }


def _place(position: LinePosition) -> dict[str, float]:
    beside = position.before + position.after
    return {
        "top": position.side < 0,
        "bottom": position.side > 0,
        "edge": position.edge,
        "beside": beside,
        "inside_beside": (position.side == 0) * beside,
        "near": 1 / position.distance,
        "first": position.first,
    }
