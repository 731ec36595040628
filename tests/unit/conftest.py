"""Unit tests run without Redis, so that they run anywhere and in under a minute."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def redis_url() -> str:
    pytest.fail("a test that needs Redis belongs in tests/integration")
