"""What sums and shares measure: the subject of their clause, never a bare verb."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp import figures
from tests.support.docs import english

PUBLISHED = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)  # a Wednesday


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text, None, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        ("The rate has reached 85 percent, and the gap widened to 137 percent.", ["rate", "gap"]),
        ("The exchange rate topped 300 pesos per dollar.", ["exchange rate"]),
        ("Tin rose 3% to $82 a tonne.", ["Tin rose", "Tin"]),
        ("Bonds in the mill fell 3%.", ["Bonds fell"]),
        ("Unemployment in Isford stood at 8%.", ["Unemployment"]),
        ("In Isford unemployment reached 8%.", ["unemployment"]),
        ("The average weekly rent of a flat is £120.", ["average weekly rent of a flat"]),
        ("It rents its cellars at £90 a month.", ["cellars"]),
        (
            "The number of visitors rose 12 percent to 3,400.",
            ["number of visitors rose", "number of visitors"],
        ),
        ("The bank cut rates by 25 basis points.", ["rates"]),
        ("The town raised the parking charge for vans to £9.", ["parking charge"]),
        ("He said inflation was 3%.", ["inflation"]),
        ("The study shows unemployment reached 8%.", ["unemployment"]),
        ("Inflation was 3% in the north.", ["Inflation"]),
        ("Barges worth £2m were seized.", ["Barges"]),
        ("A firm which runs it under a contract worth £2m left.", ["contract"]),
        ("A berth at the quay costs £40.", ["berth"]),
        ("It cost £40.", ["cost"]),
        ("The town wants to raise £400.", [None]),
        ("Plates costing £40 broke.", ["Plates"]),
        ("Ines Hale had £40.", [None]),
        ("They ask £40 per square metre.", ["per square metre"]),
        ("The barges were sold for £2m.", ["barges"]),
        ("Turnout: 85%.", ["Turnout"]),
        ("The work is 98 per cent complete.", ["work"]),
        ("The plot is estimated to be worth £65,000.", ["plot"]),
        ("Inflation slowed to 3.1% in May from 3.4% in April.", ["Inflation", "Inflation"]),
        ("The herd shrank from 12,000 in 1990 to 9,500 in 2020.", ["herd", "herd"]),
        ("Trust fell from 52 to 48 percent.", ["Trust", "Trust"]),
        ("The judge imposed a fine of £500 on traders.", ["fine"]),
        ("He was fined £500.", ["fine"]),
        ("The index fell 45 points to close at 7,120.5.", ["points", "index"]),
        ("They spent £5m rebuilding it.", ["spending"]),
        ("It is 40 percent more likely.", [None]),
    ],
)
def test_what_a_figure_measures_is_a_noun_phrase(text: str, whats: list[str | None]) -> None:
    found = [figure for figure in found_in(text) if figure.kind is not FigureKind.DATE]
    assert [figure.what for figure in found] == whats
