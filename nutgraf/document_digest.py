"""SHA-256 digest of a document, which is a part of the key of its cached analysis."""

from __future__ import annotations

import hashlib

from nutgraf.codec import encode
from nutgraf.model import Document


def document_digest(document: Document) -> str:
    """Return the SHA-256 (hex) of every part of the document that can change its analysis.

    Each part is preceded by its length, so that text cannot move between parts without changing the digest.
    """
    published_at = document.published_at.isoformat() if document.published_at else ""
    digest = hashlib.sha256()
    for part in (
        document.text.encode(),
        document.title.encode(),
        published_at.encode(),
        (document.language or "").encode(),
        encode(document.options),
    ):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()
