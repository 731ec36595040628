"""Content addresses: of a document, and of the pipeline that reads it; equal ones share an analysis."""

from __future__ import annotations

import hashlib
from pathlib import Path

from nutgraf import __version__
from nutgraf.codec import encode
from nutgraf.model import Document

_PART = 1 << 16
"""Bytes read at once: models need not be in memory to be named."""


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


def pipeline_fingerprint(code: Path, models: Path) -> str:
    """SHA-256 over all that can change an analysis: the version, the pipeline's code and its models."""
    whole = hashlib.sha256(__version__.encode())
    weights = sorted(path for path in models.rglob("*") if path.is_file() and path.suffix != ".md")
    for path in [*sorted(code.rglob("*.py")), *weights]:
        whole.update(path.stat().st_size.to_bytes(8, "big"))
        with path.open("rb") as file:
            while part := file.read(_PART):
                whole.update(part)
    return f"sha256:{whole.hexdigest()}"
