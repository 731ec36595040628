from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.boilerplate import label_lines
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.segmentation.sentence_splitter import pack_spans, split_sentences, unpack_spans
from nutgraf.nlp.segmented_doc import segmented_doc
from nutgraf.nlp.spans import LabelledLine, SentenceSpan
from tests.support.docs import english

AWKWARD = st.lists(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),  # half a pair is no UTF-8, and refused
        st.sampled_from(list(".?!…\"'“”‘’()[]- \n\r\t\x00\u2028\u2029\x85\u0301\u200f")),
        st.sampled_from(
            ["😀", "👩‍🚒", "é", "U.S. ", "Mr. ", "a.m. ", "\r\n", "שלום. ", "你好。", "The ship ", "sank."]
        ),
    ),
    max_size=120,
).map("".join)


def body(text: str) -> tuple[LabelledLine, ...]:
    stripped = text.strip()
    start = text.index(stripped[0]) if stripped else 0
    return (LabelledLine(start, start + len(stripped), "body"),) if stripped else ()


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(english(text, lines=body(text)))]


def of_page(text: str) -> list[str]:
    return [text[span.start : span.end] for span in segmented_doc(text).sentences]


@pytest.mark.parametrize(
    "wanted",
    [
        ["Mr Hale met Mrs. Okafor on Friday.", "They agreed."],
        ["Dr. Ines Vale treated him.", "He recovered."],
        ["The U.S. Senate voted late.", "The bill passed."],
        ["She has lived in the U.S. for years.", "Her son has not."],
        ["The pier is No. 5 on the list.", "It is the oldest."],
        ["“We won,” he said.", "“It is over.”", "The crowd left."],
        ['"We won," she said.', '"It is over."', "The crowd left."],
        ["“Is it over?” she asked.", "Nobody answered."],
        ["What?!", "Nobody had told the mayor.", "Really?!"],
        ["The clerk paused... and then went on.", "The room was silent."],
        ["Prices rose 3.5 percent to 1.2 million crowns.", "They fell again in May."],
        ["J. K. Marlow and George W. Pell spoke.", "Others listened."],
        ["The market opens at 5 a.m. Monday.", "It closes at 6 p.m. on Friday."],
        ["Doors close at 9 p.m. EST on weekdays.", "Bring a ticket."],
        ["The talks ended.", "The envoys left at once."],
        ["The firm, Brook & Sons Inc., closed.", "Its workers were told by mail."],
        ["Gen. Ada Moss and Sen. Paul Reed met in St. Ives on Jan. 5.", "They agreed."],
        ["“It is late,” said Ms. Okafor.", "Nobody argued."],
        ["It was Ms. O’Hara’s idea (and Mx. Vale’s).", "They agreed."],
        ["Lt. Gov. Ada Moss rose.", "Washington, D.C. Mayor Paul Reed did not."],
        ["She came to the U.S.", "The bill had passed."],
        ["He works for Brook Inc.", "The firm closed."],
        ["They left on Nov. 5.", "The talks had failed."],
        ["Was it the clerk?", "No.", "He had left."],
        ["“Who is it?” Gen. Ada Moss asked.", "Nobody spoke."],
        ["“Who is it?”", "He said that nobody knew."],
        ["They left (he said so twice).", "[The clerk] came back."],
        ["He called it (in May) “a mess.”", "The crowd left."],
        ["The plan—“our best.”—failed.", "It was late."],
        ["He said: “Go now. It is late.”", "She left."],
        ["The bridge is shut.", "iPhone sales rose.", "De Vries left."],
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(wanted: list[str]) -> None:
    assert split(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    "title",
    "Mr Mrs Ms Mx Dr Prof Gen Sen Rep Gov Lt Col Capt Sgt Adm Rev St No Amb Cllr Det Ft".split(),  # noqa: SIM905
)
@pytest.mark.parametrize(
    "frame",
    [
        "The clerk met {}. Hale on Friday.",
        "{}. Hale met the clerk.",
        "“We like it,” said {}. Hale.",
        "It (says {}. Hale) is late.",
    ],
)
def test_no_title_before_a_name_ends_a_sentence(title: str, frame: str) -> None:
    sentence = frame.format(title)
    assert split(f"{sentence} They agreed.") == [sentence, "They agreed."]


def test_full_stops_pasted_into_a_sentence_do_not_cut_it() -> None:
    text = "Since. last year the. couple have lived in the town,. she said. They like it,? he added. It rose."
    assert split(text) == [
        "Since. last year the. couple have lived in the town,. she said.",
        "They like it,? he added.",
        "It rose.",
    ]


def test_glued_sentences_come_apart() -> None:
    assert split("The ferry sank.Nobody drowned.") == ["The ferry sank.", "Nobody drowned."]


def test_hard_wrapped_lines_are_one_sentence() -> None:
    text = (
        "The harbour council said on Monday that the old bridge would be\r\n"
        "closed until the spring, because inspectors had found cracks in\r\n"
        "two of its pillars. Buses will run instead.\r\n"
    )
    assert [" ".join(found.split()) for found in of_page(text)] == [
        (
            "The harbour council said on Monday that the old bridge would be closed until the spring, "
            "because inspectors had found cracks in two of its pillars."
        ),
        "Buses will run instead.",
    ]


def test_a_blank_line_ends_a_sentence() -> None:
    text = "The list of the damage is long\n\nNobody was hurt in the fire, the brigade said on Monday."
    lines = (LabelledLine(0, 30, "body"), LabelledLine(32, len(text), "body"))
    assert len(split_sentences(english(text, lines=lines))) == 2


def test_one_paragraph_a_line_stays_apart_without_full_stops() -> None:
    text = "Poland will send two trains to the coast\nNorway will send a ship with blankets and food"
    lines = (LabelledLine(0, 40, "body"), LabelledLine(41, len(text), "body"))
    assert len(split_sentences(english(text, lines=lines))) == 2


def test_headings_are_sentences_of_their_own_and_removed_lines_are_none() -> None:
    text = "What comes next\nThe council meets on Friday.\nShare"
    lines = (
        LabelledLine(0, 15, "heading"),
        LabelledLine(16, 44, "body"),
        LabelledLine(45, 50, "removed", "share"),
    )
    found = split_sentences(english(text, lines=lines))
    assert [(text[span.start : span.end], span.heading) for span in found] == [
        ("What comes next", True),
        ("The council meets on Friday.", False),
    ]
    assert found[0].paragraph < found[1].paragraph


def test_a_bullet_mark_is_not_part_of_the_sentence() -> None:
    assert split("- The Dutch sent pumps. They arrived at noon.")[0] == "The Dutch sent pumps."


@pytest.mark.parametrize("language", ["en", "de", "zh", "und", "xx", ""])
def test_any_language_code_is_taken(language: str) -> None:
    text = "Das Wasser steigt. 你好。再见。 The water rises."
    found = split_sentences(english(text, lines=body(text), code=language))
    assert text[found[0].start : found[0].end] == "Das Wasser steigt."


@given(AWKWARD)
def test_every_sentence_lies_in_order_inside_a_kept_line_and_has_no_outer_whitespace(text: str) -> None:
    lines = label_lines(Doc(text))
    kept = [False] * len(text)
    for line in lines:
        if line.kind != "removed":
            kept[line.start : line.end] = [True] * (line.end - line.start)
    end = 0
    for span in split_sentences(english(text, lines=lines)):
        assert end <= span.start < span.end <= len(text)
        said = text[span.start : span.end]
        assert said == said.strip()
        assert all(kept[place] or text[place].isspace() for place in range(span.start, span.end))
        end = span.end


@given(AWKWARD)
def test_every_word_of_the_body_is_in_a_sentence(text: str) -> None:
    covered = [False] * len(text)
    for span in split_sentences(english(text, lines=body(text))):
        covered[span.start : span.end] = [True] * (span.end - span.start)
    for place, character in enumerate(text):
        if character.isascii() and character.isalnum():
            assert covered[place] or place < 4


@pytest.mark.parametrize(
    "text",
    [
        "word " * 40_000,
        "." * 200_000,
        '"' * 200_000,
        "“" * 200_000,
        "'" * 200_000,
        "你好。" * 66_000,
        "a.\n" * 66_000,
        "\n\n" * 100_000,
    ],
    ids=[
        "no full stop",
        "full stops",
        "quotes",
        "opening quotes",
        "apostrophes",
        "chinese",
        "lines",
        "blank",
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(text: str) -> None:
    started = time.process_time()
    split_sentences(english(text, lines=body(text)))
    assert time.process_time() - started < 5


@given(AWKWARD)
def test_what_was_packed_is_unpacked_as_it_was(text: str) -> None:
    spans = segmented_doc(text).sentences
    assert unpack_spans(pack_spans(spans)) == spans


def test_headings_and_paragraphs_are_packed_too_and_nothing_is_nothing() -> None:
    spans = (SentenceSpan(0, 6, 0, heading=True), SentenceSpan(70_000, 199_999, 300))
    assert unpack_spans(pack_spans(spans)) == spans
    assert pack_spans(()) == b""
    assert unpack_spans(b"") == ()
