"""Dataclasses that the stages of the pipeline exchange.

Offsets are code points of the document's text, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nutgraf.model import EntityType, Field

LineKind = Literal["body", "heading", "removed"]


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line of the text, or a part of one, with its label.

    ``body`` is prose; ``heading`` is a headline or subheading, read for entities but never summarised;
    ``removed`` is boilerplate, left out of everything, with its ``reason``.
    """

    start: int
    end: int
    kind: LineKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """One sentence of the text without surrounding whitespace. Paragraphs are numbered from 0."""

    start: int
    end: int
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A mention from the encoder: its offsets, its type and the confidence, 0 to 1."""

    field: Field
    start: int
    end: int
    type: EntityType
    score: float


@dataclass(frozen=True, slots=True)
class EncodedArticle:
    """Output of the encoder: mentions, and one embedding for each sentence.

    ``embeddings`` has shape (sentences, dimensions), float32, rows of unit length; it has no columns when the
    installed model gives no embeddings. ``title`` is the title's own row, zeros where there is no title.
    """

    mentions: tuple[TaggedSpan, ...]
    embeddings: NDArray[np.float32]
    title: NDArray[np.float32]

    @classmethod
    def empty(cls, sentences: int) -> EncodedArticle:
        """Return what stands for an article that the encoder did not read."""
        return cls((), np.zeros((sentences, 0), np.float32), np.zeros(0, np.float32))
