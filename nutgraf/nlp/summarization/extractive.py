"""Extractive summary: a regression ranks the sentences of a document, and the best are chosen."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nutgraf.model import Options, SummarySentence
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.encoder.token_classifier import ModelFilesError
from nutgraf.nlp.lang.schema.summarization import UNKNOWN_LANGUAGE
from nutgraf.nlp.spans import SentenceSpan
from nutgraf.nlp.summarization.mmr import select_mmr
from nutgraf.nlp.summarization.ranked_sentence import RankedSentence
from nutgraf.nlp.summarization.sentence_features import FEATURE_GROUPS, FEATURE_NAMES, sentence_features
from nutgraf.nlp.summarization.sentence_openings import is_context_dependent

SHORT_TEXT_WORDS: Final = 60
"""Texts of no more words than this are summarised by their opening."""

_SHORTEST_WORDS: Final = 4
_LONGEST_CHARACTERS: Final = 700


@dataclass(frozen=True, slots=True)
class SentenceRanker:
    """Logistic regression over standardised features.

    Attributes:
        mean: of each feature in training, shape (features,).
        scale: standard deviation of each feature, shape (features,).
        coefficients: shape (features,).
        intercept: of the regression.
    """

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    coefficients: NDArray[np.float64]
    intercept: float

    @classmethod
    def load(cls, path: Path) -> SentenceRanker:
        """Read trained weights.

        Raises:
            ModelFilesError: the file is missing, or was trained for other features.
        """
        try:
            stored = json.loads(path.read_text())
            features = stored["features"]
            if tuple(features) != FEATURE_NAMES:
                raise ModelFilesError(f"{path} was trained for other features than this code measures")
            columns = (
                [features[name][part] for name in FEATURE_NAMES] for part in ("mean", "scale", "coefficient")
            )
            mean, scale, coefficients = (np.array(column, dtype=np.float64) for column in columns)
            return cls(mean, scale, coefficients, float(stored["intercept"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelFilesError(f"No summary weights can be read from {path}: {error}") from error


def summarize(doc: Doc, options: Options, ranker: SentenceRanker) -> tuple[SummarySentence, ...]:
    """Rank all sentences of a document and choose as many as were asked for.

    Returns:
        ``options.sentence_count`` sentences in ``options.order``; fewer when the text has no more that
        differ.
    """
    return choose_sentences(rank_sentences(doc, ranker), options)


def rank_sentences(doc: Doc, ranker: SentenceRanker) -> tuple[RankedSentence, ...]:
    """Score every sentence of the body; headings are left out.

    Args:
        doc: the document with its sentences. Without a title, a heading above the first sentence stands for
            it. Features of wording count as far as its language defines them.
        ranker: the trained regression.

    Returns:
        The candidates in the order of the text. In a very short text the score falls from one to the next.
    """
    spans = [span for span in doc.sentences if not span.heading]
    if not spans:
        return ()
    features, matrix = sentence_features(doc, spans, doc.title.strip() or _heading_above(doc))
    parts = (features - ranker.mean) / ranker.scale * ranker.coefficients
    scores = 1 / (1 + np.exp(-np.clip(parts.sum(axis=1) + ranker.intercept, -30, 30)))
    if _words(doc.text, spans) <= SHORT_TEXT_WORDS:
        scores = scores.max() * 0.95 ** np.arange(len(spans))
    terms = matrix.bags()
    return tuple(_ranked(doc, span, float(scores[i]), parts[i], terms[i]) for i, span in enumerate(spans))


def choose_sentences(ranked: Sequence[RankedSentence], options: Options) -> tuple[SummarySentence, ...]:
    """Choose the best sentences, none of which repeats another.

    Args:
        ranked: the candidates in the order of the text, as ``rank_sentences`` gave them.
        options: their number and their order in the answer.

    Returns:
        Sentences ranked from 1; ``rank_score`` never rises with the rank.
    """
    chosen = select_mmr(ranked, options.sentence_count)
    answer: list[SummarySentence] = []
    ceiling = 1.0
    for place, sentence in enumerate(chosen, 1):
        ceiling = min(ceiling, sentence.score)
        span = sentence.span
        answer.append(
            SummarySentence(sentence.text, span.start, span.end, place, round(ceiling, 4), sentence.reasons)
        )
    if options.order == "offset":
        answer.sort(key=lambda sentence: sentence.start)
    return tuple(answer)


def _ranked(
    doc: Doc, span: SentenceSpan, score: float, parts: NDArray[np.float64], terms: Mapping[int, float]
) -> RankedSentence:
    rules = doc.language.summarization if doc.language else UNKNOWN_LANGUAGE
    content = doc.text[span.start : span.end]
    by_name = dict(zip(FEATURE_NAMES, parts, strict=True))
    reasons = {
        group: round(float(sum(by_name[name] for name in names)), 3)
        for group, names in FEATURE_GROUPS.items()
    }
    return RankedSentence(
        span=span,
        text=content,
        score=score,
        reasons=reasons,
        context_dependent=is_context_dependent(content, rules),
        fit=len(terms) >= _SHORTEST_WORDS and len(content) <= _LONGEST_CHARACTERS,
        terms=terms,
    )


def _heading_above(doc: Doc) -> str:
    first = doc.sentences[0]
    return doc.text[first.start : first.end] if first.heading else ""


def _words(text: str, spans: Sequence[SentenceSpan]) -> int:
    return sum(len(text[span.start : span.end].split()) for span in spans)
