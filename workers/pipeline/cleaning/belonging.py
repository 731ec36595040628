"""Whether a line has anything to do with the report around it.

A sentence of a report takes up what the report is about; of 5,915 lines of prose in real articles only a few
short ones at the edges share no word of meaning with all the others. What a page says about itself does not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.pipeline.cleaning.page import PageLine

LONGEST_WORDS: Final = 17
"""A longer line would share a word by chance, and may be a paragraph of the report."""

_LEAST_WORDS_AROUND: Final = 100
_STEM: Final = 6
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
# The method knows English only: another language hides its words of meaning in compounds and endings.
_ENGLISH: Final = re.compile(
    r"\b(?:the|this|your|our|you|are|has|have|by|with|for|to|not|from|and|will|be|does|do|can)\b",
    re.IGNORECASE,
)
_FIGURE_OR_SPEECH: Final = re.compile(
    r"\d|[\"“”«»‘’']|\b(?:said|says|told|added|i|he|she|his|her)\b", re.IGNORECASE
)
_FUNCTION_WORDS: Final = re.compile(
    r"(?:that|this|with|from|have|been|were|they|their|there|which|would|could|will|about|into|than|then|also|more"
    r"|when|what|where|while|after|before|over|some|such|only|other|your|ours|most|very|just|being|does|much|many"
    r"|made|make|like|each|every|them|these|those|here|even|still|said|says)"
)
_NEARLY: Final = 1 / 3


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about: how many of its paragraphs use each stem, and how many words they have."""

    paragraphs_with: Counter[str]
    words: int

    def strangeness(self, line: PageLine) -> int:
        """2 for a short English line without a word of meaning in common with the paragraphs, 1 for few."""
        content = line.content
        if line.words > LONGEST_WORDS or not line.ended or self.words < _LEAST_WORDS_AROUND:
            return 0
        if _FIGURE_OR_SPEECH.search(content) or not _ENGLISH.search(content):
            return 0
        stems = _stems(content)
        if not stems:
            return 0
        shared = sum(self.paragraphs_with[stem] > 0 for stem in stems)
        return 2 if not shared else int(shared <= _NEARLY * len(stems))


def subject_of(paragraphs: Sequence[PageLine]) -> Subject:
    """Count the stems of the paragraphs that are the report's own beyond doubt."""
    return Subject(
        Counter(stem for line in paragraphs for stem in _stems(line.content)),
        sum(line.words for line in paragraphs),
    )


def _stems(content: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(content.casefold()) if not _FUNCTION_WORDS.fullmatch(word)}
