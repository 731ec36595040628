"""Every limit in docs/api.md is the one that the service has."""

from __future__ import annotations

import re
from pathlib import Path

from nutgraf.settings import Settings
from service.http import rate_limits
from service.schemas import submission

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")


def number(pattern: str) -> int:
    """The one number that the page gives for something, without the commas between thousands."""
    (found,) = set(re.findall(pattern.replace("#", r"([\d,]+)"), PAGE))
    return int(found.replace(",", ""))


def test_the_limits_of_texts_bodies_and_batches() -> None:
    settings = Settings()
    assert number("at least # words") == settings.min_words
    assert number("at most # characters") == settings.max_text_characters
    assert number("# MiB") * 2**20 == settings.max_body_bytes
    assert number("a batch \\| # articles") == submission.MAX_ARTICLES
    assert number("`metadata` \\| # KiB") * 1024 == submission.METADATA_BYTES
    assert number("with up to # articles and answers") == submission.MAX_ARTICLES


def test_what_a_key_and_a_unit_are() -> None:
    assert number("are kept for # hours") * 3600 == Settings().idempotency_ttl_seconds
    assert rate_limits.quota_units("x" * number("for every # characters begun")) == 1
    assert rate_limits.quota_units("x" * (number("for every # characters begun") + 1)) == 2
