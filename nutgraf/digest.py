"""The content address of a document: equal documents, and only they, share an analysis."""

from __future__ import annotations

import hashlib

from nutgraf.codec import encode
from nutgraf.model import Document


def document_digest(document: Document) -> str:
    """SHA-256 (hex) over every part of the document that can change its analysis, each length-delimited."""
    moment = document.published_at.isoformat() if document.published_at else ""
    whole = hashlib.sha256()
    for part in (
        document.text.encode(),
        document.title.encode(),
        moment.encode(),
        (document.language or "").encode(),
        encode(document.options),
    ):
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()
