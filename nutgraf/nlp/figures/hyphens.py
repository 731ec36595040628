"""Signs that join two words or numbers."""

from __future__ import annotations

from typing import Final

HYPHENS: Final = frozenset("-‐‑–")
