"""What a line has in common with the report around it.

A sentence of a report takes up what the report is about: of 5,915 lines of prose in real articles only a few
short ones at the edges share no word of meaning with all the others. What a page says about itself does not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.boilerplate.lines import PageLine

SHORTEST_WORDS: Final = 10
"""A shorter line does not tell what the report is about."""

_STEM: Final = 6
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_NAME: Final = re.compile(r"(?<=[\w,;:’'\"“(-]\s)[^\W\d_a-z][\w’-]+")
_ENGLISH: Final = re.compile(r"\b(?:the|of|and|to|in|a)\b", re.IGNORECASE)
_ENGLISH_SHARE: Final = 0.1
_FUNCTION_WORDS: Final = word_set(
    """
    that this with from have been were they their there which would could will about into than then also more
    when what where while after before over some such only other your ours most very just being does much many
    made make like each every them these those here even still said says
    """
)


@dataclass(frozen=True, slots=True)
class LineTerms:
    """The words of meaning in a line, cut to stems, and its names; some lines count for the subject."""

    stems: set[str]
    names: set[str]
    counts: bool


@dataclass(frozen=True, slots=True)
class TermOverlap:
    """How many stems and names a line has, and how many of them the report has too.

    ``titled`` are stems that the title says, ``alien_names`` names that only lines of boilerplate have.
    """

    stems: int
    shared_stems: int
    names: int
    shared_names: int
    titled: int
    alien_names: int


@dataclass(frozen=True, slots=True)
class ArticleTopic:
    """What a report is about: how many paragraphs use each stem and each name, and what its title says.

    ``aliens`` are the names of boilerplate, as the site's.
    """

    stems: Counter[str]
    names: Counter[str]
    aliens: frozenset[str]
    title: set[str]

    def shared_with(self, said: LineTerms) -> TermOverlap:
        """What a line, one of the paragraphs or another, shares with the other paragraphs."""
        own = int(said.counts)
        return TermOverlap(
            len(said.stems),
            sum(self.stems[stem] > own for stem in said.stems),
            len(said.names),
            sum(self.names[name] > own for name in said.names),
            len(said.stems & self.title),
            len(said.names & self.aliens),
        )


def line_terms(line: PageLine) -> LineTerms:
    """The stems and names of a line."""
    return LineTerms(
        _stems(line.content), set(_NAME.findall(line.content)), line.sentence and line.words >= SHORTEST_WORDS
    )


def article_topic(said: Sequence[LineTerms], known: Sequence[PageLine], title: str) -> ArticleTopic:
    """Count stems and names.

    Args:
        said: the lines that may be the report's; those that count are counted.
        known: lines known as boilerplate.
        title: the headline, or nothing.
    """
    stems = Counter(stem for one in said if one.counts for stem in one.stems)
    names = Counter(name for one in said if one.counts for name in one.names)
    # The first word of a label is a name as likely as not; that of a sentence is not.
    aliens = frozenset(
        name for line in known for name in _NAME.findall(f"- {line.content}") if name not in names
    )
    return ArticleTopic(stems, names, aliens, _stems(title))


def reads_as_english(prose: Sequence[PageLine]) -> bool:
    """Whether a report is in English: others hide their words of meaning in compounds and endings."""
    total = sum(line.words for line in prose)
    return (
        bool(total) and sum(len(_ENGLISH.findall(line.content)) for line in prose) >= _ENGLISH_SHARE * total
    )


def _stems(content: str) -> set[str]:
    found = _WORD.findall(content.casefold())
    return {word.rstrip("s")[:_STEM] for word in found if word not in _FUNCTION_WORDS}
