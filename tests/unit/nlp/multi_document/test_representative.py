"""The title of a story says what happened, and holds no number that is replaced."""

from __future__ import annotations

import pytest

from nutgraf.nlp.multi_document import Report, compare_reports
from tests.unit.nlp.multi_document.summary.test_story_selection import AFTER, COST, IDF, LEAD, report

PLAIN = "Crane kills two dockers at Norholm"


def title(*reports: Report) -> str | None:
    return compare_reports(reports, IDF).title


@pytest.mark.parametrize(
    "other",
    [
        "What we know about the crane at Norholm",
        "Why did the Norholm crane fall?",
        "‘It came down like a tree’: dockers of Norholm tell of the crane",
        "Live: crane falls at Norholm quay",
        "Crane at Norholm: five things to know",
        "In pictures: the crane of Norholm",
        "Prime minister briefed on Norholm crane",
        "Evening round-up: Norholm crane and more",
        "Norholm",
        "",
    ],
)
def test_a_headline_that_says_what_happened_is_preferred(other: str) -> None:
    one = report(0, LEAD, AFTER, COST, title=other)
    two = report(1, "Two dockers were killed by a crane in the port of Norholm.", title=PLAIN)
    three = report(2, "Dockers of Norholm mourn two men whom a crane has killed.", title="Norholm mourns")
    assert title(one, two, three) == PLAIN


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nine die as crane falls at Norholm", "Norholm crane: eleven dead"),
        ("Crane kills 9 people at Norholm", "Toll in Norholm crane accident rises"),
    ],
)
def test_a_headline_with_a_replaced_number_is_not_the_title(old: str, new: str) -> None:
    lead = "Nine people were killed when a crane fell at Norholm on Monday."
    first = report(0, lead, AFTER, COST, title=old)
    second = report(1, "A crane that fell in the port of Norholm killed eleven people.", title=new, hours=5)
    assert title(first, second) == new


def test_the_title_is_that_of_the_representative_report_and_no_reprint() -> None:
    one = report(0, LEAD, AFTER, COST, title=PLAIN)
    copy = report(1, LEAD, AFTER, COST, title="Two dockers killed by crane at Norholm quay", hours=1)
    story = compare_reports([one, copy], IDF)
    assert (story.title, story.representative_article_id) == (PLAIN, "art_0")


def test_a_story_without_headlines_has_no_title() -> None:
    assert title(report(0, LEAD), report(1, COST, hours=1)) is None
