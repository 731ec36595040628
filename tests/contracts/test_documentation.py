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
from tests.support.prose_sentences import crowded_lines

PROSE = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


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


MEASUREMENTS = ("chaos", "load", "results", "soak", "webhooks")
GENERATED = {PAGE, *(ROOT / "docs" / "measurements" / f"{name}.md" for name in MEASUREMENTS)}
SOURCES = sorted(
    {
        *ROOT.glob("*.md"),
        *(path for folder in ("docs", "deploy", "training") for path in (ROOT / folder).rglob("*.md")),
        *(ROOT / "nutgraf" / "nlp" / "models").rglob("*.md"),
        ROOT / "examples" / "README.md",
    }
    - GENERATED
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_line_of_prose_holds_two_sentences(path: Path) -> None:
    assert list(crowded_lines(path.read_text())) == []


@pytest.mark.parametrize(
    "line",
    [
        "It starts. Then it stops.",
        "- It starts Redis (`redis-server`). `make stop` ends it.",
        'It says "Done." The exit status is 0.',
        "See [the page](page.md). 143 articles are there.",
        "1. Is it well? Ask the doctor.",
    ],
)
def test_a_second_sentence_on_a_line_is_found(line: str) -> None:
    assert list(crowded_lines(f"\n{line}\n")) == [(2, line)]


@pytest.mark.parametrize(
    "text",
    [
        "It takes 1.5 s, e.g. Redis 6.2 on one core.",
        "Dr. Vantongeren and J. Askham (Wang et al. 2020) are named.",
        "- **Nothing is lost.** A 202 survives a restart.",
        "| one sentence. | Another sentence. And a third. |",
        "## One. Two.",
        "```sh\nmake run. Then. That.\n```",
        "It runs `a. B. C` and links to [a page](a. B).",
    ],
)
def test_what_is_no_second_sentence_is_left_alone(text: str) -> None:
    assert list(crowded_lines(text)) == []
