"""TF-IDF of the sentences of a text, for every script and without a word list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TERM: Final = re.compile(rf"[{_UNSPACED}]+|[^\W{_UNSPACED}]+")
_UNSPACED_RUN: Final = re.compile(rf"[{_UNSPACED}]")
_STEM: Final = 6
"""Characters that words are cut to, a stemmer for any language: "protests" and "protested" are one term."""


def terms_of(sentence: str) -> list[str]:
    """Return case-folded words cut to six characters; scripts without spaces give pairs of characters."""
    terms: list[str] = []
    for run in _TERM.findall(sentence.casefold()):
        if _UNSPACED_RUN.match(run):
            terms.extend([run] if len(run) == 1 else [run[i : i + 2] for i in range(len(run) - 1)])
        else:
            terms.append(run[:_STEM])
    return terms


@dataclass(frozen=True, slots=True)
class TermMatrix:
    """Sparse matrix of TF-IDF weights, rows of unit length.

    Attributes:
        rows: sentence of each weight.
        columns: its term, as in ``vocabulary``.
        values: the weights; the three arrays are of one length.
        sentences: number of sentences.
        vocabulary: column of each term.
        idf: inverse document frequency of each term, shape (terms,).
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: NDArray[np.float64]
    sentences: int
    vocabulary: dict[str, int]
    idf: NDArray[np.float64]

    def centroid(self) -> NDArray[np.float64]:
        """Return the sum of all sentences, of unit length. Shape (terms,)."""
        total = np.bincount(self.columns, weights=self.values, minlength=len(self.vocabulary)).astype(
            np.float64
        )
        return _unit(total)

    def dot(self, vector: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the cosine of each sentence with a vector of shape (terms,). Shape (sentences,)."""
        return np.bincount(
            self.rows, weights=self.values * vector[self.columns], minlength=self.sentences
        ).astype(np.float64)

    def bags(self) -> list[dict[int, float]]:
        """Return each sentence's weights by term."""
        bags: list[dict[int, float]] = [{} for _ in range(self.sentences)]
        for row, column, value in zip(
            self.rows.tolist(), self.columns.tolist(), self.values.tolist(), strict=True
        ):
            bags[row][column] = value
        return bags

    def vector(self, terms: Sequence[str]) -> NDArray[np.float64]:
        """Return the vector of other text, of unit length; unknown terms are left out. Shape (terms,)."""
        vector = np.zeros(len(self.vocabulary))
        for term in terms:
            column = self.vocabulary.get(term)
            if column is not None:
                vector[column] += self.idf[column]
        return _unit(vector)

    def dense(self, chosen: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return some sentences as rows, over the terms that they use. Shape (chosen, terms in use)."""
        place = np.full(self.sentences, -1)
        place[chosen] = np.arange(len(chosen))
        mask = place[self.rows] >= 0
        used, columns = np.unique(self.columns[mask], return_inverse=True)
        block = np.zeros((len(chosen), len(used)))
        block[place[self.rows[mask]], columns] = self.values[mask]
        return block


def tfidf_matrix(sentences: Sequence[Sequence[str]]) -> TermMatrix:
    """Return the TF-IDF weights of sentences, each given by its terms; a document is a sentence here."""
    vocabulary: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    counts: list[float] = []
    for row, terms in enumerate(sentences):
        bag: dict[int, int] = {}
        for term in terms:
            column = vocabulary.setdefault(term, len(vocabulary))
            bag[column] = bag.get(column, 0) + 1
        rows.extend([row] * len(bag))
        columns.extend(bag)
        counts.extend(bag.values())
    row_array, column_array = np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64)
    frequency = np.bincount(column_array, minlength=len(vocabulary))
    idf = np.log((1 + len(sentences)) / (0.5 + frequency))
    values = np.log1p(np.array(counts)) * idf[column_array]
    norms = np.sqrt(np.bincount(row_array, weights=values**2, minlength=len(sentences)))
    norms[norms == 0] = 1.0
    return TermMatrix(row_array, column_array, values / norms[row_array], len(sentences), vocabulary, idf)


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    norm = float(np.linalg.norm(vector))
    return vector / norm if norm else vector
