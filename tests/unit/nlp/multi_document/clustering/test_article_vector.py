from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import EntityType
from nutgraf.nlp.multi_document import IdfTable, vectorize_article
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from tests.support.event_reports import QUAKE, entity

IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")


@given(st.lists(st.text(alphabet="abcd efgh.", max_size=60), max_size=6))
def test_a_profile_has_unit_length_or_nothing(sentences: list[str]) -> None:
    terms = vectorize_article("", sentences, (), IDF).terms
    assert sum(weight**2 for weight in terms.values()) == pytest.approx(1.0 if terms else 0.0)


def test_all_rare_words_identify_a_text_in_a_script_without_capitals() -> None:
    assert vectorize_article("", ["珊瑚島の灯台が倒れた。"], (), IDF).names
    assert vectorize_article("", ["the lighthouse of skarholm fell."], (), IDF).names
    assert vectorize_article("", ["A sawmill burned."], (), IDF).names == {}


def test_an_article_says_which_event_it_reports() -> None:
    found = QUAKE.identity
    assert set(found.places) >= {"perdana", "tolva"}
    assert set(found.days) == {"2026-05-11"}
    assert "31 people" in found.figures
    assert not QUAKE.gathered


def test_months_and_currencies_are_no_names() -> None:
    text = "The harbour of Arlesund paid 40 dinars in Decembre, said Ottilie Brandvold."
    found = [
        entity("Decembre", EntityType.DATE),
        entity("40 dinars", EntityType.MONEY),
        entity("Ottilie Brandvold", EntityType.PERSON),
    ]
    names = vectorize_article("", [text], found, IDF).names
    assert {"arlesund", "brandvold"} <= set(names)
    assert not {"dinars", "decembre"} & set(names)
