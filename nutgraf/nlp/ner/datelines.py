"""Places and agencies that datelines name: "PORT ARLE, Norland, March 4 (Kestrel) - "."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.spans import TaggedSpan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.nlp.doc import Doc

_CERTAIN: Final = 1.0


@dataclass(frozen=True, slots=True)
class Datelines:
    """Offsets (start, end) of the places and of the agencies in the datelines of a text."""

    places: frozenset[tuple[int, int]]
    agencies: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, doc: Doc) -> Datelines:
        """Find the datelines of a document that name more than a place.

        Capitals before a dash alone are no dateline: they may be anything.
        """
        matches = name_rules(doc).dateline.finditer(doc.text)
        found = [match for match in matches if match["agency"] or "," in match[0]]
        return cls(
            frozenset(match.span("place") for match in found),
            frozenset(match.span("agency") for match in found if match["agency"]),
        )

    def among(self, mentions: Iterable[TaggedSpan]) -> list[TaggedSpan]:
        """Return the mentions in order; those of the datelines replace what the tagger found there."""
        own = [TaggedSpan("text", *span, EntityType.LOC, _CERTAIN) for span in self.places]
        own += [TaggedSpan("text", *span, EntityType.ORG, _CERTAIN) for span in self.agencies]
        covered = {offset for mention in own for offset in range(mention.start, mention.end)}
        kept = [
            mention
            for mention in mentions
            if mention.field == "title" or covered.isdisjoint(range(mention.start, mention.end))
        ]
        return sorted([*kept, *own], key=lambda mention: (mention.field == "text", mention.start))
