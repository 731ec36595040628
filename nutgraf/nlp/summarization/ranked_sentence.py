"""Sentence with its score, as the ranking gives it to the selection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nutgraf.nlp.spans import SentenceSpan


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """Candidate for a summary.

    Attributes:
        span: its place in the text.
        text: the text at that place.
        score: estimated probability, 0 to 1, that it belongs in the summary.
        reasons: contributions to the score in log-odds, relative to the average sentence, by group: position,
            length, centrality, title overlap, wording and penalties.
        context_dependent: whether it needs the sentence before it ("He added", a quotation that goes on).
        fit: whether it is a whole sentence of readable length.
        terms: its TF-IDF weights by term, of unit length.
    """

    span: SentenceSpan
    text: str
    score: float
    reasons: dict[str, float] = field(default_factory=dict)
    context_dependent: bool = False
    fit: bool = True
    terms: Mapping[int, float] = field(default_factory=dict)
