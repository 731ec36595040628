"""What happens to counted things."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.figures.defaults import no_word


@dataclass(frozen=True, eq=False, slots=True)
class EventVerbs:
    """Forms of verbs under one participle each, lower case; participles name the events.

    Attributes:
        participles: every form of a known verb with its participle ("dies": "killed").
        is_regular_past: whether a word looks like a participle of a verb that is not known ("painted").
        is_present_participle: whether a form says what somebody is doing ("killing").
        nouns: plurals that count people by what happened to them, with the event ("deaths": "killed").
        lost_nouns: those of ``nouns`` that do so only beside a word of ``loss_words`` ("lives").
        loss_words: verbs by which they were lost ("claimed 12 lives").
        states: words that are an event by themselves ("unaccounted": "missing").
        people_events: events that, without a noun, happen to people ("killed", "arrested").
        only_people_events: those that happen to nobody else ("arrested").
        intransitive: forms that follow a noun without an auxiliary ("died").
        bare_participles: participles that do so in headlines though they differ from their event's
            participle ("hurt").
        not_before: forms that say nothing of a number behind them ("building 40").
        unspecific: events that a verb before the number does not do to what is counted ("reported 40").
        people_acts: forms behind a number without a noun that only people do ("hundreds *marched*").
        motions: events by which numbers change ("risen").
        index_events: events of stock indices, whose number is a name ("FTSE 100 *closes*").
        measured_events: events whose subject says what is measured ("*inflation* rose 3%").
    """

    participles: Mapping[str, str] = field(default_factory=dict)
    is_regular_past: Callable[[str], bool] = no_word
    is_present_participle: Callable[[str], bool] = no_word
    nouns: Mapping[str, str] = field(default_factory=dict)
    lost_nouns: frozenset[str] = frozenset()
    loss_words: frozenset[str] = frozenset()
    states: Mapping[str, str] = field(default_factory=dict)
    people_events: frozenset[str] = frozenset()
    only_people_events: frozenset[str] = frozenset()
    intransitive: frozenset[str] = frozenset()
    bare_participles: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    unspecific: frozenset[str] = frozenset()
    people_acts: frozenset[str] = frozenset()
    motions: frozenset[str] = frozenset()
    index_events: frozenset[str] = frozenset()
    measured_events: frozenset[str] = frozenset()

    def participle(self, word: str) -> str | None:
        """Return the participle of a verb form; regular ones that are not known are their own."""
        found = self.participles.get(word)
        return word if found is None and self.is_regular_past(word) else found
