"""The ``nutgraf`` command against a running stack."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from dev.stack import ROOT, Stack
from nutgraf.cli.main import main
from tests.conftest import TEXT


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.html").write_text(f"<html><body><article><p>{TEXT}</p></article></body></html>")
    (tmp_path / "three.json").write_text(
        json.dumps([{"text": TEXT, "title": "A [title]"}, {"text": TEXT + " b"}])
    )
    return [str(tmp_path / name) for name in ("one.txt", "two.html", "three.json")]


def test_files_of_every_kind_are_submitted_and_waited_for(
    product: Stack, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["submit", *files, "--wait", "--json", "--url", product.url, "--source", "Courier"]) == 0
    articles = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [article["status"] for article in articles] == ["completed"] * 4
    assert {article["source"]["name"] for article in articles} == {"Courier"}
    assert main(["show", articles[2]["id"], "--url", product.url]) == 0
    shown = capsys.readouterr().out
    assert "A [title]" in shown
    assert "Calloway" in shown


def test_several_articles_are_shown_as_a_table(
    product: Stack, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["submit", *files, "--url", product.url]) == 0
    out = capsys.readouterr().out
    assert out.count("art_") == 4
    assert "status" in out


def test_standard_input_is_a_text(
    product: Stack, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(TEXT))
    assert main(["submit", "-", "--wait", "--url", product.url]) == 0
    assert "rebuild the old harbour wall" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("arguments", [["submit", "nowhere.txt"], ["show", "art_x"]])
def test_what_goes_wrong_is_one_sentence(
    product: Stack, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--url", product.url]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_an_api_that_is_not_there_is_one_sentence(
    capsys: pytest.CaptureFixture[str], files: list[str]
) -> None:
    assert main(["submit", files[0], "--url", "http://127.0.0.1:9"]) == 1
    assert "no answer" in capsys.readouterr().err


def test_keys_are_created_listed_and_revoked(
    product: Stack, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_REDIS_URL", product.start_redis())
    assert main(["keys", "create", "--tenant", "desk", "--scopes", "read", "--days", "3"]) == 0
    secret = capsys.readouterr().out.strip()
    assert main(["keys", "list"]) == 0
    listed = capsys.readouterr().out
    assert secret[:11] in listed
    assert secret not in listed
    assert "desk" in listed
    assert main(["keys", "revoke", secret[:11]]) == 0
    assert main(["keys", "revoke", secret[:11]]) == 1
    assert "No key begins with" in capsys.readouterr().err


def test_a_tenant_is_erased_once_that_is_said_twice(
    product: Stack, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_REDIS_URL", product.start_redis())
    assert main(["keys", "create", "--tenant", "leaving"]) == 0
    assert main(["erase", "leaving"]) == 1
    assert "--yes" in capsys.readouterr().err
    assert main(["erase", "leaving", "--yes"]) == 0
    assert capsys.readouterr().out == "Erased 1 keys, 0 webhooks and 0 articles of leaving.\n"
    assert main(["keys", "list"]) == 0
    assert "leaving" not in capsys.readouterr().out


def test_a_tenant_name_that_is_reserved_is_refused_by_name(
    product: Stack, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_REDIS_URL", product.start_redis())
    assert main(["keys", "create", "--tenant", "waiting"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "waiting" in said.err
    assert main(["keys", "list"]) == 0
    assert capsys.readouterr().out == ""


def test_a_setting_that_can_not_be_used_is_said_and_nothing_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_PROCESSES", "many")
    assert main(["keys", "list"]) == 1
    assert capsys.readouterr().err == "NUTGRAF_PROCESSES must be a whole number\n"


def test_the_installed_command_is_this_one() -> None:
    assert 'nutgraf = "nutgraf.cli.main:main"' in (ROOT / "pyproject.toml").read_text()
