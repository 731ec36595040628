from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.store.access.quotas import Quota


@given(st.integers(0, 120_000))
def test_a_client_that_waits_as_long_as_it_is_told_never_comes_too_early(milliseconds: int) -> None:
    quota = Quota.from_script("read", 60, b"0", str(milliseconds).encode())
    assert quota.reset_seconds >= 1
    assert milliseconds <= quota.reset_seconds * 1000 < milliseconds + 2000
