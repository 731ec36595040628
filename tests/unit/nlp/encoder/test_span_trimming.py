from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.encoder.span_trimming import trim_span
from tests.unit.nlp.encoder.test_token_classifier import AWKWARD


@given(text=AWKWARD, data=st.data())
def test_trimming_only_shrinks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = trim_span(text, start, end)
    assert start <= low <= high <= max(end, low)
    assert text[low:high] == text[low:high].strip()
