"""Numbers as newspapers write them: digits, words, and both together ("1.2bn", "two and a half million")."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

HYPHENS: Final = frozenset("-‐‑–")
_SMALL: Final = {
    "zero": Decimal(0),
    "one": Decimal(1),
    "two": Decimal(2),
    "three": Decimal(3),
    "four": Decimal(4),
    "five": Decimal(5),
    "six": Decimal(6),
    "seven": Decimal(7),
    "eight": Decimal(8),
    "nine": Decimal(9),
    "ten": Decimal(10),
    "eleven": Decimal(11),
    "twelve": Decimal(12),
    "thirteen": Decimal(13),
    "fourteen": Decimal(14),
    "fifteen": Decimal(15),
    "sixteen": Decimal(16),
    "seventeen": Decimal(17),
    "eighteen": Decimal(18),
    "nineteen": Decimal(19),
}
_TENS: Final = {
    "twenty": Decimal(20),
    "thirty": Decimal(30),
    "forty": Decimal(40),
    "fifty": Decimal(50),
    "sixty": Decimal(60),
    "seventy": Decimal(70),
    "eighty": Decimal(80),
    "ninety": Decimal(90),
}
_SCALES: Final = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "lakh": Decimal(10**5),
    "lakhs": Decimal(10**5),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "crores": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
SHORT_SCALES: Final = {
    "k": Decimal(1000),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mil": Decimal(10**6),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "b": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "cr": Decimal(10**7),
}
# Safe without a currency or a counted noun beside them: no unit of measure is written so.
_CLEAR_SHORT_SCALES: Final = frozenset({"bn", "mn", "mln", "bln", "tn", "trn"})
_VAGUE: Final = {
    "dozens": Decimal(12),
    "scores": Decimal(20),
    "hundreds": Decimal(100),
    "thousands": Decimal(1000),
    "lakhs": Decimal(10**5),
    "millions": Decimal(10**6),
    "crores": Decimal(10**7),
    "billions": Decimal(10**9),
    "trillions": Decimal(10**12),
}
_DOZEN: Final = {"dozen": Decimal(12)}
_FRACTIONS: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_LONGEST_DIGITS: Final = 24
_MOST_WORDS: Final = 12
_GROUP: Final = 3


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number between two token indices (half-open).

    ``scale`` is the multiplier that was written ("million"), already part of ``value``; ``vague`` marks
    plurals such as "dozens"; ``spelled`` says that the number is in words.
    """

    value: Decimal
    first: int
    after: int
    scale: Decimal = Decimal(1)
    vague: bool = False
    spelled: bool = False


def parse_digits(written: str) -> Decimal | None:
    """The value of digits in English notation, or None when the separators make no number ("1,2", "1.2.3").

    A comma groups thousands (Indian groups of two as well), a point is decimal, so that "12.500" is 12.5.
    """
    whole, _, fraction = written.partition(".")
    if len(written) > _LONGEST_DIGITS or (not fraction.isdecimal() and "." in written):
        return None
    groups = whole.split(",")
    if len(groups) > 1 and (
        len(groups[-1]) != _GROUP
        or not 1 <= len(groups[0]) <= _GROUP
        or any(len(group) not in (2, _GROUP) for group in groups[1:-1])
    ):
        return None
    return Decimal("".join(groups) + ("." + fraction if fraction else ""))


def parse_number(reader: TokenReader, index: int) -> Numeral | None:
    """The number that starts at a token, with its multiplier, or None."""
    if reader.at(index).kind == "number":
        return _from_digits(reader, index)
    return _vague(reader, index) or _halves(reader, index) or _from_words(reader, index)


def _from_digits(reader: TokenReader, index: int) -> Numeral | None:
    value = parse_digits(reader.at(index).text)
    if value is None:
        return None
    after = index + 1
    if reader.low(after) in _FRACTIONS:
        value, after = value + _FRACTIONS[reader.low(after)], after + 1
    return _scaled(reader, Numeral(value, index, after))


def _scaled(reader: TokenReader, numeral: Numeral) -> Numeral:
    """The numeral with the multipliers that follow it: "5 lakh crore", "100-million", "two dozen"."""
    scale, after = Decimal(1), numeral.after
    for _ in range(2):
        position = after + 1 if reader.low(after) in HYPHENS and reader.glued(after) else after
        word = reader.low(position)
        if word in _SCALES:
            scale, after = scale * _SCALES[word], position + 1
        elif word == "dozen" and scale == 1:
            scale, after = Decimal(12), position + 1
        elif word in _CLEAR_SHORT_SCALES and scale == 1:
            scale, after = SHORT_SCALES[word], position + 1
        else:
            break
    return Numeral(numeral.value * scale, numeral.first, after, scale, spelled=numeral.spelled)


def _vague(reader: TokenReader, index: int) -> Numeral | None:
    """Reads "dozens", "tens of thousands", "several hundred": by convention at least two of them."""
    word = reader.low(index)
    if word in ("tens", "hundreds") and reader.low(index + 1) == "of" and reader.low(index + 2) in _VAGUE:
        scale = _VAGUE[reader.low(index + 2)] * (10 if word == "tens" else 100)
        return Numeral(2 * scale, index, index + 3, scale, vague=True, spelled=True)
    if word in _VAGUE:
        return Numeral(2 * _VAGUE[word], index, index + 1, _VAGUE[word], vague=True, spelled=True)
    some = _SCALES.get(reader.low(index + 1)) or _DOZEN.get(reader.low(index + 1))
    if word in ("several", "few") and some:
        return Numeral(2 * some, index, index + 2, some, vague=True, spelled=True)
    return None


def _halves(reader: TokenReader, index: int) -> Numeral | None:
    """Shares of a multiplier: "half a million", "a quarter of a million"."""
    article = reader.low(index) in ("a", "an")
    first = index + article
    share = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(reader.low(first))
    if share is not None:
        scale_at = first + 1 + (reader.low(first + 1) == "of")
        scale_at += reader.low(scale_at) in ("a", "an")
        scale = _SCALES.get(reader.low(scale_at)) or _DOZEN.get(reader.low(scale_at))
        if scale is not None and scale_at > first + 1:
            return Numeral(share * scale, index, scale_at + 1, scale, spelled=True)
    return None


def _from_words(reader: TokenReader, index: int) -> Numeral | None:
    first = index
    if reader.low(index) in ("a", "an"):
        word = reader.low(index + 1)
        if word not in _SCALES and word != "dozen":
            return None
        return _compound(reader, Decimal(1), first, index + 1)
    total, after = _under_hundred(reader, index)
    if after == index:
        return None
    return _compound(reader, total, first, after)


def _compound(reader: TokenReader, start: Decimal, first: int, after: int) -> Numeral:
    """Goes on from the first part: "two | hundred and forty thousand", falling scales only."""
    total, part, scale, ceiling = Decimal(0), start, Decimal(1), Decimal(10**15)
    while after - first < _MOST_WORDS:
        position = after + (reader.low(after) in HYPHENS and reader.glued(after))
        word = reader.low(position)
        if word == "hundred" and 0 < part < _SCALES["hundred"]:
            part, after, scale = part * 100, position + 1, Decimal(100)
        elif word in _SCALES and word != "hundred" and part and _SCALES[word] < ceiling:
            scale = ceiling = _SCALES[word]
            total, part, after = total + part * scale, Decimal(0), position + 1
        elif word == "dozen" and scale == 1:
            return Numeral(part * 12, first, position + 1, Decimal(12), spelled=True)
        else:
            half = _and_a_half(reader, after, part, scale)
            if half is not None:
                return _scaled(reader, Numeral(total + half, first, after + 3, spelled=True))
            more, beyond = _continued(reader, after, part, scale)
            if beyond == after:
                break
            part, after = part + more, beyond
    return Numeral(total + part, first, after, scale, spelled=True)


def _and_a_half(reader: TokenReader, index: int, part: Decimal, scale: Decimal) -> Decimal | None:
    if reader.lows(index, 3) == ("and", "a", "half") and scale == 1:
        return part + Decimal("0.5")
    return None


def _continued(reader: TokenReader, index: int, part: Decimal, scale: Decimal) -> tuple[Decimal, int]:
    """A smaller part after "hundred" or "thousand"; the same index when there is none."""
    if scale == 1 or part % 100:
        return Decimal(0), index
    position = index + (reader.low(index) == "and")
    more, after = _under_hundred(reader, position)
    if after == position or (position > index and reader.low(after) in ("of", "in")):
        return Decimal(0), index
    return more, after


def is_number_word(word: str) -> bool:
    """Whether a lower-case word is a number or a multiplier."""
    return word in _SMALL or word in _TENS or word in _SCALES or word in _VAGUE


def _under_hundred(reader: TokenReader, index: int) -> tuple[Decimal, int]:
    """The words for 0 to 99 at a token: the value, and the index after it (the same index when none)."""
    word = reader.low(index)
    if word in _SMALL:
        return _SMALL[word], index + 1
    if word not in _TENS:
        return Decimal(0), index
    position = index + 1 + (reader.low(index + 1) in HYPHENS and reader.glued(index + 1))
    unit = _SMALL.get(reader.low(position), Decimal(0))
    if 0 < unit < _SMALL["ten"]:
        return _TENS[word] + unit, position + 1
    return _TENS[word], index + 1
