"""Which lines that no rule has claimed are the page's own voice, by a logistic regression over cues.

The weights come from ``training.boilerplate``; the model card beside them says what they were trained on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.boilerplate.line_features import lexical_score, line_features
from nutgraf.nlp.boilerplate.line_position import PARAGRAPH_WORDS, line_positions, report_paragraphs
from nutgraf.nlp.boilerplate.reader_address import FIRST_PERSON, SECOND_PERSON, is_impersonal
from nutgraf.nlp.boilerplate.site_vocabulary import likely_reason
from nutgraf.nlp.boilerplate.topic_overlap import article_topic, line_terms, reads_as_english

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.nlp.boilerplate.lines import PageLine

WEIGHTS: Final = Path(__file__).parents[1] / "models/boilerplate/weights.json"

MAX_LINE_WORDS: Final = 30
"""A page says what it has to say in fewer words than this."""

_NEEDED: Final = {-1: -1.4, 0: 0.9, 1: 0.0}
"""Least log-odds above, in and below the report: what is removed in its middle may be the report."""

_SHORTEST_WORDS: Final = 4
_MORE_FOR_A_PARAGRAPH: Final = 1.5
_MORE_FOR_A_LABEL: Final = 1.5
_MORE_FOR_A_SHARER: Final = 2.0
_SHARED: Final = 1  # three stems


@dataclass(frozen=True, slots=True)
class BoilerplateModel:
    """Log-odds: ``bias``, a coefficient for each cue, and a score for each word."""

    bias: float
    cues: Mapping[str, float]
    words: Mapping[str, float]

    def log_odds(self, cues: Mapping[str, float]) -> float:
        """How much more likely than not a line is the page's own voice."""
        return self.bias + sum(weight * cues[name] for name, weight in self.cues.items())


@lru_cache(maxsize=1)
def load_boilerplate_model() -> BoilerplateModel:
    """The shipped weights.

    Raises:
        OSError, ValueError, KeyError: they are missing or damaged.
    """
    stored = json.loads(WEIGHTS.read_text("utf-8"))
    unit = stored["unit"]
    return BoilerplateModel(
        stored["bias"], stored["cues"], {word: unit * n for word, n in stored["words"].items()}
    )


def boilerplate_lines(
    page: Sequence[PageLine], known: Sequence[bool], title: str, weights: BoilerplateModel
) -> dict[int, str]:
    """The places of lines that are the page's own voice, each with its reason.

    Args:
        page: all lines.
        known: which of them are known as boilerplate.
        title: the headline, or nothing.
        weights: what to judge by.
    """
    found = {}
    for place, (side, cues) in classifiable_lines(page, known, title, weights.words).items():
        if weights.log_odds(cues) > _needed(page[place], side, cues["shared_count"]):
            found[place] = likely_reason(page[place].content)
    return found


def _needed(line: PageLine, side: int, shared: float) -> float:
    """A line as long as a paragraph may be one, and a line without a full stop may be a heading.

    A report about newspapers has the words of a page's own voice, but they are the report's too.
    """
    more = _MORE_FOR_A_PARAGRAPH * (line.words >= PARAGRAPH_WORDS) + _MORE_FOR_A_LABEL * (not line.ended)
    return _NEEDED[side] + more + _MORE_FOR_A_SHARER * (side == 0 and shared >= _SHARED)


def _may_be_judged(line: PageLine) -> bool:
    """A line without a full stop is a label or a heading, which its place tells better, unless it speaks."""
    if line.ended:
        return line.words <= MAX_LINE_WORDS
    spoken = FIRST_PERSON.search(line.content) or SECOND_PERSON.search(line.content)
    return _SHORTEST_WORDS <= line.words <= MAX_LINE_WORDS and spoken is not None


def classifiable_lines(
    page: Sequence[PageLine], known: Sequence[bool], title: str, words: Mapping[str, float]
) -> dict[int, tuple[int, dict[str, float]]]:
    """The side and the cues of every line that may be judged: none when there is no English report."""
    left = [place for place, flag in enumerate(known) if not flag]
    prose = [place for place in left if page[place].sentence]
    if not reads_as_english([page[place] for place in prose]):
        return {}
    said = {place: line_terms(page[place]) for place in left}
    others = [line for line, flag in zip(page, known, strict=True) if flag]
    subject = article_topic(list(said.values()), others, title)
    shared = {place: subject.shared_with(said[place]) for place in left}
    paragraphs = report_paragraphs(page, prose, shared)
    scores = {place: lexical_score(page[place].content, words) for place in left}
    usual = sum(scores[place] for place in paragraphs) / len(paragraphs)
    impersonal = is_impersonal([page[place] for place in prose])
    standings = line_positions(known, paragraphs)
    return {
        place: (
            standings[place].side,
            line_features(
                page[place], standings[place], shared[place], (scores[place], usual), impersonal=impersonal
            ),
        )
        for place in left
        if _may_be_judged(page[place])
    }
