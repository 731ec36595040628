from __future__ import annotations

import pytest

from nutgraf.nlp.lang.en.names import NAMES
from nutgraf.nlp.ner.surface_forms import abbreviates, normalize_surface


@pytest.mark.parametrize(
    ("short", "long_form", "expected"),
    [
        ("NDU", "National Dockers Union", True),
        ("Interpol", "International Criminal Police Organization", True),
        ("XYZ", "National Dockers Union", False),
        ("Berg", "Ann Berg", False),
    ],
)
def test_an_acronym_is_told_by_its_letters(short: str, long_form: str, *, expected: bool) -> None:
    assert abbreviates(short, long_form) is expected


def test_equal_names_have_equal_keys() -> None:
    assert len({normalize_surface(NAMES, name) for name in ("The  Hague", "the Hague", "Hague")}) == 1
    assert normalize_surface(NAMES, "U.S.") == normalize_surface(NAMES, "US")
