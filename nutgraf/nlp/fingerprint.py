"""SHA-256 fingerprint of the pipeline: equal fingerprints give equal analyses."""

from __future__ import annotations

import hashlib
from pathlib import Path

from nutgraf import __version__

_CHUNK_BYTES = 1 << 16
"""Bytes of a file that are read at once."""


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
