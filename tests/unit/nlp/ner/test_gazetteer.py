from __future__ import annotations

from nutgraf.model import EntityType
from nutgraf.nlp.lang.en.names import NAMES
from nutgraf.nlp.ner import gazetteer


def test_georgia_is_known_as_a_place_but_a_made_up_name_is_not() -> None:
    assert gazetteer.is_known_place(NAMES, "Georgia") is EntityType.GPE
    assert gazetteer.is_known_place(NAMES, "Blorvania") is None
