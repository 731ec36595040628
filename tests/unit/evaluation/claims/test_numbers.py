"""Numbers are read in digits and in words."""

from __future__ import annotations

import pytest

from evaluation.claims.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Nine people", [9]),
        ("Twenty-three people", [23]),
        ("Two hundred and forty passengers", [240]),
        ("One hundred and fifty thousand", [150_000]),
        ("three hundred", [300]),
        ("1,200 jobs", [1200]),
        ("€1.4bn", [1.4e9]),
        ("6.2 million euros", [6.2e6]),
        ("100 and two were hurt", [100, 2]),
        ("twenty and ten", [20, 10]),
        ("Nine officers and 14 others", [9, 14]),
        ("a few", []),
    ],
)
def test_a_number_is_read(text: str, numbers: list[float]) -> None:
    assert numbers_in(text) == numbers
