import math

import pytest

from benchmarks.engine.pipeline_cost import TextCost
from benchmarks.report.results_page import growth_exponent, markdown_table


@pytest.mark.parametrize("power", [1.0, 2.0])
def test_the_exponent_of_growth_is_the_power_of_the_length(power: float) -> None:
    costs = [TextCost(length, 3 * length**power, 0, 0) for length in (1000, 10_000, 50_000, 200_000)]
    assert math.isclose(growth_exponent(costs), power)


def test_a_table_has_a_row_for_each_row() -> None:
    assert markdown_table(("a", "b"), [(1, 2)]).splitlines() == ["| a | b |", "| --- | --- |", "| 1 | 2 |"]
