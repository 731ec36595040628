"""Nouns behind names, hyphens and "one"."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import Figure
from nutgraf.nlp import figures
from tests.support.docs import english

PUBLISHED = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)  # a Wednesday


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text, None, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "value", "unit", "what"),
    [
        ("He has eight Harbour Champions League games left.", 8, "games", "Harbour Champions League games"),
        ("He has eight Champions League games left.", 8, "games", "Champions League games"),
        ("Rovers had a 13-point lead.", 13, "points", "points"),
        ("She won one bronze medal.", 1, "medals", "bronze medals won"),
        ("One session was held.", 1, "sessions", "sessions held"),
        ("Some 16 such notices were sent.", 16, "notices", "notices sent"),
        ("There were 20-odd barges.", 20, "barges", "barges"),
        ("The app has 2.3 m users.", 2_300_000, "users", "users"),
        ("It had 3 B views.", 3_000_000_000, "views", "views"),
        ("About 12 K people marched.", 12_000, "people", "people marched"),
    ],
)
def test_the_noun_behind_a_number_is_counted(text: str, value: float, unit: str, what: str) -> None:
    (figure,) = found_in(text)
    assert (figure.value, figure.unit, figure.what) == (value, unit, what)


@pytest.mark.parametrize(
    "text", ["The two-state plan failed.", "At one point it hailed.", "We saw 5 m waves."]
)
def test_other_words_behind_a_number_are_not_counted(text: str) -> None:
    assert not found_in(text)


@pytest.mark.parametrize(
    "text", ["It sent update 5.50 features to all.", "All iOS 17.2 users wait.", "See version 2.1 notes."]
)
def test_versions_are_no_figures(text: str) -> None:
    assert not found_in(text)
