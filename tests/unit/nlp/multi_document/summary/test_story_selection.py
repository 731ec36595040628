"""The story in short: what happened first, in order, each fact once, nothing that needs what is not told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.model import (
    Analysis,
    DetectedLanguage,
    Entity,
    EntityType,
    Mention,
    PipelineVersion,
    Summary,
    TextFacts,
)
from nutgraf.nlp import figures
from nutgraf.nlp.multi_document import IdfTable, Report, compare_reports
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from nutgraf.nlp.spans import SentenceSpan
from tests.support.docs import english

IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
MOMENT = datetime(2026, 4, 2, 12, tzinfo=UTC)
LEAD = "A crane fell onto the quay at Norholm on Monday and killed two dockers, police said."
DETAIL = "Engineers had found a crack in its main beam in January, a report of the port shows."
AFTER = "Norholm closed its container terminal until Friday and sent eleven ships to Isford."
COST = "Ana Holt, the harbour master, said repairs would cost the port €31 million."


def report(
    number: int, *sentences: str, title: str = "", hours: float = 0.0, persons: Sequence[str] = ()
) -> Report:
    """A report of some sentences, in which the figures and some persons' names have been found."""
    text = ""
    spans: list[SentenceSpan] = []
    for sentence in sentences:
        spans.append(SentenceSpan(len(text), len(text) + len(sentence), len(spans)))
        text += sentence + "\n"
    moment = MOMENT + timedelta(hours=hours)
    doc = english(text, tuple(spans), moment, title=title)
    entities = tuple(
        Entity(f"ent_{place}", name, EntityType.PERSON, 0.5, tuple(mentions(text, name)), ())
        for place, name in enumerate(persons)
    )
    analysis = Analysis(
        PipelineVersion("0", "test"), DetectedLanguage("en", 1.0, supported=True),
        TextFacts("", len(text), 1, len(spans), ()), Summary((), 3), entities,
        figures.extract_figures(doc), (), (),
    )  # fmt: skip
    return Report(f"art_{number}", f"Outlet {number}", doc, moment, analysis)


def mentions(text: str, name: str) -> list[Mention]:
    """The places of a name, and of its last word alone."""
    found, end = [], 0
    surname = name.rsplit(maxsplit=1)[-1]
    while (start := text.find(surname, end)) >= 0:
        end = start + len(surname)
        whole = start - len(name) + len(surname)
        first = whole if whole >= 0 and text[whole:end] == name else start
        found.append(Mention("text", text[first:end], first, end, 1.0))
    return found


def told(*reports: Report) -> list[str]:
    return [sentence.text for sentence in compare_reports(reports, IDF).summary.sentences]


def test_the_lead_comes_first_and_the_rest_in_the_order_of_its_first_mention() -> None:
    later = report(1, "Two dockers died when a crane fell at Norholm, police said on Monday.", COST, hours=2)
    assert told(report(0, LEAD, DETAIL, AFTER), later) == [LEAD, DETAIL, AFTER, COST]


@pytest.mark.parametrize(
    "other_lead",
    [
        "Two dockers were killed on Monday when a crane fell at Norholm, police said.",
        "A falling crane has killed two dockers on the quay of Norholm.",
        "Norholm mourns two dockers whom a crane killed on Monday.",
    ],
)
def test_a_second_lead_of_the_same_fact_is_not_told(other_lead: str) -> None:
    sentences = told(report(0, LEAD, DETAIL), report(1, other_lead, COST, hours=1))
    assert len({LEAD, other_lead} & set(sentences)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "He had warned the port of Norholm about the crane in spring.",
        "That day the crane at Norholm had been checked twice by police.",
        "Meanwhile dockers at Norholm laid flowers on the quay for the two.",
        "The airline flew the dockers of Norholm home after the crane fell.",
        "Another crane at Norholm will be taken down, dockers and police said.",
        "Holt told dockers at Norholm that the crane would be scrapped.",
        "Dockers look at the crane that fell on the quay at Norholm, pictured on Monday.",
        "“The dockers had no chance when the crane fell at Norholm,” she said.",
        "Read more about the crane that killed two dockers at Norholm.",
        "We spoke to dockers at Norholm who saw the crane fall onto the quay.",
    ],
)
def test_what_a_reader_cannot_understand_is_not_told(sentence: str) -> None:
    one = report(0, LEAD, AFTER, persons=("Ana Holt",))
    other = report(
        1, "A crane killed two dockers at Norholm on Monday.", AFTER, sentence, persons=("Ana Holt",)
    )
    assert sentence not in told(one, other)


def test_a_sentence_may_stand_for_what_the_one_right_before_it_says() -> None:
    pronoun = "He had worked on the quay of Norholm for thirty years, dockers said."
    docker = "Tom Reed, a docker of 58, was on his first shift after a holiday."
    sentences = told(report(0, LEAD, docker, pronoun), report(1, LEAD.replace("police", "the port"), hours=3))
    if pronoun in sentences:
        assert sentences[sentences.index(pronoun) - 1] == docker


def test_a_surname_is_told_behind_the_full_name() -> None:
    full = "Harbour staff were led by Ana Holt, who has run the port of Norholm since 2011."
    short = "Holt told dockers that the terminal of Norholm would stay shut for a fortnight."
    sentences = told(report(0, LEAD, full, short, persons=("Ana Holt",)), report(1, LEAD, AFTER))
    assert short not in sentences or sentences.index(full) < sentences.index(short)


def test_no_replaced_number_is_told() -> None:
    first = report(0, "At least nine people were killed when a crane fell at Norholm on Monday.", AFTER)
    second = report(1, "Eleven people were killed when a crane fell at Norholm, police said.", COST, hours=5)
    sentences = told(first, second)
    assert any("Eleven" in sentence for sentence in sentences)
    assert not any("nine" in sentence for sentence in sentences)


def test_a_replaced_number_is_not_told_where_a_report_repeats_it() -> None:
    again = "The nine people killed at Norholm were dockers, the port said on Monday."
    first = report(0, "Nine people were killed when a crane fell at Norholm on Monday.", again)
    second = report(1, "Eleven people were killed when a crane fell at Norholm, police said.", COST, hours=5)
    assert again not in told(first, second)


def test_one_fact_in_two_sentences_is_told_once() -> None:
    again = "Repairing the port's crane costs €31 million, according to the council of Norholm."
    sentences = told(report(0, LEAD, COST), report(1, LEAD.replace("police", "the port"), again, hours=1))
    assert sum("31 million" in sentence for sentence in sentences) == 1


def test_a_story_of_little_has_few_sentences() -> None:
    assert told(report(0, LEAD), report(1, LEAD, hours=1)) == [LEAD]


def test_a_story_of_captions_alone_has_none() -> None:
    caption = "Dockers look at the crane on the quay at Norholm, pictured on Monday."
    assert told(report(0, caption), report(1, caption, hours=1)) == []


@settings(max_examples=25, deadline=None)
@given(st.permutations([LEAD, DETAIL, AFTER, COST]), st.integers(1, 4))
def test_every_sentence_is_told_once_and_stands_in_its_report(order: list[str], share: int) -> None:
    reports = [report(0, *order), report(1, *reversed(order[:share]), hours=1)]
    sentences = compare_reports(reports, IDF).summary.sentences
    assert len({sentence.text for sentence in sentences}) == len(sentences) <= 5
    by_id = {each.id: each.doc.text for each in reports}
    assert all(by_id[each.article_id][each.start : each.end] == each.text for each in sentences)
