from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.store.articles.records import unpack_values


def packed(values: list[bytes | None]) -> bytes:
    """What ``packed`` in ``authorize_request.lua`` makes of values."""
    lengths = " ".join("-" if value is None else str(len(value)) for value in values)
    return lengths.encode() + b"\n" + b"".join(value or b"" for value in values)


@given(st.lists(st.none() | st.binary(max_size=20), min_size=1, max_size=12))
def test_packed_values_are_unpacked_whatever_bytes_they_hold(values: list[bytes | None]) -> None:
    assert unpack_values(packed(values)) == values


@given(st.lists(st.none() | st.binary(max_size=20), min_size=1, max_size=5))
def test_packed_values_may_be_one_value_of_others(row: list[bytes | None]) -> None:
    inner = packed(row)
    _, value, _ = unpack_values(packed([b"granted", inner, None]))
    assert value == inner
    assert unpack_values(value or b"") == row
