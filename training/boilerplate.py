"""Boilerplate lines as news pages print them, invented or generic, to be injected into clean articles.

Every file of ``cleaning/wordings`` is one set, by one imagined kind of page. ``{title}``, ``{site}``,
``{name}`` and ``{headline}`` are filled in for each article. ``training/README.md``
tells how each set came about.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_WORDINGS: Final = Path(__file__).parent / "cleaning" / "wordings"

# In the order in which they were written: later sets knew less of the rules.
_SETS: Final = (
    *(
        "seen",
        "held_out",
        "unseen",
        "last",
        "fresh",
        "sealed",
        "declarative",
        "verdict",
        "closing",
        "outlets",
    ),
    *("broadcaster", "digest", "magazine", "agency", "community", "mobile", "parish", "portal", "tabloid"),
)


def _read(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of one set by the place where they stand: head, middle or tail."""
    places: dict[str, list[str]] = {"[head]": [], "[middle]": [], "[tail]": []}
    lines = places["[head]"]
    for line in (_WORDINGS / f"{name}.txt").read_text("utf-8").splitlines():
        if line in places:
            lines = places[line]
        else:
            lines.append(line)
    return {place.strip("[]"): tuple(found) for place, found in places.items()}


_READ: Final = {name: _read(name) for name in _SETS}

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
