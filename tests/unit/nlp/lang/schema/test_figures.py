"""The rules object of a language about which nothing is known."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from nutgraf.nlp.lang.schema import figures
from nutgraf.nlp.lang.schema.phrases import PhraseTable

AREAS = [field.name for field in fields(figures.FigureRules) if field.init]


@pytest.mark.parametrize("area", AREAS)
def test_every_field_has_a_default_that_holds_no_word(area: str) -> None:
    rules = getattr(figures.FigureRules(), area)
    assert is_dataclass(rules)
    for field in fields(rules):
        value = getattr(rules, field.name)
        if isinstance(value, frozenset | tuple) or hasattr(value, "keys"):
            assert field.name == "cased" or len(value) == 0
        if isinstance(value, PhraseTable):
            assert field.name in ("spellings", "shares") or len(value.entries) == 0


def test_only_symbols_codes_and_signs_open_a_figure() -> None:
    openers = figures.FigureRules().openers
    assert {"$", "usd", "€"} <= openers
    assert not openers & {"five", "monday", "half", "magnitude", "last", "rs"}


def test_symbols_of_units_are_known_without_any_name() -> None:
    units = figures.UnitWords()
    assert units.spellings.entries["km", "/", "h"] == "km/h"
    assert units.cased["MW"] == "MW"
    assert units.shares.entries == {("%",): "percent"}
    assert units.durations == {}
