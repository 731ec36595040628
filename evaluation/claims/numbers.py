"""Numbers in digits and words, read without the product, whose figures are judged by them."""

from __future__ import annotations

import re

WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
FACTORS = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
TENS = 10
HUNDRED = 100
TOKEN = re.compile(r"(\d[\d,]*(?:\.\d+)?)|([a-z]+)")


def numbers_in(text: str) -> list[float]:
    """Return the numbers in a text: "two hundred and forty" is 240, "€1.4bn" 1.4e9."""
    found: list[float] = []
    is_open = spelled = False
    for digits, word in TOKEN.findall(text.casefold()):
        value = WORDS.get(word)
        if value is not None and is_open and spelled and value < _room(found[-1]):
            found[-1] += value
        elif digits or value is not None:
            found.append(float(digits.replace(",", "")) if digits else float(value or 0))
            is_open, spelled = True, not digits
        elif word in FACTORS and is_open:
            found[-1] *= FACTORS[word]
        elif word != "and":
            is_open = False
    return found


def _room(number: float) -> float:
    """Return the limit of a number word that may follow: a unit after tens, less than 100 after hundreds."""
    if number and number % HUNDRED == 0:
        return HUNDRED
    return TENS if number % TENS == 0 and number > TENS else 0
