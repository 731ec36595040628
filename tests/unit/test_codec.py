from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.codec import decode, encode


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Part:
    name: str
    within: Part | None = None


@dataclass(frozen=True)
class Whole:
    parts: tuple[Part, ...]
    numbers: tuple[int, ...]
    colour: Colour | None
    moment: datetime | None
    facts: dict[str, Any]
    kind: Literal["hit", "miss"]
    value: int | float | None
    share: float = 0.5


moments = st.integers(0, 4_000_000_000_000).map(lambda ms: datetime.fromtimestamp(ms / 1000, UTC))
parts = st.recursive(
    st.builds(Part, st.text()), lambda inner: st.builds(Part, st.text(), inner), max_leaves=4
)
wholes = st.builds(
    Whole,
    parts=st.lists(parts, max_size=3).map(tuple),
    numbers=st.lists(st.integers(), max_size=3).map(tuple),
    colour=st.none() | st.sampled_from(Colour),
    moment=st.none()
    | moments.map(lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)),
    facts=st.dictionaries(st.text(), st.none() | st.integers() | st.lists(st.booleans()), max_size=3),
    kind=st.sampled_from(["hit", "miss"]),
    value=st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    share=st.floats(0, 1),
)


@given(wholes)
def test_a_noun_comes_back_as_it_was_written(whole: Whole) -> None:
    assert decode(Whole, encode(whole)) == whole


def test_only_a_field_with_a_default_may_be_missing() -> None:
    raw = '{"parts":[],"numbers":[],"colour":null,"moment":null,"facts":{},"kind":"hit","value":1}'
    assert decode(Whole, raw).share == 0.5
    with pytest.raises(KeyError):
        decode(Whole, raw.replace('"kind"', '"sort"'))
