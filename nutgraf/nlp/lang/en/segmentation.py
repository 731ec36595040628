"""Paragraphs and sentences, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.schema.segmentation import SegmentationRules

SEGMENTATION = SegmentationRules()
