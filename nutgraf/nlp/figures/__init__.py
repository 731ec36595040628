"""Figures of a text."""

from __future__ import annotations

from nutgraf.nlp.figures.extractor import find

__all__ = ["find"]
