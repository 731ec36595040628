"""Whether a line only says the headline again."""

from __future__ import annotations

import re
from typing import Final

_TOKEN: Final = re.compile(r"\w+")
_SITE_SEPARATOR: Final = re.compile(r"\s+(?:[|•·»›:–—-]|::)\s+")
_SAME: Final = 0.8
_MOST_WORDS: Final = 40


def repeats_title(line: str, headline: str) -> bool:
    """Whether two lines are one headline, give or take punctuation, case and a site's name at either end."""
    said = _tokens(headline)
    if not said or len(line) > 3 * len(headline) + 60:
        return False
    return any(_same(_tokens(form), said) for form in _forms(line)) or any(
        _same(_tokens(line), _tokens(form)) for form in _forms(headline)
    )


def _forms(line: str) -> list[str]:
    """The line itself, and its longest part when a site's name is set apart."""
    parts = _SITE_SEPARATOR.split(line)
    return [line] if len(parts) == 1 else [line, max(parts, key=len)]


def _tokens(line: str) -> list[str]:
    return _TOKEN.findall(line.casefold())[:_MOST_WORDS]


def _same(line: list[str], headline: list[str]) -> bool:
    if line == headline:
        return True
    one, other = set(line), set(headline)
    return min(len(one), len(other)) >= 4 and len(one & other) / len(one | other) >= _SAME  # noqa: PLR2004
