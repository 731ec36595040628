"""Embedding of a document in one signed byte a dimension.

It is the mean over the title and the first sentences. That separates reports of one event from others better
than the mean over the whole text, because background comes later in a report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from nutgraf.nlp.spans import EncodedArticle, SentenceSpan

OPENING_SENTENCES: Final = 6
"""Sentences that count besides the title. On the labelled stories (stories/dev) three did nearly as well."""

_SCALE: Final = 512
_MOST: Final = 127


def document_embedding(encoding: EncodedArticle, sentences: Sequence[SentenceSpan]) -> bytes:
    """Return the document's embedding in signed bytes, one a dimension; empty when the model gives none.

    A component of a unit vector in hundreds of dimensions hardly reaches a quarter, so that is the largest
    that a byte can hold. Sums of bytes are exact, so a story's sum does not depend on the order of arrival.

    Args:
        encoding: one pass of the encoder.
        sentences: those that were encoded.
    """
    rows = [row for row, span in zip(encoding.embeddings, sentences, strict=True) if not span.heading]
    whole = np.sum([encoding.title, *rows[:OPENING_SENTENCES]], axis=0, dtype=np.float64)
    length = float(np.linalg.norm(whole))
    if not length:
        return b""
    return np.clip(np.rint(whole / length * _SCALE), -_MOST, _MOST).astype(np.int8).tobytes()


def decode_embedding(raw: bytes) -> tuple[int, ...]:
    """Decode what ``document_embedding`` wrote, one number a dimension, -127 to 127."""
    return tuple(np.frombuffer(raw, dtype=np.int8).tolist())
