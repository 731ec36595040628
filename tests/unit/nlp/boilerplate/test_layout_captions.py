"""Captions between the paragraphs of a page are no sentences of the report."""

from __future__ import annotations

import pytest

from nutgraf.nlp.segmented_doc import segmented_doc

PARAGRAPHS = [
    "The council of Arlesund voted on Monday to rebuild the old harbour wall after two winters of storms.",
    "The work will cost 4 million euros and should be done before the autumn, when the fishing fleet comes.",
    "Mayor Ines Calloway said the wall had stood for 140 years and that nobody remembered such damage.",
    "Fishermen had asked for a new wall since the spring, when three boats were torn from their moorings.",
    "The county pays half of the sum, and the rest comes from a loan that the town must pay back soon.",
    "A first call for builders is planned for April, and the harbour will stay open while they work there.",
]
CAPTIONS = [
    "Boats that were torn from their moorings lie on the quay of Arlesund in the morning after the storm",
    "Ines Calloway, the mayor of Arlesund, shows visitors the end of the wall that two winters have broken",
    "Engineers of the county measure the depth of the harbour near the inner basin with a small boat in May",
]
POSTS = [
    "We have waited long enough for this wall. — Ines Calloway (@inescalloway) March 2, 2026",
    "The wall is falling, and nobody is doing anything about it! Shame. — Olaf (@olaf_b) 2 March 2026",
]


def sentences(lines: list[str], joint: str) -> list[str]:
    text = joint.join(lines)
    return [text[span.start : span.end] for span in segmented_doc(text, "Wall", "en").sentences]


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
@pytest.mark.parametrize("furniture", CAPTIONS + POSTS)
@pytest.mark.parametrize("place", range(1, 6))
def test_a_caption_or_a_post_is_left_out_and_glued_to_nothing(joint: str, furniture: str, place: int) -> None:
    lines = [*PARAGRAPHS[:place], furniture, *PARAGRAPHS[place:]]
    assert sentences(lines, joint) == PARAGRAPHS


@pytest.mark.parametrize(
    "kept",
    [
        "“We have waited long enough for this wall, and so have our fathers in this town,” Olaf Brandt said",
        "The town will pay back the loan. Interest is 4 percent, which is more than the council hoped",
    ],
)
def test_a_paragraph_that_lost_its_full_stop_is_kept(kept: str) -> None:
    text = "\n".join([*PARAGRAPHS[:3], kept, *PARAGRAPHS[3:]])
    doc = segmented_doc(text, "Wall", "en")
    assert all(line.kind == "body" for line in doc.lines)


def test_a_text_that_is_wrapped_keeps_its_lines() -> None:
    words = " ".join(PARAGRAPHS).split()
    text = "\n".join(" ".join(words[start : start + 18]) for start in range(0, len(words), 18))
    assert all(line.kind == "body" for line in segmented_doc(text, "Wall", "en").lines)
