"""Whether "X to Y" is a change with its outcome, "rose by $3 to $82", or a range, "rose 3 to 4 percent"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from nutgraf.nlp.figures import bounds
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.lang.schema.figures import FigureRules

_REACH: Final = 4
# A sum that more than halved or doubled is rarer than a range as narrow as this.
_WIDE: Final = 2


def is_change_by(reader: TokenReader, first: int, change: Decimal, outcome: Decimal, *, signed: bool) -> bool:
    """Return whether the number at ``first`` says by how much something changed to an outcome.

    Args:
        reader: the sentence.
        first: index of the number.
        change: the number.
        outcome: the number behind "to".
        signed: whether the number carries its own currency or multiplier, without which "by" must stand
            before it.
    """
    rules = reader.rules
    words = rules.changes
    start = bounds.bound_before(reader, first)[1]
    wide = outcome >= change * _WIDE
    if reader.low(start - 1) not in words.openers:
        return signed and wide and moves(reader.low(_past_adverb(reader, start - 1)), rules)
    for index in range(start - 2, start - 2 - _REACH, -1):
        word = reader.low(index)
        if word in words.passive_auxiliaries:
            return False  # "the rise was caused by 10 to 15 firms"
        if moves(word, rules) or word in words.transitive:
            return wide or word in words.past or rules.events.is_regular_past(word)
    return False


def _past_adverb(reader: TokenReader, index: int) -> int:
    word = reader.low(index)
    return index - (reader.rules.phrases.is_adverb(word) or word in reader.rules.changes.adverbs)


def moves(word: str, rules: FigureRules) -> bool:
    """Return whether a lower-case word says that a number changed: "rose", "up"."""
    return word in rules.changes.intransitive or rules.events.participles.get(word) in rules.events.motions
