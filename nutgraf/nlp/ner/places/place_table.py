"""Table of the world's countries, first-level regions and towns, searched by name.

It is held as columns of numbers and one block of names, which processes share after a fork; as objects of
Python it would take thirty times the memory.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

DEGREE: Final = 100
"""Parts of a degree in which coordinates are stored."""

NOWHERE: Final = 32_767
"""Stored coordinate of a place whose coordinates are not known."""

_OPENING: Final = 2
"""Bytes of a name that a search begins with."""

_DROPPED: Final = str.maketrans({"-": " ", "–": " ", **dict.fromkeys("'’‘ʻʼ`´.,")})


class PlaceKind(IntEnum):
    """Kind of a political place, the largest first."""

    COUNTRY = 0
    REGION = 1
    TOWN = 2


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A political place.

    Attributes:
        kind: country, first-level region or town.
        id: of GeoNames.
        latitude: degrees north, to 0.01; None where it is not known.
        longitude: degrees east, to 0.01; None where it is not known.
        country: ISO 3166-1 alpha-2 code.
        region: GeoNames' code of the first-level region ("US.CA"); empty for a country.
        thousands: inhabitants in thousands, rounded down.
        capital: whether it is the capital of its country.
    """

    kind: PlaceKind
    id: int
    latitude: float | None
    longitude: float | None
    country: str
    region: str
    thousands: int
    capital: bool = False


def fold_place(name: str) -> str:
    """Fold a place's name: case, accents, hyphens, apostrophes and full stops make no difference."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(name.casefold().translate(_DROPPED).split())


class PlaceTable:
    """The table, as ``training.places.geonames`` writes it."""

    def __init__(self, file: Path) -> None:
        with np.load(file) as arrays:
            self._names: bytes = arrays["names"].tobytes()
            self._columns: tuple[NDArray[np.generic], ...] = tuple(arrays[name] for name in _COLUMNS)
            self._countries: list[str] = arrays["iso3166"].tolist()
            self._regions: list[str] = arrays["admin1codes"].tolist()
        ends = np.flatnonzero(np.frombuffer(self._names, np.uint8) == ord("\n"))
        self._starts = np.concatenate([[0], ends + 1]).astype(np.uint32)
        self._openings = self._rows_by_opening()

    def __len__(self) -> int:
        """Return the number of rows: names of places."""
        return len(self._starts) - 1

    def __getitem__(self, row: int) -> bytes:
        """Return the folded name of a row, in UTF-8; rows are in the order of their names."""
        return self._names[self._starts[row] : self._starts[row + 1] - 1]

    def find(self, folded: str) -> tuple[KnownPlace, ...]:
        """Return the places of a folded name: countries, then regions, then towns, the largest first."""
        key = folded.encode()
        low, high = self._openings.get(key[:_OPENING], (0, 0))
        row = bisect_left(self, key, low, high)
        found = []
        while row < high and self[row] == key:
            found.append(self._place(row))
            row += 1
        return tuple(found)

    @cached_property
    def by_country(self) -> dict[str, KnownPlace]:
        """The countries by their code."""
        rows = np.flatnonzero(self._columns[0] == PlaceKind.COUNTRY)
        return {place.country: place for place in map(self._place, rows.tolist())}

    def _rows_by_opening(self) -> dict[bytes, tuple[int, int]]:
        """Return the first row, and the one behind the last, of the names that open with the same bytes."""
        names = np.frombuffer(self._names, np.uint8)
        firsts = self._starts[:-1]
        openings = names[firsts].astype(np.uint16) * 256 + names[firsts + 1]
        keys, rows = np.unique(openings, return_index=True)
        ends = [*rows[1:].tolist(), len(self)]
        found = zip(keys.tolist(), rows.tolist(), ends, strict=True)
        return {bytes(divmod(key, 256)): (low, high) for key, low, high in found}

    def _place(self, row: int) -> KnownPlace:
        kind, identifier, latitude, longitude, country, region, thousands, capital = (
            int(column[row]) for column in self._columns
        )
        known = NOWHERE not in (latitude, longitude)
        return KnownPlace(
            PlaceKind(kind),
            identifier,
            latitude / DEGREE if known else None,
            longitude / DEGREE if known else None,
            self._countries[country],
            self._regions[region],
            thousands,
            bool(capital),
        )


_COLUMNS: Final = ("kinds", "ids", "latitudes", "longitudes", "country", "admin1", "thousands", "pplc")


@lru_cache
def place_table(file: Path) -> PlaceTable:
    """Return the table of a file, read once in a process.

    Raises:
        OSError: the file cannot be read.
    """
    return PlaceTable(file)
