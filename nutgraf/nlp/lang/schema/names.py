"""Named entities and their resolution: what a language has to say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, slots=True)
class NameRules:
    """Word lists and rules."""
