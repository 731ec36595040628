"""Figures, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.schema.figures import FigureRules

FIGURES = FigureRules()
