"""Named entities and their resolution, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.schema.names import NameRules

NAMES = NameRules()
