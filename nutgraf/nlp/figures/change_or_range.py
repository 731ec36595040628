"""Whether "X to Y" is a change with its outcome, "rose by $3 to $82", or a range, "rose 3 to 4 percent"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.figures import bounds
from nutgraf.nlp.lang.en import event_verbs
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

_MOVES: Final = frozenset({"risen", "fallen", "grown"})
_OTHERS: Final = word_set(
    """
    up down higher lower rise increase drop fall jump gain climb decline slip slips slipped dip dips
    dipped ease eases eased edge edges edged advance advances advanced shrink shrinks shrank shrunk
    widen widens widened narrow narrows narrowed reduce reduces reduced swell swells swelled rallied
    sink sinks sank rebound rebounded tick ticked swing swung
    """
)
# Verbs that change something else: only "by" tells that they change a number.
_TRANSITIVE: Final = word_set(
    "cut cuts cutting raise raises raised raising lift lifts lifted lower lowers lowered trim trims "
    "trimmed boost boosts boosted slash slashed slashes lengthen lengthened extend extended"
)
_PAST: Final = word_set("rose fell grew slid cut shrank sank swung shrunk risen fallen grown sunk up down")
_PASSIVE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_REACH: Final = 4
# A sum that more than halved or doubled is rarer than a range as narrow as this.
_WIDE: Final = 2


def is_change_by(reader: TokenReader, first: int, change: Decimal, outcome: Decimal, *, signed: bool) -> bool:
    """Whether the number at ``first`` says by how much something changed to an outcome.

    ``signed`` says that the number carries its own currency or multiplier, without which "by" must stand
    before it.
    """
    start = bounds.bound_before(reader, first)[1]
    wide = outcome >= change * _WIDE
    if reader.low(start - 1) != "by":
        return signed and wide and _moves(reader.low(_past_adverb(reader, start - 1)))
    for index in range(start - 2, start - 2 - _REACH, -1):
        word = reader.low(index)
        if word in _PASSIVE:
            return False  # "the rise was caused by 10 to 15 firms"
        if _moves(word) or word in _TRANSITIVE:
            return wide or word in _PAST or event_verbs.is_regular_past(word)
    return False


def _past_adverb(reader: TokenReader, index: int) -> int:
    return index - (reader.low(index).endswith("ly") or reader.low(index) in ("another", "further"))


def _moves(word: str) -> bool:
    return word in _OTHERS or event_verbs.CANONICAL.get(word) in _MOVES
