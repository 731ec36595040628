"""The words of mentions: their surface forms, compared without case and article, and repairs of their ends."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from nutgraf.model import EntityType
from workers.pipeline import gazetteer
from workers.pipeline.honorifics import without_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.model import Field
    from workers.pipeline.parts import SentenceSpan, TaggedSpan

_PLACE_PAIR = re.compile(r",[ \u00a0]")
_BRACKET = re.compile(r"[ \u00a0]\(")


def key(surface: str) -> str:
    """Fold a surface form so that equal names compare equal: case, spaces, a leading article, dots of initials."""
    folded = " ".join(surface.split()).casefold().replace("’", "'")
    folded = folded.removeprefix("the ")
    return folded.replace(".", "") if "." in folded and len(folded) <= 8 else folded  # noqa: PLR2004


@dataclass(frozen=True)
class Source:
    """The article that mentions point into."""

    text: str
    title: str
    sentences: tuple[SentenceSpan, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

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

    def names_something(self, mention: TaggedSpan) -> bool:
        """Whether a mention has a capital, a digit, or letters of a script without case."""
        return any(
            c.isupper() or c.isdigit() or (c.isalpha() and not c.islower()) for c in self.surface(mention)
        )

    def bracketed(self, found: Sequence[TaggedSpan]) -> dict[str, str]:
        """Map acronyms that stand in brackets right behind a long form to that form, both as keys."""
        pairs = {}
        for before, behind in zip(found, found[1:], strict=False):
            between = self.of(behind.field)[before.end : behind.start]
            if before.field == behind.field and _BRACKET.fullmatch(between):
                long_form, short = self.surface(before), self.surface(behind)
                if abbreviates(short, long_form):
                    pairs[key(short)] = key(long_form)
        return pairs


def abbreviates(short: str, long_form: str) -> bool:
    """Whether a short form is made of a long form's letters, in order, from initial to initial ("Canatur")."""
    letters = [c for c in short.casefold() if c.isalnum()]
    words = long_form.casefold().split()
    capitals = sum(c.isupper() for c in short)
    if not 2 <= len(letters) <= 10 or capitals < 1 or len(words) < 2 or " " in short.strip():  # noqa: PLR2004
        return False
    if letters[0] not in {word[0] for word in words[:2]}:
        return False
    rest = iter(long_form.casefold())
    return all(letter in rest for letter in letters)


def repaired(mentions: Iterable[TaggedSpan], source: Source) -> list[TaggedSpan]:
    """Mend the ends of mentions: titles off, a glued possessive off, a city and its state together."""
    bare = [_without_title(mention, source) for mention in mentions]
    names = {key(source.surface(mention)) for mention in bare}
    return _joined([_unglued(mention, source, names) for mention in bare], source)


def _without_title(mention: TaggedSpan, source: Source) -> TaggedSpan:
    if mention.type is not EntityType.PERSON:
        return mention
    return replace(mention, start=without_titles(source.of(mention.field), mention.start, mention.end))


def _unglued(mention: TaggedSpan, source: Source, names: set[str]) -> TaggedSpan:
    """Take off the ``s`` of a possessive whose apostrophe is lost: "NATOs", "Ukraines"."""
    surface = source.surface(mention)
    stem = surface[:-1]
    if not surface.endswith("s") or len(stem) < 3 or gazetteer.known(surface):  # noqa: PLR2004
        return mention
    acronym = stem.isupper() and stem.isalpha()
    elsewhere = key(stem) in names and key(surface) != key(stem)
    if acronym or elsewhere or gazetteer.is_country(stem):
        return replace(mention, end=mention.end - 1)
    return mention


def _joined(found: list[TaggedSpan], source: Source) -> list[TaggedSpan]:
    """Join a city with the abbreviated state behind it: "Washington, D.C."."""
    result: list[TaggedSpan] = []
    for mention in found:
        last = result[-1] if result else None
        if last and _is_pair(last, mention, source):
            result[-1] = replace(
                last, end=mention.end, type=EntityType.LOC, score=min(last.score, mention.score)
            )
        else:
            result.append(mention)
    return result


def _is_pair(city: TaggedSpan, state: TaggedSpan, source: Source) -> bool:
    if city.field != state.field or city.type is not EntityType.LOC:
        return False
    between = source.of(city.field)[city.end : state.start]
    return bool(_PLACE_PAIR.fullmatch(between)) and gazetteer.is_state_abbreviation(source.surface(state))
