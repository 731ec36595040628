from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp import boilerplate
from nutgraf.nlp.doc import Doc
from tests.unit.nlp.boilerplate.test_detector import PROSE, TITLE

PAGE_PARTS = st.sampled_from(
    [
        *PROSE,
        TITLE,
        "Share",
        "1. HOME",
        "17 Views",
        "By Jane Doe",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        " ",
        "\x00",
        "😀",
    ]
)


@given(
    st.one_of(st.text(max_size=300), st.lists(PAGE_PARTS, max_size=30).map("".join)),
    st.sampled_from(["", TITLE]),
)
def test_lines_are_in_order_and_cover_every_visible_character(text: str, title: str) -> None:
    covered = [False] * len(text)
    end = 0
    for line in boilerplate.label_lines(Doc(text, title)):
        assert end <= line.start < line.end <= len(text)
        said = text[line.start : line.end]
        assert said == said.strip()
        assert (line.kind == "removed") == bool(line.reason)
        covered[line.start : line.end] = [True] * (line.end - line.start)
        end = line.end
    assert all(covered[place] or character.isspace() for place, character in enumerate(text))


@given(st.lists(PAGE_PARTS, min_size=1, max_size=30).map("".join))
def test_something_is_always_kept(text: str) -> None:
    lines = boilerplate.label_lines(Doc(text))
    assert not lines or any(line.kind == "body" for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * 100_000,
        "a > " * 50_000,
        ("share on " * 70 + "\n") * 310,
        "." * 200_000,
        "Related Articles\n" * 11_000,
        "We ask you to pay for this page.\n" * 6_000,
        ("The council closed the bridge, and the Mayor of Arlesund told the council so. " * 3 + "\n") * 800,
    ],
    ids=["short lines", "crumbs", "long requests", "full stops", "headings", "own voice", "paragraphs"],
)
def test_hostile_pages_take_seconds_at_most(text: str) -> None:
    started = time.process_time()
    boilerplate.label_lines(Doc(text))
    assert time.process_time() - started < 10
