"""Figures of a text."""

from __future__ import annotations

from nutgraf.nlp.figures.extractor import extract_figures

__all__ = ["extract_figures"]
