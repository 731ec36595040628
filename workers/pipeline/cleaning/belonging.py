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

SHORTEST_WORDS: Final = 10
"""A shorter line does not tell what the report is about."""

_LEAST_WORDS_AROUND: Final = 100
_STEM: Final = 6
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
# The method knows English only: another language hides its words of meaning in compounds and endings.
_ENGLISH: Final = re.compile(r"\b(?:the|of|and|to|in|a)\b", re.IGNORECASE)
_ENGLISH_SHARE: Final = 0.1
_SPEECH: Final = re.compile(
    r"[\"“”«»‘’']|[.,]\?|\w\?\w|\b(?:said|says|told|added|i|he|she|his|her)\b", re.IGNORECASE
)
_FUNCTION_WORDS: Final = re.compile(
    r"(?:that|this|with|from|have|been|were|they|their|there|which|would|could|will|about|into|than|then|also|more"
    r"|when|what|where|while|after|before|over|some|such|only|other|your|ours|most|very|just|being|does|much|many"
    r"|made|make|like|each|every|them|these|those|here|even|still|said|says)"
)
_TELLING_STEMS: Final = 3
_NEARLY: Final = 1 / 3


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about: how many of its paragraphs use each stem, and how many words they have.

    ``english`` says whether it is written in English.
    """

    paragraphs_with: Counter[str]
    words: int
    english: bool

    def strangeness(self, line: PageLine) -> int:
        """2 for a short English line without a word of meaning in common with the paragraphs, 1 for few."""
        content = line.content
        if line.words > LONGEST_WORDS or not line.ended or self.words < _LEAST_WORDS_AROUND:
            return 0
        if not self.english or _SPEECH.search(content):
            return 0
        stems = _stems(content)
        if not stems:
            return 0
        counted = int(line.words >= SHORTEST_WORDS)
        shared = sum(self.paragraphs_with[stem] > counted for stem in stems)
        # "The search goes on" says too little to be strange.
        if not shared and len(stems) >= _TELLING_STEMS:
            return 2
        return int(shared <= _NEARLY * len(stems))


def subject_of(paragraphs: Sequence[PageLine]) -> Subject:
    """Count the stems of lines that seem to be the report's own, none shorter than ``SHORTEST_WORDS``."""
    words = sum(line.words for line in paragraphs)
    english = sum(len(_ENGLISH.findall(line.content)) for line in paragraphs)
    stems = Counter(stem for line in paragraphs for stem in _stems(line.content))
    return Subject(stems, words, english >= _ENGLISH_SHARE * words)


def _stems(content: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(content.casefold()) if not _FUNCTION_WORDS.fullmatch(word)}
