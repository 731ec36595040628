"""Quotation marks that a wrong encoding has damaged are marks again, at the same offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.segmentation.damaged_marks import repair_marks


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("?We waited,? said Lena.", "“We waited,” said Lena."),
        ("He called it a ?mess? and left.", "He called it a “mess” and left."),
        ("\ufffdWe waited,\ufffd said Lena.", "“We waited,” said Lena."),
        ("â€œWe waited,â€\x9d said Lena.", "  “We waited,”   said Lena."),
        ("â€œWe waited,â€ said Lena.", "  “We waited,”  said Lena."),
    ],
)
def test_damaged_marks_are_repaired(text: str, wanted: str) -> None:
    assert repair_marks(text) == wanted
    assert len(wanted) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Is it over? The mayor asked. What did he want? Nobody said.",
        "Really?! Why? Because.",
        "“Who?” she asked. “When?” he said.",
        "See a.example/?id=4 or ?id=5 for more.",
        "",
    ],
)
def test_question_marks_stay(text: str) -> None:
    assert repair_marks(text) == text


@given(st.text(alphabet=st.sampled_from(list("?\ufffd “”ab,. \nâ€œ\x9d")), max_size=60))
def test_no_offset_moves(text: str) -> None:
    repaired = repair_marks(text)
    assert len(repaired) == len(text)
    assert all(old == new or new in "“”‘’ " for old, new in zip(text, repaired, strict=True))
