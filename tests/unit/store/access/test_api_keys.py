"""Names that a tenant can't have."""

from __future__ import annotations

import pytest
import redis

from nutgraf.store.access.api_keys import RESERVED_TENANTS, KeyStore, TenantNameError
from tests.support.redis_keys import lua_files, lua_source, lua_use

NOWHERE = redis.Redis(port=1)


@pytest.mark.parametrize("name", sorted(RESERVED_TENANTS))
def test_a_name_that_shared_keys_have_is_refused_by_name(name: str) -> None:
    with pytest.raises(TenantNameError, match=f"called {name}:"):
        KeyStore(NOWHERE).create(name, ("read",))


@pytest.mark.parametrize("name", ["", "desk:night", ":"])
def test_a_name_that_makes_keys_of_two_tenants_alike_is_refused(name: str) -> None:
    with pytest.raises(TenantNameError, match="colon"):
        KeyStore(NOWHERE).create(name, ("read",))


def test_every_shared_key_of_the_stories_is_reserved() -> None:
    """A key `ng:stories:<tenant>` is never one that all tenants share."""
    used = {use.pattern for name in lua_files() for use in lua_use(name, lua_source(name)).uses}
    shared = {key.split(":")[2] for key in used if key.startswith("ng:stories:")} - {"{}"}
    assert shared == RESERVED_TENANTS
