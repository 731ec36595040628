"""What is measured of a sentence before its worth for a summary is judged."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

import numpy as np

from nutgraf.nlp.summarization import sentence_openings
from nutgraf.nlp.summarization.lexrank import centrality
from nutgraf.nlp.summarization.tfidf import TermMatrix, terms_of, tfidf_matrix

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import SentenceSpan

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
"""Feature names by the reason under which their contribution is reported."""

FEATURE_NAMES: Final = tuple(name for names in FEATURE_GROUPS.values() for name in names)

_REPORTING: Final = re.compile(
    r"\b(?:said|says|told|added|announced|according|stated|claimed|reported|warned|confirmed)\b",
    re.IGNORECASE,
)
_FIRST_PERSON: Final = re.compile(r"\b(?:i|we|my|our|me|us|you|your|i'm|we're)\b", re.IGNORECASE)
_FUNCTION_WORDS: Final = frozenset(
    terms_of(
        "the a an of in on at to for and or but with from by as is are was were be been has have had it its"
        " his her their this that these those he she they we you i not no will would can could may after over"
        " into out up about who what why how when new says said"
    )
)
"""English words that tell nothing when a title and a sentence share them; no other language has a list."""

_CAPITALISED: Final = re.compile(r"(?<=\s)[A-Z]")
_ENDED: Final = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]]*$")


def sentence_features(
    doc: Doc, sentences: Sequence[SentenceSpan], headline: str
) -> tuple[NDArray[np.float64], TermMatrix]:
    """Measure every sentence.

    Args:
        doc: the document; cues of wording count only in a supported language.
        sentences: those that may be chosen, in order.
        headline: the document's headline, or nothing.

    Returns:
        The features, shape (sentences, ``len(FEATURE_NAMES)``), columns in that order; the sentences' terms.
    """
    contents = [doc.text[span.start : span.end] for span in sentences]
    terms = [terms_of(content) for content in contents]
    matrix = tfidf_matrix(terms)
    columns = {
        **_position(sentences),
        **_length(terms),
        **_centrality(matrix, terms),
        **_title(matrix, terms, headline),
        **_wording(contents, terms, english=doc.language is not None),
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
    nearness = matrix.dot(matrix.centroid())
    # The lead is not near itself: how good a lead is, its position tells.
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
        "centroid": nearness / max(float(nearness.max()), 1e-9),
        "lexrank": centrality(matrix, nearness),
        "near_lead": near_lead,
        "frequent_terms": np.array(frequent) / max(*frequent, 1e-9),
        "novel_terms": np.array(novel, dtype=np.float64),
    }


def _title(matrix: TermMatrix, terms: Sequence[Sequence[str]], title: str) -> dict[str, NDArray[np.float64]]:
    said = terms_of(title)
    wanted = {term for term in said if len(term) > 3 or not term.isascii()}  # noqa: PLR2004
    shared = [wanted.intersection(sentence) for sentence in terms]
    telling = set(said) - _FUNCTION_WORDS
    bags = [set(sentence) - _FUNCTION_WORDS for sentence in terms]
    named = [telling & bag for bag in bags]
    recall = np.array([len(found) / max(len(wanted), 1) for found in shared])
    place = np.arange(len(terms))
    return {
        "title_cosine": matrix.dot(matrix.vector(said)),
        "title_recall": recall,
        "title_precision": np.array(
            [len(found) / max(len(bag), 1) for found, bag in zip(named, bags, strict=True)]
        ),
        "title_news": _news(named) / max(len(telling), 1),
        "title_known": np.full(len(terms), float(bool(wanted))),
        # How far the lead can be trusted: one that says what the title says needs less from the next.
        "first_says_title": recall[0] * (place == 0),
        "second_after_title": recall[0] * (place == 1),
    }


def _news(shared: Sequence[set[str]]) -> NDArray[np.float64]:
    """How many terms of the title each sentence is the first to say."""
    seen: set[str] = set()
    counts = []
    for found in shared:
        counts.append(len(found - seen))
        seen |= found
    return np.array(counts, dtype=np.float64)


def _wording(
    contents: Sequence[str], terms: Sequence[Sequence[str]], *, english: bool
) -> dict[str, NDArray[np.float64]]:
    def flag(test: Callable[[str], object]) -> NDArray[np.float64]:
        return np.array([float(bool(test(content))) for content in contents])

    def cue(test: Callable[[str], object]) -> NDArray[np.float64]:
        return flag(test) if english else np.zeros(len(contents))

    capitals = [
        len(_CAPITALISED.findall(content)) / max(len(words), 1)
        for content, words in zip(contents, terms, strict=True)
    ]
    return {
        "number": flag(lambda content: any(character.isdecimal() for character in content)),
        "capitals": np.minimum(np.array(capitals), 1.0),
        "quotation": flag(lambda content: any(mark in content for mark in '"“”«»「')),
        "reporting_verb": cue(_REPORTING.search),
        "question": flag(lambda content: content.rstrip("\"'”’»)").endswith(("?", "？", "؟"))),
        "first_person": cue(_FIRST_PERSON.search),
        "colon": flag(lambda content: ":" in content),
        "bracket": flag(lambda content: "(" in content),
        "no_full_stop": flag(lambda content: not _ENDED.search(content[-4:])),
        "opens_with_pronoun": cue(
            lambda content: sentence_openings.PRONOUN.match(sentence_openings.without_leading_marks(content))
        ),
        "opens_in_quotation": flag(sentence_openings.opens_in_quotation),
        "opens_with_connective": cue(
            lambda content: sentence_openings.CONNECTIVE.match(
                sentence_openings.without_leading_marks(content)
            )
        ),
    }
