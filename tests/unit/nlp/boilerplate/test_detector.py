from __future__ import annotations

import pytest

from nutgraf.nlp import boilerplate
from nutgraf.nlp.doc import Doc

PROSE = (
    "The harbour council closed the old bridge on Monday after inspectors found cracks in two pillars.",
    "Buses will carry commuters along the coast road until the repairs are done, the mayor said.",
    "Engineers expect the work to last until April and to cost about four million crowns.",
    "Shopkeepers on the north bank fear for their trade and have asked the city for help.",
)
TITLE = "Harbour bridge closed after cracks found"


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def kinds(text: str, title: str = "") -> dict[str, tuple[str, str]]:
    return {
        text[line.start : line.end]: (line.kind, line.reason)
        for line in boilerplate.label_lines(Doc(text, title))
    }


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Home > World > Europe", "navigation"),
        ("You are here: Home » Region", "navigation"),
        ("1. HOME", "navigation"),
        ("Skip to main content", "navigation"),
        ("• Last update: 3 days ago", "metadata"),
        ("• 4 min read", "metadata"),
        ("17 Views", "metadata"),
        ("12 March 2024, 14:05 GMT", "metadata"),
        ("Updated 5 hours ago", "metadata"),
        ("2024-03-12T14:05:00Z", "metadata"),
        ("Stock prices are delayed by twenty minutes.", "metadata"),
        ("Our vendors may collect and use data from this device to show adverts.", "cookie"),
        ("Share", "share"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("Follow us on Facebook and Twitter", "share"),
        ("By Jane Doe", "byline"),
        ("By Jane Doe and Ann Poe, Staff Writers", "byline"),
        ("Author: Jane Doe", "byline"),
        ("Reuters", "byline"),
        ("(Reporting by Jane Doe; Editing by Ann Poe)", "byline"),
        ("Jane Doe contributed to this report.", "byline"),
        ("The bridge on Monday. (Photo: Jane Doe)", "caption"),
        ("Image source, Getty Images", "caption"),
        ("FILE - In this March 3 photo, the bridge stands empty at dawn.", "caption"),
        ("We use cookies to improve your experience on our site.", "cookie"),
        ("Sign up for our free morning newsletter", "newsletter"),
        ("Get the latest news delivered to your inbox.", "newsletter"),
        ("Advertisement", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Read more: Ferry strike enters its third week", "related"),
        ("ALSO READ | Ferry strike enters its third week", "related"),
        ("Leave a comment", "comments"),
        ("What do you think? Let us know in the comments.", "comments"),
        ("Copyright 2024 Harbour Gazette. All rights reserved.", "copyright"),
        ("Tags: bridges, transport", "metadata"),
        ("Ann Poe helped to report this story.", "byline"),
        ("This report was compiled with the help of Jane Doe and Ann Poe.", "byline"),
        ("Text Jane Doe, photos Ann Poe", "byline"),
        ("Jane Doe reported from Oslo and Ann Poe from Bergen.", "byline"),
        ("The quay as it looked on Sunday. Photo supplied.", "caption"),
        ("Our letter tells you every Thursday what moves your town.", "newsletter"),
    ],
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_line_of_boilerplate_is_removed_with_its_reason_wherever_it_stands(
    line: str, reason: str, place: int
) -> None:
    lines = [*PROSE[:place], line, *PROSE[place:]]
    found = kinds(page(*lines))
    assert found[line] == ("removed", reason)
    assert all(found[sentence] == ("body", "") for sentence in PROSE)


@pytest.mark.parametrize(
    "sentence",
    [
        "He shared the prize with two colleagues from the north.",
        "The company updated its forecast on Monday, citing weak demand in the spring.",
        "Facebook changed its privacy policy on Monday, angering users in three countries.",
        "She sold cookies at the fair to pay for the trip.",
        "Stock prices fell sharply, and trading was delayed by an hour.",
        "Our partners in the region are worried, the minister said on Monday.",
        "The photo was taken by a neighbour who had heard the blast, police said.",
        "Reuters reported that the talks had stalled over fishing rights.",
        "Read aloud in court, the letter left the family of the captain in tears.",
        "By Monday evening the water had reached the church.",
        "By order of the court, the sale was stopped.",
        "More on the dispute is expected when the court meets in May.",
        "HARBOUR TOWN (Reuters) - Two ferries collided in fog on Monday, injuring nine.",
        "Subscribers to the paper fell by a tenth last year, the publisher said.",
        "He left.",
        "“You have to see it to believe our luck,” the captain said.",
        "- The Dutch sent pumps, which arrived at noon.",
        "Home prices rose for the fifth month in a row.",
        "The bridge did not open, and the council declined to comment on this report.",
        "Ann Poe, who reported the cracks, had worked on the bridge for years.",
    ],
)
def test_a_sentence_of_the_report_is_kept(sentence: str) -> None:
    assert kinds(page(*PROSE[:2], sentence, *PROSE[2:]))[sentence] == ("body", "")


@pytest.mark.parametrize(
    "repeat",
    [TITLE, TITLE.upper(), f"{TITLE} | Harbour Gazette", f"Harbour Gazette - {TITLE}", f"3. {TITLE}"],
)
def test_a_repeated_title_is_removed(repeat: str) -> None:
    assert kinds(page(repeat, *PROSE), TITLE)[repeat] == ("removed", "repeated_title")


def test_without_a_title_the_first_headline_is_a_heading_and_its_repeat_is_removed() -> None:
    lines = boilerplate.label_lines(Doc(page(TITLE, TITLE, *PROSE)))
    assert [(line.kind, line.reason) for line in lines[:3]] == [
        ("heading", ""),
        ("removed", "repeated_title"),
        ("body", ""),
    ]


def test_subheadings_between_paragraphs_are_headings() -> None:
    assert kinds(page(*PROSE[:2], "What comes next", *PROSE[2:]))["What comes next"] == ("heading", "")


def test_labels_above_the_report_are_navigation() -> None:
    found = kinds(page("Harbour Gazette", "Transport", TITLE, *PROSE))
    assert found["Harbour Gazette"] == found["Transport"] == ("removed", "navigation")


def test_teasers_after_similar_articles_are_removed_to_the_end() -> None:
    teasers = (
        "Ferry strike enters its third week",
        "Crews walked out on Monday over pay.",
        "Council to meet",
    )
    found = kinds(page(*PROSE, "Similar Articles", *teasers))
    assert {found[line][0] for line in ("Similar Articles", *teasers)} == {"removed"}


def test_the_report_goes_on_after_related_links_in_its_middle() -> None:
    found = kinds(page(PROSE[0], "Related Articles", "Ferry strike enters its third week", *PROSE[1:]))
    assert found["Ferry strike enters its third week"] == ("removed", "related")
    assert all(found[sentence] == ("body", "") for sentence in PROSE)


def test_a_prefix_of_credits_on_a_single_long_line_is_cut_off() -> None:
    text = (
        "By. Jane Doe. PUBLISHED:. 14:11 EST, 25 October 2013. |. UPDATED:. 15:36 EST, 25 October 2013. "
        + " ".join(PROSE)
    )
    lines = boilerplate.label_lines(Doc(text))
    assert [line.kind for line in lines] == ["removed", "body"]
    assert text[lines[1].start : lines[1].end] == " ".join(PROSE)


def test_a_link_at_the_end_of_a_line_is_cut_off() -> None:
    text = " ".join(PROSE) + " ALSO READ: Ferry strike enters its third week"
    lines = boilerplate.label_lines(Doc(text))
    assert text[lines[0].start : lines[0].end] == " ".join(PROSE)
    assert (lines[1].kind, lines[1].reason) == ("removed", "related")


@pytest.mark.parametrize(
    "last",
    [
        "Ann Poe contributed to this report.",
        "Follow @harbourgazette for more",
        "(with agency inputs)",
        "Sorry, we are not accepting comments on this article.",
    ],
)
def test_a_last_sentence_of_boilerplate_is_cut_from_its_paragraph(last: str) -> None:
    text = page(*PROSE[:3], f"{PROSE[3]} {last}")
    found = kinds(text)
    assert found[PROSE[3]] == ("body", "")
    assert found[last][0] == "removed"


def test_a_paragraph_after_related_links_and_an_advertisement_is_kept() -> None:
    text = page(PROSE[0], "Recommended Stories", f"{PROSE[1]} {PROSE[2]}", "Advertisement", PROSE[3])
    assert all(kind == "body" for line, (kind, _) in kinds(text).items() if line.endswith((".", "help.")))


@pytest.mark.parametrize(
    "text",
    [
        page(*PROSE).upper(),
        "\n".join(sentence.rstrip(".") for sentence in PROSE),
        "Low tide\nThe boats lie still\nA gull is asking\nWho sold the hill",
        "\n".join(f"- {sentence}" for sentence in PROSE),
        " ".join(PROSE),
        "大桥周一关闭。\n工程师说维修要到四月。\n市长说公共汽车会代替。",
        "Der Rat schloss die alte Brücke am Montag.\nBusse fahren bis April an der Küste entlang.",
    ],
    ids=["capitals", "no full stops", "verse", "bullets", "one line", "chinese", "german"],
)
def test_unusual_layouts_lose_nothing(text: str) -> None:
    assert all(line.kind == "body" for line in boilerplate.label_lines(Doc(text)))


@pytest.mark.parametrize("text", ["Share", "Share\nTweet\n17 Views", "By Jane Doe", "Home > World"])
def test_a_text_of_nothing_but_boilerplate_is_kept_as_body(text: str) -> None:
    assert [line.kind for line in boilerplate.label_lines(Doc(text))] == ["body"] * len(text.splitlines())


def test_removed_spans_carry_the_offsets_and_reasons_of_removed_lines() -> None:
    text = page("17 Views", *PROSE)
    (span,) = boilerplate.removed_spans(boilerplate.label_lines(Doc(text)))
    assert (text[span.start : span.end], span.reason) == ("17 Views", "metadata")
