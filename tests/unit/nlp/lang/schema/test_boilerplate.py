from __future__ import annotations

import re
from dataclasses import fields, is_dataclass

import pytest

from nutgraf.nlp.lang.schema.boilerplate import LINE_REASONS, BoilerplateRules, line_patterns
from nutgraf.nlp.lang.schema.patterns import NEVER
from tests.unit.nlp.boilerplate.test_detector import PROSE


def test_a_language_adds_patterns_to_those_of_every_language() -> None:
    patterns = dict(line_patterns({"share": "dilu", "newsletter": "nimu"}))
    assert patterns["share"].fullmatch("Dilu")
    assert patterns["share"].fullmatch("Facebook")
    assert patterns["newsletter"].fullmatch("nimu")
    assert "newsletter" not in dict(line_patterns())


def test_reasons_are_tried_in_their_order() -> None:
    reasons = [reason for reason, _ in line_patterns(dict.fromkeys(reversed(LINE_REASONS), "dilu"))]
    assert reasons == list(LINE_REASONS)


def test_an_unknown_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="gossip"):
        line_patterns({"gossip": "dilu"})


def patterns_in(rules: object) -> list[re.Pattern[str]]:
    found = []
    for field in fields(rules):  # type: ignore[arg-type]
        value = getattr(rules, field.name)
        if isinstance(value, re.Pattern):
            found.append(value)
        elif is_dataclass(value):
            found += patterns_in(value)
    return found


def test_no_pattern_of_an_unknown_language_finds_anything_in_prose() -> None:
    patterns = [
        *patterns_in(BoilerplateRules()),
        *(pattern for _, pattern in BoilerplateRules().line_patterns),
    ]
    assert NEVER in patterns
    assert not [pattern for pattern in patterns for line in PROSE if pattern.match(line)]
