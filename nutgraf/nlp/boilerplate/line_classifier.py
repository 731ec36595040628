"""Classifier of lines that no rule has claimed: a logistic regression over their features.

The weights come from ``training.boilerplate``; the model card beside them says what they were trained on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from nutgraf.nlp.boilerplate.language_match import reads_as
from nutgraf.nlp.boilerplate.line_features import lexical_score, line_features
from nutgraf.nlp.boilerplate.line_position import PARAGRAPH_WORDS, line_positions, report_paragraphs
from nutgraf.nlp.boilerplate.lines import PageLine
from nutgraf.nlp.boilerplate.reader_address import is_impersonal
from nutgraf.nlp.boilerplate.site_vocabulary import likely_reason
from nutgraf.nlp.boilerplate.topic_overlap import TermOverlap, article_topic, line_terms
from nutgraf.nlp.lang import Language
from nutgraf.nlp.lang.schema.boilerplate import AddressPatterns, BoilerplateRules

_MODELS: Final = Path(__file__).parents[1] / "models"

MAX_LINE_WORDS: Final = 30
"""Lines of more words are not classified: boilerplate is shorter."""

_THRESHOLDS: Final = {-1: -1.4, 0: 0.9, 1: 0.0}
"""Least log-odds above, in and below the report; a line in its middle may be the report's own."""

_SHORTEST_WORDS: Final = 4
_SHORTEST_LEAD: Final = 7
_MORE_FOR_A_PARAGRAPH: Final = 1.5
_MORE_FOR_A_LABEL: Final = 1.5
_MORE_FOR_SHARED_STEMS: Final = 2.0
_MORE_FOR_A_LEAD: Final = 4.0
_MORE_FOR_AN_ASIDE: Final = 2.0
_ASIDE: Final = re.compile(r"\w[.!?][\"”’]?\s+\([^()]*[.!?][\"”’]?\)\s+[\"“‘]?[^\W_a-z]")
_MANY_SHARED: Final = 1  # three stems


@dataclass(frozen=True, slots=True)
class BoilerplateModel:
    """Weights in log-odds: ``bias``, a coefficient for each feature (``cues``), and a score for each word."""

    bias: float
    cues: Mapping[str, float]
    words: Mapping[str, float]

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log-odds that a line with these features is boilerplate."""
        return self.bias + sum(weight * features[name] for name, weight in self.cues.items())


def weights_path(model: str) -> Path:
    """Return the path of a model's weights, given its folder below ``nutgraf/nlp/models``."""
    return _MODELS / model / "weights.json"


@cache
def load_boilerplate_model(model: str) -> BoilerplateModel:
    """Read the shipped weights of a model, given its folder below ``nutgraf/nlp/models``.

    Raises:
        OSError, ValueError, KeyError: they are missing or damaged.
    """
    stored = json.loads(weights_path(model).read_text("utf-8"))
    unit = stored["unit"]
    return BoilerplateModel(
        stored["bias"], stored["cues"], {word: unit * n for word, n in stored["words"].items()}
    )


def boilerplate_lines(
    page: Sequence[PageLine], known: Sequence[bool], title: str, language: Language
) -> dict[int, str]:
    """Return the places of lines that are boilerplate, each with its reason.

    Args:
        page: all lines.
        known: which of them are known as boilerplate.
        title: the headline, or nothing.
        language: the page's language; no line is classified in a language without a model.
    """
    rules = language.boilerplate
    if rules.model is None:
        return {}
    model = load_boilerplate_model(rules.model)
    return {
        place: likely_reason(page[place].content, rules)
        for place, (side, features) in classifiable_lines(page, known, title, language, model.words).items()
        if model.log_odds(features) > _threshold(page[place], side, features)
    }


def _threshold(line: PageLine, side: int, features: Mapping[str, float]) -> float:
    """Return the least log-odds of a line.

    A line as long as a paragraph may be one, and a line without a full stop may be a heading. A report about
    newspapers has words of boilerplate, but they are the report's too. A sentence in brackets between two
    others is a writer's.
    """
    if features["first"] and _reads_as_lead(line, features):
        return _THRESHOLDS[side] + _MORE_FOR_A_LEAD
    shared = features["shared_count"]
    more = _MORE_FOR_A_PARAGRAPH * (line.words >= PARAGRAPH_WORDS) + _MORE_FOR_A_LABEL * (not line.ended)
    if side == 0:
        more += _MORE_FOR_SHARED_STEMS * (shared >= _MANY_SHARED)
        more += _MORE_FOR_AN_ASIDE * _has_aside(line, features)
    return _THRESHOLDS[side] + more


def _has_aside(line: PageLine, features: Mapping[str, float]) -> bool:
    """Return whether a sentence in brackets stands between two others, in no notice to the reader."""
    return _ASIDE.search(line.content) is not None and not features["clear"] and not _is_addressed(features)


def _is_addressed(features: Mapping[str, float]) -> bool:
    return any(features[name] for name in ("page", "reader", "request", "itself"))


def _reads_as_lead(line: PageLine, features: Mapping[str, float]) -> bool:
    """Return whether a page's first line is a sentence that speaks neither to the reader nor of the page.

    Such a line is the report's lead, though its words are those of boilerplate ("Watching football at home
    will cost more").
    """
    return line.ended and line.words >= _SHORTEST_LEAD and not _is_addressed(features)


def _is_classifiable(line: PageLine, address: AddressPatterns) -> bool:
    """Return whether a line may be classified; the layout decides on a label that addresses nobody."""
    if line.ended:
        return line.words <= MAX_LINE_WORDS
    spoken = address.first_person.search(line.content) or address.second_person.search(line.content)
    return _SHORTEST_WORDS <= line.words <= MAX_LINE_WORDS and spoken is not None


def classifiable_lines(
    page: Sequence[PageLine],
    known: Sequence[bool],
    title: str,
    language: Language,
    words: Mapping[str, float],
) -> dict[int, tuple[int, dict[str, float]]]:
    """Return the side (-1, 0, 1) and the features of every line that may be classified, by its place.

    Args:
        page: all lines.
        known: which of them are known as boilerplate.
        title: the headline, or nothing.
        language: the language of the classifier; the lines of a page in another language have no features.
        words: a score for each lower-case word.
    """
    rules = language.boilerplate
    left = [place for place, flag in enumerate(known) if not flag]
    prose = [place for place in left if page[place].sentence]
    if not reads_as(language, [page[place] for place in prose]):
        return {}
    overlaps = _overlaps(page, known, title, rules)
    paragraphs = report_paragraphs(page, prose, overlaps)
    scores = {place: lexical_score(page[place].content, words) for place in left}
    usual = sum(scores[place] for place in paragraphs) / len(paragraphs)
    impersonal = is_impersonal([page[place] for place in prose], rules.address)
    positions = line_positions(known, paragraphs)
    return {
        place: (
            positions[place].side,
            line_features(
                page[place],
                positions[place],
                overlaps[place],
                (scores[place], usual),
                rules,
                impersonal=impersonal,
            ),
        )
        for place in left
        if _is_classifiable(page[place], rules.address)
    }


def _overlaps(
    page: Sequence[PageLine], known: Sequence[bool], title: str, rules: BoilerplateRules
) -> dict[int, TermOverlap]:
    """Return what each line that is not known as boilerplate shares with the others, by its place."""
    terms = {place: line_terms(page[place], rules) for place, flag in enumerate(known) if not flag}
    boilerplate = [line for line, flag in zip(page, known, strict=True) if flag]
    topic = article_topic(list(terms.values()), boilerplate, title, rules)
    return {place: topic.overlap(line) for place, line in terms.items()}
