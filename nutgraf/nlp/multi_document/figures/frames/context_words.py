"""Words around a figure, by which figures of several reports are compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.lang.schema.stories import FigureContextTerms, StoryRules
from nutgraf.nlp.multi_document.clustering.idf import IdfTable, content_words
from nutgraf.nlp.multi_document.figures.frames.clauses import Clause
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan
from nutgraf.nlp.summarization.tfidf import terms_of

_WINDOW: Final = 14
"""Words on each side of a figure that belong to its context."""

_LEAST_IDF: Final = 1.2
_LEAST_SEGMENT_IDF: Final = 1.8
_DIMENSION_WEIGHT: Final = 3.5
_SEGMENT_BEFORE: Final = 8
_SEGMENT_BEHIND: Final = 6
_MARKS: Final = "\"'“”‘’(["
_CACHED: Final = 8192

WordWeights = dict[str, float]
"""Words by stem, with their inverse document frequency (idf)."""


def context_words(before: str, after: str, figure: Figure, report: Report, idf: IdfTable) -> WordWeights:
    """Return the words around a figure by stem, with their idf.

    Names stay out: that one spokesman gives both numbers does not make them one quantity.

    Args:
        before: the sentence up to the figure.
        after: the sentence behind it.
        figure: the figure.
        report: its report.
        idf: inverse document frequencies of words.
    """
    rules = report.rules
    near = [
        *_words_but_names(before, rules)[-_WINDOW:],
        *_words_but_names(after, rules)[:_WINDOW],
        *content_words(figure.what or ""),
    ]
    return _weighted(near, report, idf, _LEAST_IDF)


def segment_words(
    report: Report, figure: Figure, span: SentenceSpan, clause: Clause, idf: IdfTable
) -> tuple[WordWeights, frozenset[str]]:
    """Return the words of a figure's own clause up to the neighbouring figures, by stem with their idf.

    What stands between two figures is parted at the last comma or conjunction. Words for one dimension
    ("deep", "depth") are one.

    Returns:
        The words, and those of them that are nouns of dimensions.
    """
    rules, text = report.rules, report.doc.text
    start, end = clause.own_start, clause.own_end
    if start > clause.start:
        parted = [found.end() for found in rules.frames.listing.finditer(text, start, figure.start)]
        start = parted[-1] if parted else start
    behind = rules.frames.listing.search(text, figure.end, end)
    words = [
        *_words_but_names(_opened(text, start, figure.start, span), rules)[-_SEGMENT_BEFORE:],
        *_words_but_names(text[figure.end : behind.start() if behind else end], rules)[:_SEGMENT_BEHIND],
        *(_words_but_names(figure.text, rules) if figure.kind is FigureKind.COUNT else ()),
    ]
    known, forecast = rules.frames.measures.dimensions, rules.frames.times.forecast_words
    if figure.kind is not FigureKind.QUANTITY:
        physical = rules.frames.measures.physical
        words = [word for word in words if known.get(word) not in physical]
    dimensions = frozenset(known[word] for word in words if word in known)
    others = [word for word in words if word not in known and word not in forecast]
    found = _weighted(others, report, idf, _LEAST_SEGMENT_IDF)
    return found | dict.fromkeys(dimensions, _DIMENSION_WEIGHT), dimensions


def context_stems(text: str, terms: FigureContextTerms) -> list[str]:
    """Return the stems of a text's words, by which words around numbers are compared."""
    return [_stem(word, terms) for word in content_words(text)]


@lru_cache(maxsize=_CACHED)
def _stem(word: str, terms: FigureContextTerms) -> str:
    return terms.without_plural(terms_of(word)[0])


def _opened(text: str, start: int, end: int, span: SentenceSpan) -> str:
    """Return a part of a sentence; the first word of the sentence has its capital from its place."""
    part = text[start:end]
    return part[:1].casefold() + part[1:] if start == span.start else part


def _weighted(words: Sequence[str], report: Report, idf: IdfTable, least: float) -> WordWeights:
    """Return the stems of words that tell what is spoken of, with their idf."""
    terms, language = report.rules.context, report.doc.language
    found: WordWeights = {}
    for word in words:
        weight = idf.of(word)
        if weight < least or word.isdigit() or word in terms.attribution:
            continue
        if language is None or not language.figures.numbers.is_number_word(word):
            found[_stem(word, terms)] = weight
    return found


def _words_but_names(text: str, rules: StoryRules) -> list[str]:
    return [word for run in text.split() for word in _run_words(run, rules.capitals_mark_names)]


@lru_cache(maxsize=_CACHED)
def _run_words(run: str, capitals_mark_names: bool) -> tuple[str, ...]:  # noqa: FBT001 - a key of the cache
    """Return the words of a run without whitespace; none where it is a name."""
    named = capitals_mark_names and run.strip(_MARKS)[:1].isupper()
    return () if named else tuple(content_words(run))
