"""Quotations of a text."""

from __future__ import annotations

from nutgraf.nlp.quotations.extractor import extract_quotations

__all__ = ["extract_quotations"]
