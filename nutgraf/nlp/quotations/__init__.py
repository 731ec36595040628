"""Quotations of a text."""

from __future__ import annotations

from nutgraf.nlp.quotations.extractor import find

__all__ = ["find"]
