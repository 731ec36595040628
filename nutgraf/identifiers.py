"""Ids that are opaque, unguessable and sort by the time they were made."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u
_PAIRS = [first + second for first in _ALPHABET for second in _ALPHABET]
REST = f"[{_ALPHABET}]{{26}}"  # what follows the prefix, as a regular expression
_SHAPE = re.compile(f"(?:art|sty|whk|dlv|evt)_{REST}")


def new(prefix: str, randbits: Callable[[int], int] = secrets.randbits) -> str:
    """A new id: the prefix, 48 bits of milliseconds and 80 random bits, in ULID's order.

    What nobody gains by guessing may have its bits from a cheaper source than the system's.
    """
    number = (time.time_ns() // 1_000_000) << 80 | randbits(80)
    return prefix + "_" + "".join([_PAIRS[number >> shift & 1023] for shift in range(120, -10, -10)])


def is_plausible(identifier: str) -> bool:
    """Whether a string has the shape of an id, so that nonsense never reaches the store."""
    return _SHAPE.fullmatch(identifier) is not None


def milliseconds(identifier: str) -> int:
    """When an id was made, in milliseconds since 1970."""
    number = 0
    for character in identifier.rpartition("_")[2]:
        number = number << 5 | _ALPHABET.index(character)
    return number >> 80


def following(identifier: str, steps: int) -> str:
    """The id so many steps after another one; the same steps always give the same id."""
    prefix, _, written = identifier.rpartition("_")
    number = steps
    for position, character in enumerate(reversed(written)):
        number += _ALPHABET.index(character) << 5 * position
    return prefix + "_" + "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -5, -5))
