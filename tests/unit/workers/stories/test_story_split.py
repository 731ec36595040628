"""Which part of a story keeps its id."""

from __future__ import annotations

import pytest

from workers.stories.story_split import choose_staying


@pytest.mark.parametrize(
    ("partition", "staying"),
    [
        (((0, 1, 2),), (0, 1, 2)),
        (((0,), (1, 2)), (1, 2)),
        (((1, 3), (0, 2)), (0, 2)),
        (((3,), (0, 4), (1, 2)), (0, 4)),
        ((), ()),
    ],
)
def test_the_largest_part_stays_and_of_equal_ones_the_oldest(
    partition: tuple[tuple[int, ...], ...], staying: tuple[int, ...]
) -> None:
    assert choose_staying(partition, whole=True) == staying


def test_of_a_story_with_more_articles_the_part_next_to_the_older_ones_stays() -> None:
    assert choose_staying(((1, 2, 3, 4), (0,)), whole=False) == (0,)
