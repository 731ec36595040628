"""Surface forms of names: acronyms, articles, and which forms are equal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.lang.en.names import NAMES
from nutgraf.nlp.ner.surface_forms import abbreviates, article_before, normalize_surface, without_article


@pytest.mark.parametrize(
    ("before", "definite", "every"),
    [
        ("Critics of the ", 4, 4),
        ("The ", 4, 4),
        ("He met an ", 0, 3),
        ("A ", 0, 2),
        ("They bathe ", 0, 0),
        ("the", 0, 0),
        ("", 0, 0),
    ],
)
def test_an_article_before_a_name_is_a_whole_word(before: str, definite: int, every: int) -> None:
    text = before + "Kremlin"
    assert article_before(NAMES.definite_articles, text, len(before)) == definite
    assert article_before(NAMES.articles, text, len(before)) == every


def test_an_elided_article_is_one_without_a_space() -> None:
    assert article_before(("l'",), "dans l'Atlas", 7) == 2


def test_no_article_is_found_in_a_language_without_articles() -> None:
    assert article_before((), "the Kremlin", 4) == 0


@given(st.text(max_size=40), st.integers(0, 40))
def test_an_article_lies_in_front_of_its_name(text: str, start: int) -> None:
    assert 0 <= article_before(NAMES.articles, text, min(start, len(text))) <= start


@given(st.text(max_size=40))
def test_a_name_is_folded_once(surface: str) -> None:
    folded = without_article(NAMES, " ".join(surface.split()).casefold())
    assert folded in " ".join(surface.split()).casefold()
    assert normalize_surface(NAMES, surface) == normalize_surface(NAMES, f" {surface}\n")


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
