"""Detection of boilerplate: labels what in a text is prose, heading or boilerplate. Nothing is deleted."""

from __future__ import annotations

from nutgraf.nlp.boilerplate.detector import label_lines, removed_spans

__all__ = ["label_lines", "removed_spans"]
