"""Word vectors of the untrained encoder, and the score of each word that they give.

A line's vector is the mean of its words', so a logistic regression over it is a sum of one score a word: only
the scores are shipped. Words that no line had get theirs from their neighbours.
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
_SHRINK: Final = 2
_PENALTY: Final = 100.0
_ALIEN_WEIGHT: Final = 4.0
"""Lines of boilerplate are few, and each stands for many that nobody has written down."""


@dataclass(frozen=True)
class Vectors:
    """Centred vectors, (words, dimensions), and the row of each word."""

    rows: Mapping[str, int]
    table: NDArray[np.float64]

    @classmethod
    def read(cls, encoder: Path) -> Vectors:
        """From a folder with ``model.safetensors`` (float32) and ``vocab.txt``."""
        blob = (encoder / "model.safetensors").read_bytes()
        size = struct.unpack("<Q", blob[:8])[0]
        entry = json.loads(blob[8 : 8 + size])[_TABLE]
        begin, end = (8 + size + offset for offset in entry["data_offsets"])
        table = np.frombuffer(blob[begin:end], np.float32).reshape(entry["shape"]).astype(np.float64)
        table -= table.mean(axis=0)
        words = (encoder / "vocab.txt").read_text("utf-8").splitlines()
        rows = {word: row for row, word in enumerate(words) if word.isalpha()}
        return cls(rows, table / table.std())

    def of(self, content: str) -> NDArray[np.float64]:
        """The mean vector of a line, as ``line_features.lexical_score`` takes the mean score."""
        words = [
            word.lower()
            for place, word in enumerate(_WORD.findall(content))
            if not place or not word[0].isupper()
        ]
        rows = [self.rows[word] for word in words if word in self.rows]
        mean: NDArray[np.float64] = self.table[rows].sum(axis=0) / (len(words) + _SHRINK)
        return mean


def scores(vectors: Vectors, alien: Sequence[str], own: Sequence[str]) -> dict[str, float]:
    """The score of each word: log-odds that a line is boilerplate grow with the mean of its words' scores."""
    design = np.array([vectors.of(line) for line in (*alien, *own)])
    target = np.repeat([1.0, 0.0], [len(alien), len(own)])
    weights = np.where(target > 0, _ALIEN_WEIGHT, 1.0)
    coefficients = fit(design, target, penalty=_PENALTY, weights=weights)
    values = vectors.table @ coefficients[:-1]
    return {word: float(values[row]) for word, row in vectors.rows.items()}
