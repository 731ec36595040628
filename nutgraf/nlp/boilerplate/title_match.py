"""Comparison of a line with the headline."""

from __future__ import annotations

import re
from typing import Final

_TOKEN: Final = re.compile(r"\w+")
_SITE_SEPARATOR: Final = re.compile(r"\s+(?:[|•·»›:–—-]|::)\s+")
_LEAST_JACCARD: Final = 0.8
_LEAST_WORDS: Final = 4
_MOST_WORDS: Final = 40


def repeats_title(line: str, headline: str) -> bool:
    """Return whether a line is the headline, but for punctuation, case and a site's name at either end."""
    headline_tokens = _tokens(headline)
    if not headline_tokens or len(line) > 3 * len(headline) + 60:
        return False
    return any(_equal(_tokens(form), headline_tokens) for form in _forms(line)) or any(
        _equal(_tokens(line), _tokens(form)) for form in _forms(headline)
    )


def _forms(line: str) -> list[str]:
    """Return the line itself, and its longest part when a site's name is set apart."""
    parts = _SITE_SEPARATOR.split(line)
    return [line] if len(parts) == 1 else [line, max(parts, key=len)]


def _tokens(line: str) -> list[str]:
    return _TOKEN.findall(line.casefold())[:_MOST_WORDS]


def _equal(line: list[str], headline: list[str]) -> bool:
    if line == headline:
        return True
    one, other = set(line), set(headline)
    return min(len(one), len(other)) >= _LEAST_WORDS and len(one & other) / len(one | other) >= _LEAST_JACCARD
