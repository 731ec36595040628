"""Opaque ids that sort by time of creation: a prefix and a ULID."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u
_PAIRS = [first + second for first in _ALPHABET for second in _ALPHABET]
REST = f"[{_ALPHABET}]{{26}}"  # what follows the prefix, as a regular expression
_ID_PATTERN = re.compile(f"(?:art|sty|whk|dlv|evt)_{REST}")


def new(prefix: str, randbits: Callable[[int], int] = secrets.randbits) -> str:
    """Create an id: the prefix, 48 bits of milliseconds and 80 random bits, as a ULID in base 32.

    Args:
        prefix: the prefix, without underscore.
        randbits: source of the random bits. Ids that need not be unguessable may use a faster source than the
            default.
    """
    number = (time.time_ns() // 1_000_000) << 80 | randbits(80)
    return prefix + "_" + "".join([_PAIRS[number >> shift & 1023] for shift in range(120, -10, -10)])


def is_plausible(identifier: str) -> bool:
    """Return whether a string has the form of an id."""
    return _ID_PATTERN.fullmatch(identifier) is not None


def milliseconds(identifier: str) -> int:
    """Return the time of creation of an id, in milliseconds since 1970."""
    number = 0
    for character in identifier.rpartition("_")[2]:
        number = number << 5 | _ALPHABET.index(character)
    return number >> 80


def following(identifier: str, steps: int) -> str:
    """Return the id that is so many steps after another one; deterministic."""
    prefix, _, digits = identifier.rpartition("_")
    number = steps
    for position, character in enumerate(reversed(digits)):
        number += _ALPHABET.index(character) << 5 * position
    return prefix + "_" + "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -5, -5))
