"""Decoder from tag scores to entity spans: the best valid BIOES sequence of each sentence.

BIOES marks a name's Beginning, Inside and End, a name of a Single word, and all other words Outside
(Ratinov and Roth, CoNLL 2009). Decoding is the Viterbi algorithm over the valid transitions (Viterbi, 1967).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
IMPOSSIBLE = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class WordSpan:
    """Words ``start`` to ``end`` (half-open) tagged as one name, with label and confidence (0 to 1)."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True)
class BioesDecoder:
    """Decoder for the tags ``O`` and ``B-X``, ``I-X``, ``E-X``, ``S-X``, in the order of the scores."""

    tags: tuple[str, ...]

    @cached_property
    def opens(self) -> NDArray[np.bool_]:
        """Whether each tag may stand first in a sentence, shape (tags,)."""
        return np.array([tag[0] in "OBS" for tag in self.tags])

    @cached_property
    def closes(self) -> NDArray[np.bool_]:
        """Whether each tag may stand last in a sentence, shape (tags,)."""
        return np.array([tag[0] in "OES" for tag in self.tags])

    @cached_property
    def follows(self) -> NDArray[np.bool_]:
        """Whether the second tag may follow the first, shape (tags, tags)."""
        same = np.array([[a[1:] == b[1:] for b in self.tags] for a in self.tags])
        return np.where(self.closes[:, None], self.opens[None, :], same & ~self.opens[None, :])

    def spans(self, scores: Scores) -> list[WordSpan]:
        """Decode the scores of one sentence, shape (words, tags), into names in order."""
        path = self.best_path(scores)
        probabilities = _softmax(scores)
        spans = []
        start = 0
        for word, tag in enumerate(path):
            if self.tags[tag][0] in "BS":
                start = word
            if self.tags[tag][0] in "ES":
                label = self.tags[tag][2:]
                kind = [i for i, name in enumerate(self.tags) if name[2:] == label]
                score = float(probabilities[start : word + 1, kind].sum(axis=1).mean())
                spans.append(WordSpan(start, word + 1, label, min(score, 1.0)))
        return spans

    def best_path(self, scores: Scores) -> list[int]:
        """Return the valid tag sequence with the highest total score.

        Viterbi runs only where the best tags of the words make no valid sequence, which is rare.
        """
        path = scores.argmax(axis=1)
        if not len(path):
            return []
        valid = self.opens[path[0]] and self.closes[path[-1]] and self.follows[path[:-1], path[1:]].all()
        return list(map(int, path)) if valid else self._viterbi(scores)

    def _viterbi(self, scores: Scores) -> list[int]:
        transitions = np.where(self.follows, np.float32(0), IMPOSSIBLE)
        best = np.where(self.opens, scores[0], IMPOSSIBLE)
        back = np.zeros(scores.shape, dtype=np.int64)
        for word in range(1, len(scores)):
            total = best[:, None] + transitions
            back[word] = total.argmax(axis=0)
            best = total.max(axis=0) + scores[word]
        tag = int(np.where(self.closes, best, IMPOSSIBLE).argmax())
        path = [tag]
        for word in range(len(scores) - 1, 0, -1):
            tag = int(back[word, tag])
            path.append(tag)
        return path[::-1]


def _softmax(scores: Scores) -> Scores:
    exponentials = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(exponentials / exponentials.sum(axis=1, keepdims=True), dtype=np.float32)
