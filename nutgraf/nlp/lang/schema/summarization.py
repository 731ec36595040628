"""Summaries: what a language has to say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, slots=True)
class SummarizationRules:
    """Word lists and rules."""
