"""Overlap of a line with the words and names of the article around it.

A sentence of a report takes up the report's topic: of 5,915 lines of prose in real articles only a few short
ones at the edges share no content word with all the others. What a page says about itself does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.nlp.boilerplate.lines import PageLine
from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules

SHORTEST_WORDS: Final = 10
"""Shorter lines do not count for the topic."""

_STEM: Final = 6
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_NAME: Final = re.compile(r"(?<=[\w,;:’'\"“(-]\s)[^\W\d_a-z][\w’-]+")


@dataclass(frozen=True, slots=True)
class LineTerms:
    """Stems of a line's content words, and its names; ``counts`` says whether they count for the topic."""

    stems: set[str]
    names: set[str]
    counts: bool


@dataclass(frozen=True, slots=True)
class TermOverlap:
    """Number of a line's stems and names, and how many of them other lines of the report have.

    ``title_stems`` counts stems that are in the title, ``foreign_names`` names that only boilerplate has.
    """

    stems: int
    shared_stems: int
    names: int
    shared_names: int
    title_stems: int
    foreign_names: int


@dataclass(frozen=True, slots=True)
class ArticleTopic:
    """Number of paragraphs that use each stem and each name, and the stems of the title.

    ``foreign_names`` are the names that only boilerplate has, such as the site's.
    """

    stems: Counter[str]
    names: Counter[str]
    foreign_names: frozenset[str]
    title: set[str]

    def overlap(self, line: LineTerms) -> TermOverlap:
        """Return what a line, one of the paragraphs or another, shares with the other paragraphs."""
        own = int(line.counts)
        return TermOverlap(
            len(line.stems),
            sum(self.stems[stem] > own for stem in line.stems),
            len(line.names),
            sum(self.names[name] > own for name in line.names),
            len(line.stems & self.title),
            len(line.names & self.foreign_names),
        )


def line_terms(line: PageLine, rules: BoilerplateRules) -> LineTerms:
    """Return the stems and names of a line."""
    return LineTerms(
        _stems(line.content, rules),
        set(_NAME.findall(line.content)),
        line.sentence and line.words >= SHORTEST_WORDS,
    )


def article_topic(
    report: Sequence[LineTerms], boilerplate: Sequence[PageLine], title: str, rules: BoilerplateRules
) -> ArticleTopic:
    """Count stems and names.

    Args:
        report: the lines that may be the report's; those that count are counted.
        boilerplate: lines known as boilerplate.
        title: the headline, or nothing.
        rules: the language's rules.
    """
    stems = Counter(stem for line in report if line.counts for stem in line.stems)
    names = Counter(name for line in report if line.counts for name in line.names)
    # The first word of a label is a name as likely as not; that of a sentence is not.
    foreign = frozenset(
        name for line in boilerplate for name in _NAME.findall(f"- {line.content}") if name not in names
    )
    return ArticleTopic(stems, names, foreign, _stems(title, rules))


def _stems(content: str, rules: BoilerplateRules) -> set[str]:
    unspecific, endings = rules.unspecific_words, rules.plural_endings
    words = _WORD.findall(content.casefold())
    return {word.rstrip(endings)[:_STEM] for word in words if word not in unspecific}
