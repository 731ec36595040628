"""Values that contradict each other are of one quantity where words, nouns or verbs name it."""

from __future__ import annotations

import pytest

from nutgraf.model.story import FigureState
from tests.unit.nlp.multi_document.figures.test_agreement import compared, states


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mill was fined £240,000 over the leak.", "The owner paid a fine of £420,000 over the leak."),
        ("It pays a dividend of $1.20.", "It raised its dividend to $2.10 a share."),
        ("The chain will close 28 shops by September.", "The chain will shut 31 stores."),
        ("A probe showed 4.1 percent of ethane; work must stop at 2 percent.",
         "A probe had shown 4.6 percent of ethane, far above the limit of 2 percent."),
        ("She will earn £90,000 a year.", "Her salary is £75,000."),
        ("The gauge showed a flow of 120 litres.", "The gauge had shown a flow of 210 litres."),
        ("The thieves took 46 clocks.", "The thieves took 64 clocks."),
        ("The serum lowers the risk of relapse by 32 percent.", "The risk of relapse was 23 percent lower."),
    ],
)  # fmt: skip
def test_one_quantity_with_two_values_is_in_conflict(one: str, other: str) -> None:
    assert states(one, other)[:1] == [FigureState.CONFLICTING]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Revenue rose 3 percent in the half-year.", "The shares closed 5 percent higher on the exchange."),
        ("The thieves took 46 clocks.", "Police found 39 of the clocks in a barn."),
        ("The flaw affected 75,000 printers.", "The maker has repaired 61,000 of the printers."),
        ("The motion had 76 votes.", "The motion needed a majority of 71 votes."),
        ("The mural is six metres high.", "The painter, 6 ft tall, smiled."),
        ("Power failed in 40,000 homes.", "Power was restored to 31,000 homes."),
        ("A couple and their three sons were in the car.", "The owner came with his two sons."),
        ("She leads him by 19 points.", "He cut the gap to 12 points."),
        ("Turnover grew by 14 percent.", "Web orders bring 17 percent of the whole."),
    ],
)
def test_two_quantities_are_in_no_conflict(one: str, other: str) -> None:
    assert FigureState.CONFLICTING not in states(one, other)


def test_equal_shares_of_two_things_are_two_quantities() -> None:
    assert compared("Profit before tax rose 14 percent.", "Web orders bring 14 percent of the takings.") == []


def test_the_change_of_a_share_is_compared_at_the_close_of_one_day_alone() -> None:
    closes = (
        "The shares closed 5.1 percent higher on 2 April 2026.",
        "On 2 April 2026 the shares ended up 4.6 percent.",
    )
    assert FigureState.CONFLICTING in states(*closes)
    assert FigureState.CONFLICTING not in states(
        "The shares rose 5.1 percent.", "The shares were up 4.6 percent."
    )
