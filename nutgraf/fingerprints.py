"""SHA-256 fingerprints of documents and of the pipeline: together they are the key of a cached analysis."""

from __future__ import annotations

import hashlib
from pathlib import Path

from nutgraf import __version__
from nutgraf.codec import encode
from nutgraf.model import Document

_CHUNK_BYTES = 1 << 16
"""Bytes of a file that are read at once."""


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


def pipeline_fingerprint(code: Path, models: Path) -> str:
    """Return ``sha256:`` and the SHA-256 (hex) of the version, the pipeline's code and its models.

    Args:
        code: the folder of the pipeline's Python files.
        models: the folder of its models; ``.md`` files are ignored.
    """
    digest = hashlib.sha256(__version__.encode())
    model_files = sorted(path for path in models.rglob("*") if path.is_file() and path.suffix != ".md")
    for path in [*sorted(code.rglob("*.py")), *model_files]:
        digest.update(path.stat().st_size.to_bytes(8, "big"))
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                digest.update(chunk)
    return f"sha256:{digest.hexdigest()}"
