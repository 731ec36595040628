"""``make docs``: the page of all settings, written from the settings themselves."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from dev.stack import ROOT
from nutgraf.settings import Settings

PAGE = ROOT / "docs" / "settings.md"
INTRODUCTION = """# Settings

Every setting is an environment variable. All are read once, when a process starts, and checked together; a
process with a setting that can't be used does not start, and says all that is wrong in one go. An unknown
`NUTGRAF_` variable is a fault too: a misspelt setting never goes unnoticed.

This page is written by `make docs`.

| setting | default | what it does |
| --- | --- | --- |
"""


def page() -> str:
    """The page as Markdown."""
    rows = [
        f"| `NUTGRAF_{knob.name.upper()}` | {_default(knob.default)} | {knob.metadata['about']} |"
        for knob in fields(Settings)
    ]
    return INTRODUCTION + "\n".join(rows) + "\n"


def _default(value: object) -> str:
    return "empty" if value == "" else f"`{value}`"


if __name__ == "__main__":
    Path(PAGE).write_text(page(), encoding="utf-8")
