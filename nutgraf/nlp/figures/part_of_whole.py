"""Parts of one multiplier or one unit: "three quarters of a million", "half a mile", "a third of an hour"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.token_reader import TokenReader


class PartOfWhole(NamedTuple):
    """A share, the index of the word that it is a share of, and that word's value if it is a number."""

    share: Decimal
    whole: int
    scale: Decimal | None


def part_of_whole(reader: TokenReader, index: int) -> PartOfWhole | None:
    """Return the part that starts at a token, or None where no single multiplier or unit is divided there."""
    part = _part(reader, index)
    if part is None:
        return None
    share, after = part
    numbers = reader.rules.numbers
    position = after + (reader.low(after) in numbers.partitives)
    position += reader.low(position) in numbers.articles
    joined = position == after and reader.low(after) in HYPHENS and reader.glued(after)
    position += joined
    word = reader.low(position)
    scale = numbers.scales.get(word) or numbers.dozens.get(word)
    if reader.low(position - 1) in numbers.articles and position > after:
        return PartOfWhole(share, position, scale) if scale or _is_unit(reader, position) else None
    if reader.low(after - 1) not in numbers.scale_shares or not (position == after or joined):
        return None
    halved = joined and _is_unit(reader, position) and word not in reader.rules.fractions.not_shared
    return PartOfWhole(share, position, scale) if scale or halved else None


def _part(reader: TokenReader, index: int) -> tuple[Decimal, int] | None:
    """Return a share in words and the index behind it: "half", "a third", "three-quarters"."""
    low, numbers, parts = reader.low(index), reader.rules.numbers, reader.rules.fractions.parts
    if low in numbers.scale_shares:
        return numbers.scale_shares[low], index + 1
    count = Decimal(1) if low in numbers.articles else numbers.units.get(low)
    if not count:
        return None
    position = index + 1 + (reader.low(index + 1) in HYPHENS and reader.glued(index + 1))
    whole = parts.get(reader.low(position))
    return (count / whole, position + 1) if whole is not None and count < whole else None


def _is_unit(reader: TokenReader, index: int) -> bool:
    units = reader.rules.units
    return bool(
        reader.phrase_at(index, units.spellings)
        or reader.phrase_at(index, units.shares)
        or reader.low(index) in reader.rules.currencies.names
    )
