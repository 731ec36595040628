"""Centrality of the sentences of a text.

LexRank after Erkan and Radev, "LexRank: Graph-based lexical centrality as salience in text summarization",
JAIR 22 (2004), in its continuous form: the stationary distribution of a random walk over cosines.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from nutgraf.nlp.summarization.tfidf import TermMatrix

LARGEST_GRAPH: Final = 300
"""Most sentences in the graph. Of a longer text those nearest to the centroid take part; the rest score 0."""

DAMPING: Final = 0.85
_STEPS: Final = 30


def centrality(matrix: TermMatrix, similarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the LexRank of each sentence relative to the most central one, 0 to 1.

    Args:
        matrix: the sentences' terms.
        similarity: cosine of each sentence with the centroid, shape (sentences,); it decides which take part.

    Returns:
        Shape (sentences,).
    """
    scores = np.zeros(matrix.sentences)
    chosen = np.sort(np.argsort(-similarity, kind="stable")[:LARGEST_GRAPH])
    block = matrix.dense(chosen)
    cosines = block @ block.T
    np.fill_diagonal(cosines, 0.0)
    totals = cosines.sum(axis=1, keepdims=True)
    steps = np.divide(cosines, totals, out=np.full_like(cosines, 1 / len(chosen)), where=totals > 0)
    walk = np.full(len(chosen), 1 / len(chosen))
    for _ in range(_STEPS):
        walk = (1 - DAMPING) / len(chosen) + DAMPING * (walk @ steps)
    scores[chosen] = walk / walk.max()
    return scores
