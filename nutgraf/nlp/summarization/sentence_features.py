"""Features of the sentences of a document, which the ranking weighs."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang.schema.summarization import UNKNOWN_LANGUAGE, SummarizationRules
from nutgraf.nlp.spans import SentenceSpan
from nutgraf.nlp.summarization.lexrank import centrality
from nutgraf.nlp.summarization.sentence_openings import opens_in_quotation, without_leading_marks
from nutgraf.nlp.summarization.tfidf import TermMatrix, terms_of, tfidf_matrix

FEATURE_GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "position": (
        "first",
        "second",
        "third",
        "reciprocal_index",
        "log_index",
        "relative_index",
        "last",
        "opens_paragraph",
        "reciprocal_paragraph",
        "index_in_short_text",
        "first_says_title",
        "second_after_title",
    ),
    "length": ("log_words", "very_short", "short", "long", "very_long"),
    "centrality": ("centroid", "lexrank", "near_lead", "frequent_terms", "novel_terms"),
    "title_overlap": ("title_cosine", "title_recall", "title_precision", "title_news", "title_known"),
    "wording": (
        "number",
        "capitals",
        "quotation",
        "reporting_verb",
        "question",
        "first_person",
        "colon",
        "bracket",
        "no_full_stop",
    ),
    "penalties": ("opens_with_pronoun", "opens_in_quotation", "opens_with_connective"),
}
"""Names of features by the reason under which their contributions are added up."""

FEATURE_NAMES: Final = tuple(name for names in FEATURE_GROUPS.values() for name in names)

_CAPITALISED: Final = re.compile(r"(?<=\s)[A-Z]")
_ENDED: Final = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]]*$")


def sentence_features(
    doc: Doc, sentences: Sequence[SentenceSpan], headline: str
) -> tuple[NDArray[np.float64], TermMatrix]:
    """Compute the features of every sentence.

    Args:
        doc: the document; features of wording that its language does not define are 0.
        sentences: those that may be chosen, in order, at least one.
        headline: the document's headline, or nothing.

    Returns:
        The features, shape (sentences, ``len(FEATURE_NAMES)``), columns in that order; the TF-IDF of the
        sentences.
    """
    rules = doc.language.summarization if doc.language else UNKNOWN_LANGUAGE
    contents = [doc.text[span.start : span.end] for span in sentences]
    terms = [terms_of(content) for content in contents]
    matrix = tfidf_matrix(terms)
    columns = {
        **_position(sentences),
        **_length(terms),
        **_centrality(matrix, terms),
        **_title(matrix, terms, headline, _frequent_terms(rules.frequent_words)),
        **_wording(contents, terms, rules),
    }
    return np.column_stack([columns[name] for name in FEATURE_NAMES]), matrix


def _position(sentences: Sequence[SentenceSpan]) -> dict[str, NDArray[np.float64]]:
    count = len(sentences)
    index = np.arange(count, dtype=np.float64)
    paragraphs = np.array([span.paragraph for span in sentences])
    numbers = np.unique(paragraphs, return_inverse=True)[1]
    opens = np.concatenate([[True], paragraphs[1:] != paragraphs[:-1]])
    return {
        "first": (index == 0).astype(float),
        "second": (index == 1).astype(float),
        "third": (index == 2).astype(float),  # noqa: PLR2004
        "reciprocal_index": 1 / (index + 1),
        "log_index": np.log1p(index),
        "relative_index": index / max(count - 1, 1),
        "last": (index == count - 1).astype(float),
        "opens_paragraph": opens.astype(float),
        "reciprocal_paragraph": 1 / (numbers + 1.0),
        "index_in_short_text": np.log1p(index) / math.log1p(count),
    }


def _length(terms: Sequence[Sequence[str]]) -> dict[str, NDArray[np.float64]]:
    words = np.array([len(sentence) for sentence in terms], dtype=np.float64)
    return {
        "log_words": np.log1p(np.minimum(words, 60)),
        "very_short": (words < 6).astype(float),  # noqa: PLR2004
        "short": (words < 12).astype(float),  # noqa: PLR2004
        "long": (words > 32).astype(float),  # noqa: PLR2004
        "very_long": (words > 50).astype(float),  # noqa: PLR2004
    }


def _centrality(matrix: TermMatrix, terms: Sequence[Sequence[str]]) -> dict[str, NDArray[np.float64]]:
    similarity = matrix.dot(matrix.centroid())
    # The features of position say how good a lead is; its similarity to itself would add nothing.
    near_lead = matrix.dot(matrix.vector(terms[0]))
    near_lead[0] = 0.0
    share = np.bincount(matrix.columns, minlength=len(matrix.vocabulary)) / matrix.sentences
    rare = [[term for term in set(sentence) if matrix.idf[matrix.vocabulary[term]] > 1] for sentence in terms]
    frequent = [
        sum(share[matrix.vocabulary[term]] for term in sentence) / max(len(sentence), 1) for sentence in rare
    ]
    seen: set[str] = set()
    novel = []
    for sentence in rare:
        novel.append(sum(term not in seen for term in sentence) / max(len(sentence), 1))
        seen.update(sentence)
    return {
        "centroid": similarity / max(float(similarity.max()), 1e-9),
        "lexrank": centrality(matrix, similarity),
        "near_lead": near_lead,
        "frequent_terms": np.array(frequent) / max(*frequent, 1e-9),
        "novel_terms": np.array(novel, dtype=np.float64),
    }


@cache
def _frequent_terms(words: frozenset[str]) -> frozenset[str]:
    return frozenset(term for word in words for term in terms_of(word))


def _title(
    matrix: TermMatrix, terms: Sequence[Sequence[str]], title: str, frequent: frozenset[str]
) -> dict[str, NDArray[np.float64]]:
    title_terms = terms_of(title)
    long_terms = {term for term in title_terms if len(term) > 3 or not term.isascii()}  # noqa: PLR2004
    recall = np.array(
        [len(long_terms.intersection(sentence)) / max(len(long_terms), 1) for sentence in terms]
    )
    content_terms = set(title_terms) - frequent
    bags = [set(sentence) - frequent for sentence in terms]
    shared = [content_terms & bag for bag in bags]
    place = np.arange(len(terms))
    return {
        "title_cosine": matrix.dot(matrix.vector(title_terms)),
        "title_recall": recall,
        "title_precision": np.array(
            [len(both) / max(len(bag), 1) for both, bag in zip(shared, bags, strict=True)]
        ),
        "title_news": _first_uses(shared) / max(len(content_terms), 1),
        "title_known": np.full(len(terms), float(bool(long_terms))),
        # A first sentence that says what the title says makes the second one less needed.
        "first_says_title": recall[0] * (place == 0),
        "second_after_title": recall[0] * (place == 1),
    }


def _first_uses(shared: Sequence[set[str]]) -> NDArray[np.float64]:
    """Return how many of its terms each sentence is the first to use."""
    seen: set[str] = set()
    counts = []
    for terms in shared:
        counts.append(len(terms - seen))
        seen |= terms
    return np.array(counts, dtype=np.float64)


def _wording(
    contents: Sequence[str], terms: Sequence[Sequence[str]], rules: SummarizationRules
) -> dict[str, NDArray[np.float64]]:
    def flag(test: Callable[[str], object], sentences: Sequence[str] = contents) -> NDArray[np.float64]:
        return np.array([float(bool(test(sentence))) for sentence in sentences])

    openings = [without_leading_marks(content) for content in contents]
    capitals = [
        len(_CAPITALISED.findall(content)) / max(len(words), 1)
        for content, words in zip(contents, terms, strict=True)
    ]
    return {
        "number": flag(lambda content: any(character.isdecimal() for character in content)),
        "capitals": np.minimum(np.array(capitals), 1.0),
        "quotation": flag(lambda content: any(mark in content for mark in '"“”«»「')),
        "reporting_verb": flag(rules.reporting.search),
        "question": flag(lambda content: content.rstrip("\"'”’»)").endswith(("?", "？", "؟"))),
        "first_person": flag(rules.speaker.search),
        "colon": flag(lambda content: ":" in content),
        "bracket": flag(lambda content: "(" in content),
        "no_full_stop": flag(lambda content: not _ENDED.search(content[-4:])),
        "opens_with_pronoun": flag(rules.pronoun_opening.match, openings),
        "opens_in_quotation": flag(opens_in_quotation),
        "opens_with_connective": flag(rules.connective_opening.match, openings),
    }
