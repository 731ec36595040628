"""Context of persons' names: titles, professions and kinship, which tell bearers of one surname apart."""

from __future__ import annotations

import bisect
import re
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.ner.name_rules import name_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import TaggedSpan

_REACH: Final = 80
_LONGEST_TITLE: Final = 20
_WORD: Final = re.compile(r"[^\W\d_]+")
_CLAUSE_END: Final = re.compile(r"[.;:!?\n]")
_APPOSITION: Final = re.compile(r",[ \u00a0]([^,;.\n]{1,60})")


class Gender(StrEnum):
    """Grammatical gender that a title, a noun or a given name has."""

    FEMININE = "f"
    MASCULINE = "m"


class PersonContext:
    """What stands around the mentions of persons in a document."""

    def __init__(self, persons: Sequence[TaggedSpan], doc: Doc) -> None:
        self._doc = doc
        self._rules = name_rules(doc)
        self._persons = persons

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        starts: dict[str, list[int]] = {"title": [], "text": []}
        for mention in self._persons:
            starts[mention.field].append(mention.start)
        return {field: sorted(found) for field, found in starts.items()}

    def title(self, mention: TaggedSpan) -> str:
        """Return the title right before a mention, folded, without its full stop, or nothing."""
        text = self._doc.field_text(mention.field)
        words = text[max(0, mention.start - _LONGEST_TITLE) : mention.start].rsplit(None, 1)
        if (
            not words
            or not text[mention.start - 1].isspace()
            or "\n" in text[mention.start - 2 : mention.start]
        ):
            return ""
        folded = words[-1].lstrip("\"'“‘(").casefold().rstrip(".")
        return folded if folded in self._rules.honorifics.titles else ""

    def title_gender(self, title: str) -> Gender | None:
        """Return the gender of those who have a title; None where everybody may have it."""
        honorifics = self._rules.honorifics
        return _only(title in honorifics.feminine, title in honorifics.masculine)

    def gender(self, mention: TaggedSpan, given_name: str) -> Gender | None:
        """Return the gender that a full name's title, kinship or given name says, in this order."""
        persons = self._rules.persons
        before = _WORD.findall(self._before(mention))[-1:]
        behind = self._behind(mention)
        return (
            self.title_gender(self.title(mention))
            or self._of_words(before)
            or self._of_owner(behind)
            or _only(given_name in persons.feminine_given_names, given_name in persons.masculine_given_names)
        )

    def titles(self, mention: TaggedSpan) -> set[str]:
        """Return a person's titles, and the nouns for those who have them, from the text around a name.

        The title may stand before the name, and the noun before it or in an apposition ("…, a doctor").
        """
        apposition = _APPOSITION.match(self._behind(mention))
        words = set(_WORD.findall(self._before(mention))[-1:])
        if apposition:
            words.update(_WORD.findall(apposition[1].casefold()))
        professions = self._rules.honorifics.professions
        found = {title for title, nouns in professions.items() if not nouns.isdisjoint(words)}
        return found | self.equal_titles(self.title(mention))

    def equal_titles(self, title: str) -> set[str]:
        """Return a title with the nouns for those who have it; nothing for no title."""
        return {title, *self._rules.honorifics.professions.get(title, ())} if title else set()

    def _of_words(self, words: Sequence[str]) -> Gender | None:
        persons = self._rules.persons
        return _only(
            not persons.feminine_nouns.isdisjoint(words), not persons.masculine_nouns.isdisjoint(words)
        )

    def _of_owner(self, behind: str) -> Gender | None:
        """Return the gender of whoever has a relative in the words behind ("… and her husband")."""
        persons = self._rules.persons
        words = _WORD.findall(behind.casefold())
        for pronoun, noun in pairwise(words):
            if noun in persons.feminine_nouns or noun in persons.masculine_nouns:
                found = _only(pronoun in persons.feminine_pronouns, pronoun in persons.masculine_pronouns)
                if found:
                    return found
        return None

    def _before(self, mention: TaggedSpan) -> str:
        """Return the clause before a mention, casefolded."""
        before = self._doc.field_text(mention.field)[max(0, mention.start - _REACH) : mention.start]
        return _CLAUSE_END.split(before)[-1].casefold()

    def _behind(self, mention: TaggedSpan) -> str:
        """Return the clause behind a mention, as far as the next person."""
        starts = self._starts[mention.field]
        place = bisect.bisect_right(starts, mention.start)
        end = min(mention.end + _REACH, starts[place] if place < len(starts) else mention.end + _REACH)
        return _CLAUSE_END.split(self._doc.field_text(mention.field)[mention.end : end])[0]


def _only(feminine: bool, masculine: bool) -> Gender | None:  # noqa: FBT001
    """Return the one gender that holds."""
    if feminine == masculine:
        return None
    return Gender.FEMININE if feminine else Gender.MASCULINE
