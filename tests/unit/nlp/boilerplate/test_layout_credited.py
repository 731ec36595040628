"""A quotation whose speaker a dash or a bracket names is text of the report; other last lines are not."""

from __future__ import annotations

import pytest

from nutgraf.nlp.segmented_doc import segmented_doc

REPORT = (
    "The council of Arlesund voted on Monday to rebuild the old harbour wall after two winters of storms.",
    "Mayor Ines Calloway said the wall had stood for 140 years and that nobody remembered such damage.",
    "The county pays half of the sum, and the rest comes from a loan that the town must pay back soon.",
)
CREDITED = [
    "“Nobody asked the ferrymen.” — Torben Hale",
    "“Stone lasts, wood rots.” – Rosa Wellen, mason",
    '"Storms came twice last winter." -- Jonas Starck',
    "“Where will the boats go?” (Olaf Brandt)",
    "“Walls do not pay rent!” ― Piet van Dam",
    "“It has been a bad year.” -Councillor Ana Reyes",
]
FURNITURE = [
    "Harbour news of the week",
    "“Harbour” – the podcast",
    "“Who will pay for the wall?” — read more",
    "“Who will pay for the wall?” — Read more",
    "“The Wall” (2021)",
    "-- Read more",
    "More from Arlesund",
]


def last_kind(*lines: str, joint: str = "\n\n") -> str:
    return segmented_doc(joint.join([*REPORT, *lines]), "Wall", "en").lines[-1].kind


@pytest.mark.parametrize("line", CREDITED)
def test_a_quotation_with_its_speaker_is_kept_at_the_end(line: str) -> None:
    assert last_kind(line) == "body"


@pytest.mark.parametrize("line", CREDITED)
def test_a_quotation_with_its_speaker_is_no_subheading(line: str) -> None:
    doc = segmented_doc("\n\n".join([*REPORT[:2], line, *REPORT[2:]]), "Wall", "en")
    assert [one.kind for one in doc.lines] == ["body"] * 4


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
@pytest.mark.parametrize("line", ["-- Torben Hale", "—Rosa Wellen, mason", "― Haramba", "— Ines Calloway"])
def test_a_speaker_below_a_quotation_is_kept(line: str, joint: str) -> None:
    assert last_kind("“Nobody has asked the ferrymen.”", line, joint=joint) == "body"


@pytest.mark.parametrize("line", FURNITURE)
def test_a_fragment_at_the_end_is_still_removed(line: str) -> None:
    assert last_kind(line) == "removed"


@pytest.mark.parametrize("line", ["-- Torben Hale", "—Rosa Wellen, mason"])
def test_a_name_below_no_quotation_is_still_removed(line: str) -> None:
    assert last_kind(line) == "removed"
