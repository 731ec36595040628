"""The examples and what a careful reader would find in them must agree, down to the letter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
MANIFEST: list[dict[str, Any]] = json.loads((EXAMPLES / "articles.json").read_text("utf-8"))
EXPECTED: dict[str, Any] = json.loads((EXAMPLES / "expected.json").read_text("utf-8"))
READINGS: dict[str, Any] = EXPECTED["articles"]
STORY: dict[str, Any] = EXPECTED["story"]


class VisibleText(HTMLParser):
    """Collects what a reader of a page would see."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def body_file(entry: dict[str, Any]) -> str:
    return str(entry.get("text_file") or entry["html_file"])


def body(entry: dict[str, Any]) -> str:
    raw = (EXAMPLES / body_file(entry)).read_text("utf-8")
    if "text_file" in entry:
        return raw
    page = VisibleText()
    page.feed(raw)
    page.close()
    return "".join(page.parts)


TEXTS = {Path(body_file(entry)).stem: body(entry) for entry in MANIFEST}
PUBLISHED = {Path(body_file(entry)).stem: datetime.fromisoformat(entry["published_at"]) for entry in MANIFEST}
PLAIN_TEXTS = [Path(entry["text_file"]).stem for entry in MANIFEST if "text_file" in entry]


def names_of(reading: dict[str, Any]) -> Iterator[str]:
    for key in ("persons", "organisations", "places"):
        for entity in reading[key]:
            yield from entity["surface_forms"]


def verbatim_strings(reading: dict[str, Any]) -> Iterator[str]:
    yield from reading["never_in_summary"]["boilerplate"]
    yield from reading["never_in_summary"]["headings"]
    yield from names_of(reading)
    yield from (quote["text"] for quote in reading["quotes"])
    yield from (damage["text"] for damage in reading.get("damage", []))


def story_strings() -> Iterator[tuple[str, str]]:
    for entity in STORY["persons"] + STORY["organisations"]:
        yield from ((article, form) for article, forms in entity["forms"].items() for form in forms)
        yield from ((slip["article"], slip["text"]) for slip in entity.get("misspelt", []))
    for quote in STORY["quotes"]:
        yield from ((cut["article"], part) for cut in quote["cuts"] for part in cut["parts"])
    for fact in STORY["only_in_one"]:
        yield fact["only_in"], fact["text"]


def test_every_body_is_submitted_exactly_once_and_has_been_read() -> None:
    submitted = sorted(body_file(entry) for entry in MANIFEST)
    on_disk = sorted(f"articles/{path.name}" for path in (EXAMPLES / "articles").iterdir())
    assert submitted == on_disk
    assert set(TEXTS) == set(READINGS)


@pytest.mark.parametrize("article", READINGS)
def test_every_string_that_the_reader_noted_stands_in_the_article(article: str) -> None:
    missing = [text for text in verbatim_strings(READINGS[article]) if text not in TEXTS[article]]
    assert missing == []


@pytest.mark.parametrize("article", READINGS)
def test_every_figure_can_be_found_at_exactly_one_place(article: str) -> None:
    for figure in READINGS[article]["figures"]:
        context = figure.get("context", figure["text"])
        assert TEXTS[article].count(context) == 1, figure
        assert context.count(figure["text"]) == 1, figure


@pytest.mark.parametrize("article", READINGS)
def test_every_speaker_is_a_person_of_the_article(article: str) -> None:
    persons = {person["name"] for person in READINGS[article]["persons"]}
    assert {quote["speaker"] for quote in READINGS[article]["quotes"]} <= persons


@pytest.mark.parametrize("article", PLAIN_TEXTS)
def test_a_line_that_the_reader_would_keep_ends_like_a_sentence(article: str) -> None:
    aside = READINGS[article]["never_in_summary"]
    skipped = {*aside["boilerplate"], *aside["headings"]}
    kept = [line.strip() for line in TEXTS[article].splitlines() if line.strip() not in {*skipped, ""}]
    assert kept
    assert [line for line in kept if not line.rstrip("\"'”’“").endswith((".", "!", "?"))] == []


@pytest.mark.parametrize("article", PLAIN_TEXTS)
def test_no_quotation_or_figure_comes_out_of_a_line_to_be_skipped(article: str) -> None:
    aside = READINGS[article]["never_in_summary"]
    skipped = {*aside["boilerplate"], *aside["headings"]}
    prose = "\n".join(line for line in TEXTS[article].splitlines() if line.strip() not in skipped)
    reading = READINGS[article]
    noted = [quote["text"] for quote in reading["quotes"]]
    noted += [figure.get("context", figure["text"]) for figure in reading["figures"]]
    assert [text for text in noted if text not in prose] == []


def test_every_string_of_the_story_stands_in_the_article_it_is_credited_to() -> None:
    missing = [(article, text) for article, text in story_strings() if text not in TEXTS[article]]
    assert missing == []


def test_every_value_of_the_story_was_read_in_its_article() -> None:
    for figure in STORY["figures"]:
        for value in figure["values"]:
            shared = {key: value[key] for key in value if key != "article"}
            assert any(shared.items() <= read.items() for read in READINGS[value["article"]]["figures"]), (
                value
            )


def test_a_fact_of_one_outlet_is_missing_from_all_the_others() -> None:
    for fact in STORY["only_in_one"]:
        tellers = [article for article, text in TEXTS.items() if fact["text"] in text]
        assert tellers == [fact["only_in"], *fact.get("repeated_by", [])], fact


def test_the_story_and_the_unrelated_articles_are_all_there_is() -> None:
    assert sorted(STORY["articles"] + STORY["unrelated"]) == sorted(READINGS)
    reprints = {pair["reprint"] for pair in STORY["near_duplicates"]}
    assert STORY["independent_source_count"] == len(set(STORY["articles"]) - reprints)


def test_names_that_must_stay_apart_are_never_one_entity() -> None:
    for one, other in STORY["never_merge"]:
        for reading in READINGS.values():
            entities = [
                set(entity["surface_forms"]) for entity in reading["persons"] + reading["organisations"]
            ]
            assert not any({one, other} <= forms for forms in entities)


def test_the_misspelt_name_is_one_letter_off_and_stands_in_one_article_only() -> None:
    right, wrong = "Leonie Vantongeren", "Leonie Vantongeran"
    assert len(right) == len(wrong)
    assert sum(a != b for a, b in zip(right, wrong, strict=True)) == 1
    assert [article for article, text in TEXTS.items() if "Vantongeran" in text] == ["daily-bellman"]


@pytest.mark.parametrize("figure", STORY["figures"], ids=lambda figure: str(figure["what"]))
def test_the_state_of_a_figure_follows_from_its_values(figure: dict[str, Any]) -> None:
    exact = {value["value"] for value in figure["values"] if value["bound"] == "exact"}
    claims = {(value["value"], value["bound"]) for value in figure["values"]}
    match figure["state"]:
        case "agreed":
            assert len(claims) == 1
        case "compatible":
            assert len(exact) == 1
            assert len(claims) > 1
        case "conflicting":
            assert len(exact) > 1
        case "superseded":
            by_time = sorted(figure["values"], key=lambda value: PUBLISHED[value["article"]])
            values = [value["value"] for value in by_time]
            assert len(exact) == 2
            assert values in (sorted(values), sorted(values, reverse=True))
        case state:
            pytest.fail(f"unknown state {state}")


def test_the_numbers_of_the_event_add_up_in_every_report() -> None:
    tolls: dict[str, dict[str, int]] = {}
    for figure in STORY["figures"]:
        for value in figure["values"]:
            tolls.setdefault(value["article"], {})[figure["what"]] = value["value"]
    for toll in tolls.values():
        assert toll["people aboard"] == toll["people rescued"] + toll["people dead"] + toll["people missing"]
