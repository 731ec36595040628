"""Particles of surnames that English texts write in lower case."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

PARTICLES: Final = word_set("abu al bin da de del della den der di dos du el ibn la le ten ter van von")
"""Lower case; a space follows ("van Gogh")."""

ELIDED_PARTICLES: Final = word_set("d l")
"""Lower case; an apostrophe follows ("d’Estaing")."""
