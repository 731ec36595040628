"""What holds for the quotations of any text: their offsets, their order, and the time they take."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp import quotations
from tests.support.docs import english
from tests.unit.nlp.quotations.test_extractor import cast, split

PIECES = [
    *('"', "“", "”", "‘", "’", "'", "«", "»", " ", "\n", ".", ",", "?", ":", "—"),
    *(
        "said",
        "Maria Lenz",
        "Reed",
        "he",
        "told",
        "according to",
        "quoted him as saying",
        "and warned of",
        "by Lenz as",
        ", Reed said.",
        "We won",
        "the workers’",
        "It's",
        "Mr",
        "😀",
        "Times",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(["", " "]))
def test_every_quotation_is_its_slice_in_order_inside_a_sentence_without_its_marks(
    pieces: list[str], glue: str
) -> None:
    text = glue.join(pieces)
    sentences = split(text)
    entities = cast(text)
    last = 0
    for quote in quotations.extract_quotations(english(text, sentences), entities):
        assert text[quote.start : quote.end] == quote.text
        assert quote.text.strip() == quote.text != ""
        assert last <= quote.start < quote.end
        assert any(one.start <= quote.start for one in sentences)
        assert quote.end <= max(one.end for one in sentences)
        assert quote.cue is None or quote.cue in text
        if quote.speaker is not None and quote.speaker.entity_id is not None:
            assert quote.speaker.entity_id in {entity.id for entity in entities}
        last = quote.end


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    found = quotations.extract_quotations(english(text), ())
    assert all(text[quote.start : quote.end] == quote.text for quote in found)


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "'",
        "“a b c d ",
        '"A b c," said he. ',
        "‘a’ ",
        'He said "a b c, " ',
        "the workers’ '",
        "Lenz said ",
        '"a b c" in x, y, Lenz said. ',
    ],
)
def test_a_hostile_text_of_200_000_characters_takes_seconds_at_most(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = process_time()
    found = quotations.extract_quotations(english(text), cast(text))
    assert process_time() - started < 20
    assert all(text[quote.start : quote.end] == quote.text for quote in found)
