from __future__ import annotations

import pytest

from nutgraf.nlp.entity_resolution.edit_distance import edit_distance


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("", "abc", 3), ("umer", "umar", 1), ("kitten", "sitting", 3)]
)
def test_distance_counts_edits(one: str, other: str, expected: int) -> None:
    assert edit_distance(one, other) == expected
