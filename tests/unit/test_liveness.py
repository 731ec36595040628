"""A sign of life counts for a while, and nobody else's does."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import pytest

from nutgraf import liveness
from nutgraf.cli.main import main
from nutgraf.liveness import LIFE_SECONDS, is_living, record_life


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_worker_lives_from_its_first_sign_until_it_gives_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_living("analysis")
    record_life("analysis")
    record_life("analysis")
    assert is_living("analysis")
    assert not is_living("webhooks")
    now = time.monotonic()
    for passed, living in ((LIFE_SECONDS - 5, True), (LIFE_SECONDS + 5, False)):
        monkeypatch.setattr(time, "monotonic", lambda later=now + passed: later)
        assert is_living("analysis") is living


def test_a_sign_from_before_a_restart_of_the_machine_counts_for_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record_life("analysis")
    monkeypatch.setattr(time, "monotonic", lambda: 1.0)
    assert not is_living("analysis")


def test_a_file_that_is_no_sign_counts_for_nothing(folder: Path) -> None:
    record_life("analysis")
    for file in folder.rglob("analysis"):
        file.write_text("")
    assert not is_living("analysis")


def test_a_folder_that_leads_elsewhere_is_not_written(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    liveness._folder().symlink_to(elsewhere)
    with pytest.raises(PermissionError):
        record_life("analysis")
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(("arguments", "kind"), [([], "analysis"), (["--webhooks"], "webhooks")])
def test_the_command_asks_no_redis(
    arguments: list[str], kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_REDIS_URL", "redis://127.0.0.1:1/0")
    assert main(["health", "--live", *arguments]) == 1
    assert "sign of life" in capsys.readouterr().err
    record_life(kind)
    assert main(["health", "--live", *arguments]) == 0
