"""What exists is documented, and what is documented exists."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from dev.settings_page import PAGE, page
from dev.stack import ROOT
from nutgraf.settings import Settings
from service.app import create_app

PROSE = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_page_of_settings_is_what_the_settings_say() -> None:
    assert PAGE.read_text() == page(), "run `make docs`"


def test_every_route_is_documented_for_people() -> None:
    pages = "\n".join(path.read_text() for path in PROSE)
    app = create_app(Settings())
    routes = {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule) for rule in app.url_map.iter_rules()}
    missing = [
        route
        for route in sorted(routes)
        if re.sub(r"\{\w+\}", "{id}", route) not in pages and route not in pages
    ]
    assert missing == []


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", path.read_text())
    missing = [target for target in targets if not (path.parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_every_verb_of_make_that_is_named_exists(path: Path) -> None:
    verbs = set(re.findall(r"^([a-z0-9_-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z0-9_-]+)", path.read_text()))
    assert named <= verbs


def test_make_help_lists_every_verb() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    phony = set(re.findall(r"^\.PHONY: (\S+)", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {line.split()[1] for line in listed.stdout.splitlines() if line.startswith("  make ")} == phony
