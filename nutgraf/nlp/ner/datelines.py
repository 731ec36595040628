"""Datelines, and who is named in them: "PORT ARLE, Norland, March 4 (Kestrel) - "."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.model import EntityType
from nutgraf.nlp.spans import TaggedSpan

if TYPE_CHECKING:
    from collections.abc import Iterable

_CERTAIN = 1.0
_DATELINE = re.compile(
    r"""^(?P<place>[A-Z][A-Z.'’-]+(?:[ ][A-Z.'’-]+){0,3})
        (?:,[ ](?:(?!\b[a-z]{4})[^\n(]){1,60}?)?
        (?:[ ]?\((?P<agency>[A-Z][\w&.-]*(?:[ ][A-Z][\w&.-]*){0,3})\))?
        [ ]?(?:--?|[–—])[ ]""",
    re.MULTILINE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Datelines:
    """Where the datelines of a text name a place, and where an agency; as starts and ends."""

    places: frozenset[tuple[int, int]]
    agencies: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, text: str) -> Datelines:
        """Find those that name more than a place: capitals before a dash alone may be anything."""
        found = [match for match in _DATELINE.finditer(text) if match["agency"] or "," in match[0]]
        return cls(
            frozenset(match.span("place") for match in found),
            frozenset(match.span("agency") for match in found if match["agency"]),
        )

    def among(self, mentions: Iterable[TaggedSpan]) -> list[TaggedSpan]:
        """The mentions in order, those of the datelines in place of what the tagger made of their words."""
        own = [TaggedSpan("text", *span, EntityType.LOC, _CERTAIN) for span in self.places]
        own += [TaggedSpan("text", *span, EntityType.ORG, _CERTAIN) for span in self.agencies]
        covered = {offset for mention in own for offset in range(mention.start, mention.end)}
        kept = [
            mention
            for mention in mentions
            if mention.field == "title" or covered.isdisjoint(range(mention.start, mention.end))
        ]
        return sorted([*kept, *own], key=lambda mention: (mention.field == "text", mention.start))
