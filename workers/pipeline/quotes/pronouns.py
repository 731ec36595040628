"""Who "he" or "she" is, when there is only one person whom it can be.

A pronoun is resolved to the one person who is named before it in its own sentence, or else in the nearest
earlier sentence (three at most) that names a person or ends an attributed quotation. Words inside quotations
do not count, a title of the other gender ("Mr" against "she") refuses, and two candidates resolve to nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from workers.pipeline.quotes import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.model import Entity
    from workers.pipeline.parts import SentenceSpan
    from workers.pipeline.quotes.marks import Quoted
    from workers.pipeline.quotes.speakers import Names, Word

_SENTENCES_BACK: Final = 3


class Pronouns:
    """The persons of the text by sentence, quotations left out, and who spoke where."""

    def __init__(self, names: Names, sentences: Sequence[SentenceSpan], quoted: Sequence[Quoted]) -> None:
        self._names = names
        self._sentences = [span for span in sentences if not span.heading]
        self._starts = [span.start for span in self._sentences]
        self._quoted = quoted
        self._quoted_starts = [stretch.start for stretch in quoted]
        self._spoke: dict[int, str] = {}

    def note(self, position: int, entity_id: str) -> None:
        """Remembers that a person was given as the speaker of a quotation that ends at a position."""
        self._spoke[self._sentence(position)] = entity_id

    def resolve(self, pronoun: Word) -> Entity | None:
        """The person that a pronoun stands for, or None."""
        here = self._sentence(pronoun.start)
        if here < 0:
            return None
        for index in range(here, max(here - _SENTENCES_BACK - 1, -1), -1):
            end = pronoun.start if index == here else self._sentences[index].end
            persons = self._persons(self._sentences[index].start, end)
            spoke = self._spoke.get(index)
            if spoke is not None and not persons:
                persons = {entity.id: entity for entity in self._by_id(spoke)}
            if persons:
                only = next(iter(persons.values())) if len(persons) == 1 else None
                return only if only and _agrees(pronoun.low, only) else None
        return None

    def _sentence(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _by_id(self, entity_id: str) -> list[Entity]:
        return [named.entity for named in self._names.mentions if named.entity.id == entity_id][:1]

    def _persons(self, start: int, end: int) -> dict[str, Entity]:
        return {
            named.entity.id: named.entity
            for named in self._names.within(start, end)
            if named.entity.type == EntityType.PERSON and not self._inside_quotation(named.start)
        }

    def _inside_quotation(self, position: int) -> bool:
        index = bisect_right(self._quoted_starts, position) - 1
        return index >= 0 and position < self._quoted[index].end


def _agrees(pronoun: str, entity: Entity) -> bool:
    against = cues.FEMININE if pronoun == "he" else cues.MASCULINE
    forms = [entity.name, *(mention.text for mention in entity.mentions)]
    return not any(form.split()[0].lower().strip(".") in against for form in forms if form.split())
