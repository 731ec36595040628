"""The words of mentions, compared without case and article, and where in the article they stand."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from nutgraf.nlp.ner.datelines import Datelines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.model import Field
    from nutgraf.nlp.spans import SentenceSpan, TaggedSpan

_BRACKET = re.compile(r"[ \u00a0]\(")


def normalize_surface(surface: str) -> str:
    """Fold a surface form so that equal names compare equal: case, spaces, an article, dots of initials."""
    folded = " ".join(surface.split()).casefold().replace("’", "'")
    folded = folded.removeprefix("the ")
    return folded.replace(".", "") if "." in folded and len(folded) <= 8 else folded  # noqa: PLR2004


@dataclass(frozen=True)
class ArticleText:
    """The article that mentions point into."""

    text: str
    title: str
    sentences: tuple[SentenceSpan, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def datelines(self) -> Datelines:
        """What the text's datelines name."""
        return Datelines.of(self.text)

    def of(self, field: Field) -> str:
        """Give the text of a field."""
        return self.title if field == "title" else self.text

    def surface(self, mention: TaggedSpan) -> str:
        """Give a mention's own words."""
        return self.of(mention.field)[mention.start : mention.end]

    def sentence_at(self, offset: int) -> SentenceSpan | None:
        """Give the sentence that holds an offset of the text."""
        place = bisect.bisect_right(self._starts, offset) - 1
        if place < 0 or self.sentences[place].end <= offset:
            return None
        return self.sentences[place]

    def in_heading(self, mention: TaggedSpan) -> bool:
        """Whether a mention stands in the title or in a heading of the text."""
        if mention.field == "title":
            return True
        sentence = self.sentence_at(mention.start)
        return sentence is not None and sentence.heading

    def in_capitals(self, mention: TaggedSpan) -> bool:
        """Whether the words around a mention are written in capitals too."""
        around = self.of(mention.field)[max(0, mention.start - 20) : mention.end + 20]
        letters = [c for c in around if c.isalpha()]
        return sum(c.isupper() for c in letters) > 0.7 * len(letters)

    def names_something(self, mention: TaggedSpan) -> bool:
        """Whether a mention has a capital, a digit, or letters of a script without case."""
        return any(
            c.isupper() or c.isdigit() or (c.isalpha() and not c.islower()) for c in self.surface(mention)
        )

    def bracketed(self, found: Sequence[TaggedSpan]) -> dict[str, str]:
        """Map acronyms that stand in brackets right behind a long form to that form, both as keys."""
        pairs = {}
        for before, behind in pairwise(found):
            between = self.of(behind.field)[before.end : behind.start]
            if before.field == behind.field and _BRACKET.fullmatch(between):
                long_form, short = self.surface(before), self.surface(behind)
                if abbreviates(short, long_form):
                    pairs[normalize_surface(short)] = normalize_surface(long_form)
        return pairs


def abbreviates(short: str, long_form: str) -> bool:
    """Whether a short form is made of a long form's letters, in order, from an initial on ("Interpol")."""
    letters = [c for c in short.casefold() if c.isalnum()]
    words = long_form.casefold().split()
    capitals = sum(c.isupper() for c in short)
    if not 2 <= len(letters) <= 10 or capitals < 1 or len(words) < 2 or " " in short.strip():  # noqa: PLR2004
        return False
    if short.casefold() in words or letters[0] not in {word[0] for word in words[:2]}:
        return False
    rest = iter(long_form.casefold())
    return all(letter in rest for letter in letters)
