"""Those whom a number counts are a part of others, or a whole, or have an aspect of their own."""

from __future__ import annotations

import pytest

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.lang.schema.stories import CasualtyAspect
from nutgraf.nlp.multi_document.figures.frames.counted_people import Counted, read_counted

DEAD, INJURED = CasualtyAspect.DEAD, CasualtyAspect.INJURED
CRITICAL, RESCUED = CasualtyAspect.CRITICAL, CasualtyAspect.RESCUED


def counted(before: str, text: str, after: str, earlier: CasualtyAspect | None = None) -> Counted:
    figure = Figure(4, "people", FigureKind.COUNT, Bound.EXACT, text, 0, len(text), None)
    last = None if earlier is None else Counter(earlier)
    return read_counted(figure, before, after, ENGLISH.stories, last)


class Counter:
    """A count before another."""

    def __init__(self, happened: CasualtyAspect) -> None:
        self.happened = happened


@pytest.mark.parametrize(
    ("before", "text", "after", "earlier", "wanted"),
    [
        ("", "Four of those", " killed were crew.", None, Counted(DEAD, part=True)),
        ("Ten people died, ", "four of them", " children.", DEAD, Counted(DEAD, part=True)),
        ("", "Two of them", " died in hospital.", DEAD, Counted(DEAD, part=True)),
        ("", "Four of whom", " were seriously injured.", INJURED, Counted(CRITICAL)),
        ("", "Four of the injured", " are in a critical condition.", None, Counted(CRITICAL)),
        ("Of the 143 aboard, ", "130", " were rescued.", CasualtyAspect.ABOARD, Counted(RESCUED)),
        ("Boatmen brought ", "130 of them", " ashore.", RESCUED, Counted(RESCUED)),
        ("Three out of the ", "40 people", " were killed.", None, Counted(None, whole=True)),
        ("Three of the ", "40 injured", " died.", None, Counted(INJURED, whole=True)),
        ("The fire killed nine; another ", "three people", " died later.", DEAD, Counted(DEAD, part=True)),
        ("The fire killed nine and injured ", "40 others", ".", DEAD, Counted(INJURED)),
        ("", "Nine people", " were trapped.", None, Counted(CasualtyAspect.TRAPPED)),
        ("The bridge toll rose to ", "15", ".", None, Counted(None)),
    ],
)
def test_what_is_said_of_those_counted(
    before: str, text: str, after: str, earlier: CasualtyAspect | None, wanted: Counted
) -> None:
    assert counted(before, text, after, earlier) == wanted
