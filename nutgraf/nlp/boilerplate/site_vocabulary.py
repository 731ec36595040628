"""Counts of the words that a page has for itself, and the reason that they give to a line."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules

_UNAMBIGUOUS_WEIGHT: Final = 2


def site_word_counts(content: str, rules: BoilerplateRules) -> tuple[int, int]:
    """Return how many different unambiguous and ambiguous words about the page a line has."""
    return (
        _distinct_matches(rules.unambiguous_words.all, content),
        _distinct_matches(rules.ambiguous_words.all, content),
    )


def likely_reason(content: str, rules: BoilerplateRules) -> str:
    """Return the reason that most words of a line speak for; ``fragment`` when none does."""
    ambiguous = rules.ambiguous_words.by_reason
    weights = {
        reason: _UNAMBIGUOUS_WEIGHT * _distinct_matches(words, content)
        + (_distinct_matches(ambiguous[reason], content) if reason in ambiguous else 0)
        for reason, words in rules.unambiguous_words.by_reason.items()
    }
    reason = max(weights, key=lambda name: weights[name], default="")
    return reason if weights.get(reason) else "fragment"


def _distinct_matches(words: re.Pattern[str], content: str) -> int:
    return len({match.casefold() for match in words.findall(content)})
