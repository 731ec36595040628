"""Former and mistaken values, versions and exceptions are no values of their own."""

from __future__ import annotations

import pytest

from nutgraf.nlp.multi_document.figures.claim_reader import figure_claims
from tests.support.reports import report_with_names
from tests.unit.nlp.multi_document.figures.test_agreement import IDF, states


@pytest.mark.parametrize(
    ("text", "values", "replaced"),
    [
        ("The toll rose from nine people to 11 people.", [11], (9,)),
        ("The firm cut the price to $599 from $649.", [599], (649,)),
        ("The firm expects sales of €9.5 million rather than the €9.8 million it had hoped for.",
         [9_500_000], (9_800_000,)),
        ("The mast is 198 metres high, not 189, says Holm, which has corrected its sheet.", [198], (189,)),
        ("The ship carried 40 people, police said, correcting an earlier figure of 42 people.", [40], (42,)),
        ("The firm shipped update 5.50 of its player.", [], ()),
        ("All but three people were rescued.", [], ()),
        ("It lasted nine minutes and 46 seconds.", [9], ()),
        ("The bridge cost €3 million to €4 million.", [3_000_000], ()),
    ],
)  # fmt: skip
def test_the_values_that_a_sentence_claims(
    text: str, values: list[float], replaced: tuple[float, ...]
) -> None:
    claims = figure_claims(report_with_names(0, text, hours=0), IDF)
    assert [claim.figure.value for claim in claims] == values
    assert tuple(value for claim in claims for value in claim.replaced) == replaced


def test_a_range_admits_its_values_alone() -> None:
    (claim,) = figure_claims(report_with_names(0, "It cost €3 million to €4 million.", hours=0), IDF)
    assert claim.admitted is not None
    assert 2_900_000 < claim.admitted.low < 3_000_000
    assert 4_000_000 < claim.admitted.high < 4_100_000


@pytest.mark.parametrize(
    ("one", "other", "state"),
    [
        ("The shaft is 780 metres (2,560 feet) deep.", "The shaft is 780 metres deep.", "compatible"),
        ("The reward of 150,000 pounds, or about 170,000 euros, stands.", "The reward is 150,000 pounds.",
         "compatible"),
        ("The shaft is 780 metres deep.", "The shaft, 780 metres deep, was shut.", "agreed"),
    ],
)  # fmt: skip
def test_a_value_with_its_conversion_is_compatible_with_one_without(one: str, other: str, state: str) -> None:
    assert [found.value for found in states(one, other)] == [state]
