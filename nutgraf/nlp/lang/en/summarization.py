"""Summaries, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.schema.summarization import SummarizationRules

SUMMARIZATION = SummarizationRules()
