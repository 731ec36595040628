"""Check whether prose is written in a language."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.nlp.boilerplate.lines import PageLine
from nutgraf.nlp.lang import Language
from nutgraf.nlp.lang.guess import LEAST_SHARE, commonest_word_count


def reads_as(language: Language, prose: Sequence[PageLine]) -> bool:
    """Return whether lines of prose are in a language, by the share of its commonest function words."""
    total = sum(line.words for line in prose)
    found = sum(commonest_word_count(language, line.content) for line in prose)
    return total > 0 and found >= LEAST_SHARE * total
