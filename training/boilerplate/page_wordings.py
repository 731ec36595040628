"""Boilerplate lines as news pages print them, invented or generic, to be injected into clean articles.

A set holds the lines of one imagined kind of page. Sets of ``data/wordings`` are trained on; those of
``data/held_out`` are for evaluation only. ``data/README.md`` lists every set with its fold. ``{title}``,
``{site}``, ``{name}`` and ``{headline}`` are filled in for each article.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from nutgraf.nlp.word_lists import word_tuple

DATA: Final = Path(__file__).parent / "data"

TRAINED: Final = word_tuple(
    """
    agency aggregator balkans broadcaster businesswire caribbean citydaily climatedesk shippingdesk community
    cooperative statements diaspora digest eastafrica educationnews eveningpaper factcheck faithnews farmnews
    trafficdesk gamingculture gulf healthnews councildesk indiadaily investigative islandnews courtsdesk
    latinamerica legalnews liveblog machinetranslated magazine militarynews minimalist mobile municipal
    nationalbroadsheet newsletterweb ngonews nordic nostalgic largeoutlets pacific pakistan parish
    parliamentwatch photojournal podcastnotes portal publicnotices publicradio regionalgroup ruralweekly
    sciencenews crimedesk stockphrases southafrica southeastasia sportssite startupdigest stateagency
    studentpaper suburbanweekly tabloid techblog tersegazette transportnews regionaldesk hospitaldesk
    wireservice
    """
)
"""Sets that the shipped weights were trained on. Their order fixes the folds: append new ones at the end."""

HELD_OUT: Final = ("outlet", "odd")
"""Sets for evaluation only: in the manner of large outlets, and in odd full sentences."""

HELD_OUT_OWN: Final = tuple((DATA / "held_out" / "report_sentences.txt").read_text("utf-8").splitlines())
"""Sentences of reports that resemble boilerplate, for evaluation only."""


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    """Read the lines of a set by their position on the page: head, middle or tail."""
    positions: dict[str, list[str]] = {"[head]": [], "[middle]": [], "[tail]": []}
    lines = positions["[head]"]
    for line in path.read_text("utf-8").splitlines():
        if line in positions:
            lines = positions[line]
        else:
            lines.append(line)
    return {position.strip("[]"): tuple(found) for position, found in positions.items()}


_SETS: Final = {name: _read(DATA / "wordings" / f"{name}.txt") for name in TRAINED} | {
    name: _read(DATA / "held_out" / f"{name}.txt") for name in HELD_OUT
}

HEAD: Final = {name: positions["head"] for name, positions in _SETS.items()}
"""Lines above the report, by set."""

MIDDLE: Final = {name: positions["middle"] for name, positions in _SETS.items()}
"""Lines between two paragraphs of the report, by set."""

TAIL: Final = {name: positions["tail"] for name, positions in _SETS.items()}
"""Lines below the report, by set."""

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
