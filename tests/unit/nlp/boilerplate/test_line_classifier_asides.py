"""A sentence in brackets between two others is a writer's, not a notice."""

from __future__ import annotations

import pytest

from nutgraf.nlp.segmented_doc import segmented_doc

ABOVE = "The town of Arlesund opened its old lighthouse to visitors on Monday.\n\n"
BELOW = "\n\nNobody in the council spoke against the new opening hours of the tower."
ASIDES = [
    "The statue stands in Norvik. (A cast is in Sula.) Both are hollow.",
    "The stove is lit. (It burns peat.) Guests like it.",
    "The manuscript lies in Sula. (“A copy exists.”) Both are damaged.",
    "The engine was sold. (Its plans were lost.) Collectors want it.",
]
NOTICES = [
    "Subscribe to our newsletter. (It is free.) Unsubscribe at any time.",
    "Follow us on Facebook. (We are on Instagram too.) Share this article.",
    "Photo: Eva Lund. (All rights reserved.) Copyright Norpress.",
]


@pytest.mark.parametrize("aside", ASIDES)
def test_a_paragraph_with_a_sentence_in_brackets_is_kept(aside: str) -> None:
    assert [line.kind for line in segmented_doc(ABOVE + aside + BELOW, "", "en").lines] == ["body"] * 3


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_with_a_sentence_in_brackets_is_still_removed(notice: str) -> None:
    lines = segmented_doc(ABOVE + notice + BELOW, "", "en").lines
    assert all(line.kind == "removed" for line in lines[1:-1])
