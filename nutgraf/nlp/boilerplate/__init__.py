"""Marks what in a text is prose, heading or boilerplate. Nothing is ever deleted."""

from __future__ import annotations

from nutgraf.nlp.boilerplate.detector import classify, removed

__all__ = ["classify", "removed"]
