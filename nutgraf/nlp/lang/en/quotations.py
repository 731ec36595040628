"""Quotations and their speakers, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.schema.quotations import QuotationRules

QUOTATIONS = QuotationRules()
