from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.nlp import fingerprint
from nutgraf.nlp.fingerprint import pipeline_fingerprint


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    code, models = tmp_path / "code", tmp_path / "models"
    for folder in (code, models):
        folder.mkdir()
    (code / "stage.py").write_text("ONE = 1\n")
    (models / "weights.json").write_text("[1, 2]")
    (models / "card.md").write_text("A model.")
    return code, models


def test_equal_files_have_one_fingerprint(folders: tuple[Path, Path]) -> None:
    assert pipeline_fingerprint(*folders) == pipeline_fingerprint(*folders)
    assert pipeline_fingerprint(*folders).startswith("sha256:")


@pytest.mark.parametrize(
    "changed", ["code/stage.py", "code/new.py", "models/weights.json", "models/new.onnx"]
)
def test_code_and_models_change_the_fingerprint(folders: tuple[Path, Path], changed: str) -> None:
    before = pipeline_fingerprint(*folders)
    (folders[0].parent / changed).write_text("changed")
    assert pipeline_fingerprint(*folders) != before


def test_the_version_changes_the_fingerprint(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pipeline_fingerprint(*folders)
    monkeypatch.setattr(fingerprint, "__version__", "0.0.0")
    assert pipeline_fingerprint(*folders) != before


def test_a_models_card_and_other_files_beside_the_code_change_nothing(folders: tuple[Path, Path]) -> None:
    before = pipeline_fingerprint(*folders)
    (folders[1] / "card.md").write_text("Another card.")
    (folders[0] / "notes.txt").write_text("no code")
    assert pipeline_fingerprint(*folders) == before
