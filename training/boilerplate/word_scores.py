"""Boilerplate score of each word, from a logistic regression over word vectors of the pretrained encoder.

A line's vector is the mean of its words' vectors, so the regression over it is a sum of one score a word.
Only the scores are shipped. A word that no training line holds gets its score from its vector.
"""

from __future__ import annotations

import json
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from training.boilerplate.logistic_regression import fit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_TABLE: Final = "embeddings.word_embeddings.weight"
_WORD: Final = re.compile(r"[^\W\d_]+")
_PSEUDO_WORDS: Final = 2
_PENALTY: Final = 100.0
_BOILERPLATE_WEIGHT: Final = 4.0
"""Weight of a boilerplate line against a report's sentence: there are far fewer of them."""


@dataclass(frozen=True)
class WordVectors:
    """Centred word vectors, shape (words, dimensions), and the row of each word."""

    rows: Mapping[str, int]
    table: NDArray[np.float64]

    @classmethod
    def read(cls, encoder: Path) -> WordVectors:
        """Read the vectors from a folder with ``model.safetensors`` (float32) and ``vocab.txt``."""
        blob = (encoder / "model.safetensors").read_bytes()
        size = struct.unpack("<Q", blob[:8])[0]
        entry = json.loads(blob[8 : 8 + size])[_TABLE]
        begin, end = (8 + size + offset for offset in entry["data_offsets"])
        table = np.frombuffer(blob[begin:end], np.float32).reshape(entry["shape"]).astype(np.float64)
        table -= table.mean(axis=0)
        words = (encoder / "vocab.txt").read_text("utf-8").splitlines()
        rows = {word: row for row, word in enumerate(words) if word.isalpha()}
        return cls(rows, table / table.std())

    def line_vector(self, content: str) -> NDArray[np.float64]:
        """Return the mean vector of a line, shape (dimensions,), as ``lexical_score`` averages scores."""
        words = [
            word.lower()
            for place, word in enumerate(_WORD.findall(content))
            if not place or not word[0].isupper()
        ]
        rows = [self.rows[word] for word in words if word in self.rows]
        mean: NDArray[np.float64] = self.table[rows].sum(axis=0) / (len(words) + _PSEUDO_WORDS)
        return mean


def fit_word_scores(vectors: WordVectors, boilerplate: Sequence[str], own: Sequence[str]) -> dict[str, float]:
    """Fit the score of each word: the log-odds of boilerplate grow with the mean score of a line's words.

    Args:
        vectors: word vectors of the encoder.
        boilerplate: lines of boilerplate.
        own: sentences of reports.
    """
    design = np.array([vectors.line_vector(line) for line in (*boilerplate, *own)])
    target = np.repeat([1.0, 0.0], [len(boilerplate), len(own)])
    weights = np.where(target > 0, _BOILERPLATE_WEIGHT, 1.0)
    coefficients = fit(design, target, penalty=_PENALTY, weights=weights)
    values = vectors.table @ coefficients[:-1]
    return {word: float(values[row]) for word, row in vectors.rows.items()}
