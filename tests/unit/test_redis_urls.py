"""URLs of Redis and of the broker."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kombu import Connection
from kombu.utils.url import _parse_url

from nutgraf.redis_urls import (
    SentinelAccess,
    broker_address,
    sentinel_address,
    with_password,
    without_password,
)

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


@given(WORDS, st.sampled_from(["", "desk"]))
def test_kombu_reads_any_password_of_a_master_that_sentinels_know(password: str, user: str) -> None:
    url = f"sentinel://{user}:{quote(password, safe='')}@a:1,b:2/3?master=news"
    address = broker_address(url)
    connection = Connection(address.url)
    assert (connection.userid or "", connection.password) == (user, password)
    assert [(each.hostname, each.port) for each in map(_parse_url, connection.alt)] == [("a", 1), ("b", 2)]
    assert address.options["master_name"] == "news"


@given(WORDS, st.sampled_from(["", "desk"]))
def test_kombu_reads_any_password_of_a_unix_socket(password: str, user: str) -> None:
    address = broker_address(f"unix://{user}:{quote(password, safe='')}@/run/redis.sock?db=2")
    parts = _parse_url(Connection(address.url).hostname or "")
    assert (parts.username or "", parts.password, parts.path) == (user, password, "run/redis.sock")


def test_sentinels_get_their_own_credentials_and_tls() -> None:
    address = broker_address("sentinel://:m@a/0?ssl_ca_certs=/ca.pem", SentinelAccess("guard", "s", tls=True))
    asked = address.options["sentinel_kwargs"]
    assert (asked["username"], asked["password"], asked["ssl"], asked["ssl_ca_certs"]) == (
        "guard", "s", True, "/ca.pem",
    )  # fmt: skip
    assert address.tls == {"ssl_cert_reqs": "required", "ssl_ca_certs": "/ca.pem"}
    assert broker_address("sentinel://a/0").tls is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("redis://cache:7000/1", "redis://:a%2Fb@cache:7000/1"),
        ("redis://desk@cache/1?x=y", "redis://desk:a%2Fb@cache/1?x=y"),
        ("unix:///run/redis.sock?db=1", "unix://:a%2Fb@/run/redis.sock?db=1"),
        ("unix://desk@/run/redis.sock", "unix://desk:a%2Fb@/run/redis.sock"),
        ("sentinel://a:1,b:2/0?master=news", "sentinel://:a%2Fb@a:1,b:2/0?master=news"),
    ],
)
def test_a_password_is_added_to_every_kind_of_url(url: str, expected: str) -> None:
    assert without_password(url)
    assert with_password(url, "a/b") == expected
    assert not without_password(expected)


def test_a_sentinel_url_needs_a_sentinel() -> None:
    with pytest.raises(ValueError, match="at least one"):
        sentinel_address("sentinel:///0")
