"""Boilerplate lines as news pages print them, invented or generic, to be injected into clean articles.

Every file of ``data/wordings`` is one set, by one imagined kind of page, to train on; those of
``data/held_out`` only judge. ``{title}``, ``{site}``, ``{name}`` and ``{headline}`` are filled in for
each article. ``training/README.md`` tells how each set came about.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "data"
_FILES: Final = {
    path.stem: path
    for folder in ("wordings", "held_out")
    for path in sorted((_FOLDER / folder).glob("*.txt"))
}

TRAINED: Final = tuple(name for name, path in _FILES.items() if path.parent.name == "wordings")
"""The sets that the shipped weights were trained on."""

HELD_OUT: Final = ("outlet", "odd")
"""The sets that nothing was trained on: as large outlets word it, and oddly."""

HELD_OUT_OWN: Final = tuple((_FOLDER / "held_out" / "own.txt").read_text("utf-8").splitlines())
"""Sentences of reports that resemble boilerplate, which nothing was trained on either."""


def _read(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of one set by the place where they stand: head, middle or tail."""
    places: dict[str, list[str]] = {"[head]": [], "[middle]": [], "[tail]": []}
    lines = places["[head]"]
    for line in _FILES[name].read_text("utf-8").splitlines():
        if line in places:
            lines = places[line]
        else:
            lines.append(line)
    return {place.strip("[]"): tuple(found) for place, found in places.items()}


_READ: Final = {name: _read(name) for name in (*TRAINED, *HELD_OUT)}

HEAD: Final[dict[str, tuple[str, ...]]] = {name: places["head"] for name, places in _READ.items()}
"""Lines that stand above the report, by set."""

MIDDLE: Final[dict[str, tuple[str, ...]]] = {name: places["middle"] for name, places in _READ.items()}
"""Lines that stand between two paragraphs of the report, by set."""

TAIL: Final[dict[str, tuple[str, ...]]] = {name: places["tail"] for name, places in _READ.items()}
"""Lines that stand below the report, by set."""

SITES: Final = ("Harbour Gazette", "Northern Courier", "The Daily Lantern", "Capital Post", "Riverside Today")
NAMES: Final = ("Jane Doe", "Tomas Berg", "Amira Haddad", "Li Wen", "Priya Raman", "Carlos Ortega")
HEADLINES: Final = (
    "Council votes to close two libraries",
    "Ferry strike enters its third week",
    "Why the harbour bridge will stay shut until spring",
    "Farmers warn of a poor harvest after dry summer",
    "Five things to know about the new tram line",
    "Police seek witnesses after fire at warehouse",
)
