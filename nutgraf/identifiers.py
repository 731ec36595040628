"""Ids that are opaque, unguessable and sort by the time they were made."""

from __future__ import annotations

import re
import secrets
import time

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u
_SHAPE = re.compile(rf"(?:art|sty|whk|dlv|evt)_[{_ALPHABET}]{{26}}")


def new(prefix: str) -> str:
    """A new id: the prefix, 48 bits of milliseconds and 80 random bits, in ULID's order."""
    number = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    return prefix + "_" + "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -5, -5))


def plausible(identifier: str) -> bool:
    """Whether a string has the shape of an id, so that nonsense never reaches the store."""
    return _SHAPE.fullmatch(identifier) is not None
