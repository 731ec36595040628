"""Names that are money, a weight or a verb, told apart by the words around them: "pounds", "won"."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.lang.schema.figures.currencies import CurrencyName

_LOOK_BACK: Final = 6
_LOOK_AHEAD: Final = 6
_NEAR: Final = 4
_NEXT: Final = 2
_THOUSAND: Final = 1000
_MILLION: Final = 10**6
_DIGITS_OF_MINOR: Final = 2


def means_money(reader: TokenReader, index: int, numeral: Numeral, name: CurrencyName) -> bool:
    """Return whether a name is money.

    Args:
        reader: the sentence.
        index: of the name.
        numeral: the number in front of it.
        name: what the name stands for.
    """
    words = reader.rules.currencies
    if name.lemma in words.verbs:
        return numeral.scale >= _THOUSAND
    if name.lemma not in words.weights:
        return name.lemma not in words.national_only
    following = reader.low(index + 1)
    if words.suffixes.get(following) == name.lemma or _has_minor_unit(reader, index + 1, name):
        return True
    if following in reader.rules.numbers.partitives:
        valued = _any(reader, range(index + 2, index + 2 + _NEAR), words.money_matters)
        return reader.low(index + 2) not in words.weighed and (numeral.scale >= _MILLION or valued)
    if reader.low(index - 1) in HYPHENS and reader.glued(index):
        return _any(reader, range(index + 1, index + 1 + _NEXT), words.payment_words)
    return _is_paid(reader, index, numeral)


def _is_paid(reader: TokenReader, index: int, numeral: Numeral) -> bool:
    """Return whether the words around a number and its unit speak of paying, and none of weighing."""
    words = reader.rules.currencies
    before = range(numeral.first - _LOOK_BACK, numeral.first)
    behind = range(index + 1, index + 1 + _LOOK_AHEAD)
    if _any(reader, before, words.weight_words) or _any(reader, behind[:_NEAR], words.weight_words):
        return False
    large = numeral.scale >= _THOUSAND
    return large or _any(reader, before, words.payment_words) or _any(reader, behind, words.payment_words)


def _has_minor_unit(reader: TokenReader, index: int, name: CurrencyName) -> bool:
    """Return whether a number of the currency's minor unit follows: "3 pounds *45 pence*"."""
    digits = reader.at(index).text
    if digits.isdecimal() and len(digits) == _DIGITS_OF_MINOR and reader.at(index + 1).kind != "word":
        return True  # "1 pound 50"
    index += reader.low(index) in reader.rules.numbers.conjunctions
    minor = reader.rules.currencies.names.get(reader.low(index + 1))
    return minor is not None and minor.code == name.code and minor.share != name.share


def _any(reader: TokenReader, indices: range, words: Container[str]) -> bool:
    return any(reader.low(index) in words for index in indices)
