"""Where the command line finds the API and Redis: as told, by the environment, or from the local stack."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nutgraf.settings import Settings, SettingsError, caller_settings, operator_settings

LOCAL = {"NUTGRAF_REDIS_URL": "redis://:secret@127.0.0.1:7000/0", "NUTGRAF_PORT": "7001"}


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("NUTGRAF_")]:
        monkeypatch.delenv(name)


@pytest.mark.parametrize(
    ("given", "environment", "local", "expected"),
    [
        (None, {}, {}, "http://127.0.0.1:8000"),
        (None, {}, LOCAL, "http://127.0.0.1:7001"),
        (None, {"NUTGRAF_PORT": ""}, LOCAL, "http://127.0.0.1:7001"),
        (None, {"NUTGRAF_PORT": "8123"}, LOCAL, "http://127.0.0.1:8123"),
        (None, {"NUTGRAF_PORT": "8123", "NUTGRAF_API_URL": "https://news/"}, LOCAL, "https://news"),
        (
            "http://told:1",
            {"NUTGRAF_PORT": "8123", "NUTGRAF_API_URL": "https://news"},
            LOCAL,
            "http://told:1",
        ),
        ("http://told:1", {"NUTGRAF_PORT": "8000-8003"}, {}, "http://told:1"),
    ],
)
def test_a_caller_finds_the_api(
    monkeypatch: pytest.MonkeyPatch,
    given: str | None,
    environment: dict[str, str],
    local: dict[str, str],
    expected: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert caller_settings(given, None, local) == (expected, None)


def test_a_key_that_is_given_comes_before_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_API_KEY", "of the environment")
    assert caller_settings(None, None, {})[1] == "of the environment"
    assert caller_settings(None, "given", {})[1] == "given"


@pytest.mark.parametrize("port", ["8000-8003", "0", "tcp://10.0.0.1:8000"])
def test_a_port_that_is_none_is_said(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("NUTGRAF_PORT", port)
    with pytest.raises(SettingsError, match="NUTGRAF_PORT must be"):
        caller_settings(None, None, LOCAL)


def test_an_operator_finds_the_local_stack_with_the_settings_that_it_was_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert operator_settings({}) == Settings()
    monkeypatch.setenv("NUTGRAF_PORT", "8123")
    found = operator_settings(LOCAL)
    assert (found.redis_url, found.port) == (LOCAL["NUTGRAF_REDIS_URL"], 7001)


def test_the_redis_that_the_environment_names_comes_before_the_local_stack(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NUTGRAF_REDIS_URL", "redis://elsewhere:6379/0")
    assert operator_settings(LOCAL) == Settings(redis_url="redis://elsewhere:6379/0")


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ({}, "redis://:s%3A1@127.0.0.1:6379/0"),
        ({"NUTGRAF_REDIS_URL": "redis://desk@cache/2"}, "redis://desk:s%3A1@cache/2"),
        ({"NUTGRAF_REDIS_URL": "unix:///run/r.sock?db=2"}, "unix://:s%3A1@/run/r.sock?db=2"),
        ({"NUTGRAF_REDIS_URL": "sentinel://a,b/0?master=n"}, "sentinel://:s%3A1@a,b/0?master=n"),
    ],
)
def test_the_password_file_is_used_for_every_kind_of_redis(
    tmp_path: Path, named: dict[str, str], expected: str
) -> None:
    (tmp_path / "password").write_text("s:1\n")
    settings = Settings.from_env({**named, "NUTGRAF_REDIS_PASSWORD_FILE": str(tmp_path / "password")})
    assert settings.redis_url == expected


def test_the_password_of_the_sentinels_comes_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("guard\n")
    named = {"NUTGRAF_SENTINEL_PASSWORD_FILE": str(tmp_path / "password"), "NUTGRAF_SENTINEL_TLS": "on"}
    access = Settings.from_env(named).sentinel_access
    assert (access.username, access.password, access.tls) == ("", "guard", True)
    with pytest.raises(SettingsError, match="exclude each other"):
        Settings.from_env({**named, "NUTGRAF_SENTINEL_PASSWORD": "other"})
    with pytest.raises(SettingsError, match="can't be read"):
        Settings.from_env({"NUTGRAF_SENTINEL_PASSWORD_FILE": str(tmp_path / "missing")})
