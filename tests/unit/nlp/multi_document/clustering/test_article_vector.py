from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.multi_document import IdfTable, vectorize_article
from nutgraf.nlp.pipeline import SHIPPED_MODELS

IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")


@given(st.lists(st.text(alphabet="abcd efgh.", max_size=60), max_size=6))
def test_a_profile_has_unit_length_or_nothing(sentences: list[str]) -> None:
    terms = vectorize_article("", sentences, (), IDF).terms
    assert sum(weight**2 for weight in terms.values()) == pytest.approx(1.0 if terms else 0.0)
