"""The comparison of the example reports has what a person found in them."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.model import Document
from nutgraf.model.story import StoryComparison, SupportDegree
from nutgraf.nlp.multi_document import (
    IdfTable,
    Report,
    best_match,
    centroid_of,
    compare_reports,
    merged_centroid,
    report_of,
    report_vector,
)
from nutgraf.nlp.pipeline import SHIPPED_MODELS, Pipeline

EXAMPLES = Path(__file__).parents[4] / "examples"
STORY: dict[str, Any] = json.loads((EXAMPLES / "expected.json").read_text("utf-8"))["story"]
IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    pipeline = Pipeline.load()
    found = {}
    for entry in json.loads((EXAMPLES / "articles.json").read_text("utf-8")):
        if "text_file" in entry:
            text, name = (EXAMPLES / entry["text_file"]).read_text("utf-8"), Path(entry["text_file"]).stem
            moment = datetime.fromisoformat(entry["published_at"])
            analysis = pipeline.analyse(Document(text, entry["title"], moment, entry["language"]))
            found[name] = report_of(
                name, title=entry["title"], text=text, source=entry["source"]["name"], published_at=moment,
                received_at=moment, analysis=analysis,
            )  # fmt: skip
    return found


@pytest.fixture(scope="module")
def story(reports: dict[str, Report]) -> StoryComparison:
    return compare_reports([reports[name] for name in STORY["articles"]], IDF)


@settings(max_examples=12)
@given(data=st.data())
def test_the_six_reports_form_one_story_in_any_order_and_no_other_article_joins(
    reports: dict[str, Report], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(sorted(reports)))
    stories: dict[str, Any] = {}
    members: dict[str, set[str]] = {}
    for name in order:
        about = report_vector(reports[name], IDF)
        found = best_match(about, list(stories.items()))
        home = found[0] if found else name
        stories[home] = merged_centroid(stories[home], centroid_of(about)) if found else centroid_of(about)
        members.setdefault(home, set()).add(name)
    together = [found for found in members.values() if len(found) > 1]
    assert together == [set(STORY["articles"])]


def test_the_reprint_is_no_source_of_its_own(story: StoryComparison) -> None:
    copies = {
        article.id: article.near_duplicate_of for article in story.articles if article.near_duplicate_of
    }
    assert copies == {pair["reprint"]: pair["original"] for pair in STORY["near_duplicates"]}
    assert story.independent_source_count == STORY["independent_source_count"]


@pytest.mark.parametrize("wanted", STORY["figures"], ids=lambda figure: figure["what"])
def test_each_figure_has_its_values_and_its_state(story: StoryComparison, wanted: dict[str, Any]) -> None:
    values = {(value["article"], value["value"]) for value in wanted["values"]}
    found = [figure for figure in story.figures if {(v.article_id, v.value) for v in figure.values} == values]
    assert [figure.state for figure in found] == [wanted["state"]]


def test_nothing_else_is_in_dispute(story: StoryComparison) -> None:
    disputed = [figure.state for figure in story.figures if figure.state in ("conflicting", "superseded")]
    assert sorted(disputed) == sorted(
        figure["state"] for figure in STORY["figures"] if figure["state"] in ("conflicting", "superseded")
    )


@pytest.mark.parametrize("wanted", STORY["quotes"], ids=lambda quote: quote["speaker"])
def test_each_quotation_has_every_excerpt_and_its_speaker(
    story: StoryComparison, wanted: dict[str, Any]
) -> None:
    cuts = {(cut["article"], part) for cut in wanted["cuts"] for part in cut["parts"]}
    found = [
        quote for quote in story.quotes if {(cut.article_id, cut.text) for cut in quote.articles} == cuts
    ]
    assert [quote.speaker for quote in found] == [wanted["speaker"]]


@pytest.mark.parametrize("wanted", STORY["persons"], ids=lambda person: person["name"])
def test_each_person_is_one_across_the_reports_that_name_them(
    story: StoryComparison, wanted: dict[str, Any]
) -> None:
    (found,) = [entity for entity in story.entities if entity.name == wanted["name"]]
    assert set(wanted["forms"]) <= {seen.article_id for seen in found.mentions}
    receipts = {(merge.article_id, merge.text) for merge in found.evidence}
    assert {(slip["article"], slip["text"]) for slip in wanted.get("misspelt", [])} <= receipts


@pytest.mark.parametrize(("one", "other"), STORY["never_merge"])
def test_names_that_must_stay_apart_are_no_two_forms_of_one_entity(
    story: StoryComparison, one: str, other: str
) -> None:
    for entity in story.entities:
        forms = {entity.name, *(merge.text for merge in entity.evidence)}
        assert not {one, other} <= forms


def test_most_facts_of_one_source_are_claims_that_no_other_source_says_in_full(
    story: StoryComparison,
) -> None:
    """The sentence with such a fact often tells something else too, which other sources tell as well."""
    originals = {article.id: article.near_duplicate_of or article.id for article in story.articles}
    told = [
        (
            claim.claim,
            {originals[each.article_id] for each in claim.said_by if each.degree is SupportDegree.FULL},
        )
        for claim in story.coverage
    ]
    found = [
        fact for fact in STORY["only_in_one"]
        if any(fact["text"] in claim and sources == {fact["only_in"]} for claim, sources in told)
    ]  # fmt: skip
    assert len(found) >= 15


def test_no_figure_of_two_sources_stands_in_a_claim_of_one(story: StoryComparison) -> None:
    originals = {article.id: article.near_duplicate_of or article.id for article in story.articles}
    for claim in story.coverage:
        for figure in story.figures if claim.only_in else ():
            stated = {
                value.value for value in figure.values
                if value.article_id == claim.article_id and claim.start <= value.start < claim.end
            }  # fmt: skip
            sources = {originals[value.article_id] for value in figure.values if value.value in stated}
            assert sources <= {claim.only_in}


def test_every_span_of_the_story_stands_in_its_article(
    story: StoryComparison, reports: dict[str, Report]
) -> None:
    spans = [
        (sentence.article_id, sentence.start, sentence.end, sentence.text)
        for sentence in story.summary.sentences
    ]
    spans += [(claim.article_id, claim.start, claim.end, claim.claim) for claim in story.coverage]
    spans += [(v.article_id, v.start, v.end, v.text) for figure in story.figures for v in figure.values]
    spans += [
        (cut.article_id, cut.start, cut.end, cut.text) for quote in story.quotes for cut in quote.articles
    ]
    assert [text for article, start, end, text in spans if reports[article].doc.text[start:end] != text] == []
    assert len(spans) > 100


def test_the_summary_has_the_later_number_of_dead_and_several_sources(story: StoryComparison) -> None:
    told = " ".join(sentence.text for sentence in story.summary.sentences)
    assert "Eleven people" in told
    assert "Nine people" not in told
    assert len({sentence.article_id for sentence in story.summary.sentences}) >= 3


def test_the_order_in_which_reports_are_given_changes_nothing(
    story: StoryComparison, reports: dict[str, Report]
) -> None:
    assert compare_reports([reports[name] for name in reversed(STORY["articles"])], IDF) == story
