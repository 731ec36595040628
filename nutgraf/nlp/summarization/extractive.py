"""Which sentences tell an article in short, in its own words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from nutgraf.model import Options, SummarySentence
from nutgraf.nlp.encoder.token_classifier import ModelFilesError
from nutgraf.nlp.summarization import mmr, sentence_openings
from nutgraf.nlp.summarization.sentence_features import FEATURE_GROUPS, FEATURE_NAMES, sentence_features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import SentenceSpan

SHORT_TEXT_WORDS: Final = 60
"""Texts of no more words than this are summarised by their opening: there is too little to weigh."""

_SHORTEST_WORDS: Final = 4
_LONGEST_CHARACTERS: Final = 700


@dataclass(frozen=True, slots=True)
class SentenceRanker:
    """A logistic regression over standardised features.

    Attributes:
        mean: of each feature in training, shape (features,).
        scale: its standard deviation, shape (features,).
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


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence that could be chosen.

    Attributes:
        span: where it stands.
        text: what it says.
        score: how much it tells of the article, 0 to 1.
        reasons: what its score is made of, in log-odds: how far position, length, centrality, title
            overlap, wording and penalties lift it above the average sentence, or press it below.
        dangles: whether it leans on a sentence before it ("He added", a quotation that goes on).
        fit: whether it is a whole sentence of readable length.
        terms: its TF-IDF weights, of unit length.
    """

    span: SentenceSpan
    text: str
    score: float
    reasons: dict[str, float] = field(default_factory=dict)
    dangles: bool = False
    fit: bool = True
    terms: Mapping[int, float] = field(default_factory=dict)


def summarize(doc: Doc, options: Options, ranker: SentenceRanker) -> tuple[SummarySentence, ...]:
    """Rank all sentences and choose as many as were asked for.

    Returns:
        ``options.sentence_count`` sentences in ``options.order``; fewer when the text has no more that
        differ.
    """
    return choose_sentences(rank_sentences(doc, ranker), options)


def rank_sentences(doc: Doc, ranker: SentenceRanker) -> tuple[RankedSentence, ...]:
    """Judge every sentence of the body; headings are not judged.

    Args:
        doc: the document with its sentences. Without a title, a heading above the first sentence stands in
            for it; in an unsupported language no cue of wording counts.
        ranker: the trained regression.

    Returns:
        The candidates in the order of the text. In a very short text earlier is better.
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
    """Choose the best sentences that do not say the same thing twice.

    Args:
        ranked: the candidates in the order of the text, as ``rank`` gave them.
        options: how many, and in which order they are answered.

    Returns:
        Sentences ranked from 1; ``rank_score`` never rises with the rank.
    """
    chosen = mmr.select_mmr(ranked, options.sentence_count)
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
        dangles=sentence_openings.is_context_dependent(content)
        if doc.language is not None
        else sentence_openings.opens_in_quotation(content),
        fit=len(terms) >= _SHORTEST_WORDS and len(content) <= _LONGEST_CHARACTERS,
        terms=terms,
    )


def _heading_above(doc: Doc) -> str:
    first = doc.sentences[0]
    return doc.text[first.start : first.end] if first.heading else ""


def _words(text: str, spans: Sequence[SentenceSpan]) -> int:
    return sum(len(text[span.start : span.end].split()) for span in spans)
