"""Boilerplate detection, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules

BOILERPLATE = BoilerplateRules()
