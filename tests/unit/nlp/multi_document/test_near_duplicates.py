"""Copies are told from reports."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.multi_document.near_duplicates import containment, find_originals, shingles


def test_a_lightly_edited_copy_names_the_earliest_original() -> None:
    wire = [f"Sentence number {number} tells of the {name} of Corvanne." for number, name in
            enumerate(["road", "bridge", "tunnel", "chapel", "tavern"])]  # fmt: skip
    edited = [wire[0].replace("tells", "speaks"), *wire[1:]]
    own = ["Our reporter walked up to the tunnel.", "Nobody was there but a dog."]
    assert find_originals([shingles(part) for part in (wire, own, edited, wire[:3])]) == [None, None, 0, 0]


@given(st.lists(st.text(alphabet="ab cd", max_size=30), max_size=5))
def test_a_text_contains_itself_and_nothing_contains_no_text(sentences: list[str]) -> None:
    found = shingles(sentences)
    assert containment(found, found) == (1.0 if found else 0.0)
    assert containment(found, frozenset()) == 0.0
