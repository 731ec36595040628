from __future__ import annotations

import json

import pytest

from nutgraf.nlp.boilerplate import line_classifier
from nutgraf.nlp.boilerplate.lines import split_lines
from nutgraf.nlp.lang.en import ENGLISH
from tests.unit.nlp.boilerplate.test_detector import PROSE, kinds, page

MODEL = "boilerplate"
REPORT = (
    *PROSE,
    "The bridge was built before the war and carries one fifth of the traffic of the town every working day.",
    "Inspectors had warned the council two years ago that the pillars were weaker than the plans allowed.",
    "The opposition in the council asked why nothing had been done, and called for the mayor to resign.",
)

OWN_VOICE = (
    "Whoever subscribes can hear this article read by its author.",
    "Our reporters are glad of every hint from readers.",
    "Your account allows you two more articles this week.",
    "This page is kept up by volunteers.",
    "Advertising pays for most of what you read here.",
    "The newsletter comes out every weekday before breakfast.",
)


@pytest.mark.parametrize("line", OWN_VOICE)
@pytest.mark.parametrize("place", [0, 7])
def test_what_a_page_says_about_itself_at_an_edge_is_removed_in_any_words(line: str, place: int) -> None:
    found = kinds(page(*REPORT[:place], line, *REPORT[place:]))
    assert found[line][0] == "removed"
    assert all(found[sentence] == ("body", "") for sentence in REPORT)


def test_several_such_lines_above_the_report_go_and_its_first_paragraph_stays() -> None:
    found = kinds(page(*OWN_VOICE, *REPORT))
    assert {found[line][0] for line in OWN_VOICE} == {"removed"}
    assert all(found[sentence] == ("body", "") for sentence in REPORT)


@pytest.mark.parametrize(
    "line",
    [
        "The council meets again soon.",
        "Nobody was hurt.",
        "The search goes on.",
        "“Nobody listens,” said a baker.",
        "He died the following morning.",
        "The shipyard declined to comment.",
        "The mayor later apologised on the town's website.",
    ],
)
def test_a_short_sentence_at_the_end_of_the_report_is_kept(line: str) -> None:
    assert kinds(page(*REPORT, line))[line] == ("body", "")


@pytest.mark.parametrize(
    "line", ["It was a long night.", "A storm had hit at dawn.", "Three ships are still missing."]
)
@pytest.mark.parametrize("place", [0, 3])
def test_a_short_sentence_that_shares_nothing_with_the_report_is_kept(line: str, place: int) -> None:
    assert kinds(page(*REPORT[:place], line, *REPORT[place:]))[line] == ("body", "")


def test_a_report_about_newspapers_and_their_readers_keeps_its_sentences() -> None:
    report = (
        "The Arlesund Gazette will stop printing in June and go on as a website, the publisher said.",
        "Subscriptions to the paper have halved in ten years, and advertising pays for less and less of it.",
        "Readers who pay for the printed edition will be moved to the website without any extra charge.",
        "The newsroom of the Gazette will keep its eleven reporters, but the printers will lose their jobs.",
        "The union of the printers called the plan of the publisher a betrayal of the town and its readers.",
        "The Gazette was founded in 1887, and its archive holds four million pages.",
    )
    assert set(kinds(page(*report)).values()) == {("body", "")}


@pytest.mark.parametrize("heading", ["The letter", "Outlook", "Why the council waited", "Our daily bread"])
def test_a_heading_between_paragraphs_is_never_removed(heading: str) -> None:
    assert kinds(page(*REPORT[:3], heading, *REPORT[3:]))[heading] == ("heading", "")


def test_in_another_language_a_short_last_sentence_is_kept_whatever_it_shares() -> None:
    report = [
        "Der Rat schloss die alte Brücke am Montag, nachdem Prüfer Risse in zwei Pfeilern gefunden hatten.",
        "Busse fahren bis zum Ende der Arbeiten an der Küste entlang, sagte die Bürgermeisterin am Abend.",
        "Fachleute rechnen damit, dass die Arbeiten bis April dauern und vier Millionen Kronen kosten.",
    ] * 3
    assert kinds(page(*report, "Verletzt wurde niemand."))["Verletzt wurde niemand."] == ("body", "")


def test_the_reason_names_what_the_line_speaks_of() -> None:
    lines = {
        "Our newsletter tells you more, and you can subscribe for free.": "newsletter",
        "Please keep your comments civil, as moderators delete insults.": "comments",
        "No cookies are set by this page without your consent.": "cookie",
    }
    found = kinds(page(*lines, *REPORT))
    assert {line: found[line] for line in lines} == {line: ("removed", why) for line, why in lines.items()}


def test_the_weights_have_a_coefficient_for_every_cue_and_no_other() -> None:
    page_lines = split_lines(page(*REPORT))
    weights = line_classifier.load_boilerplate_model(MODEL)
    judged = line_classifier.classifiable_lines(
        page_lines, [False] * len(page_lines), "", ENGLISH, weights.words
    )
    assert judged
    assert {frozenset(cues) for _, cues in judged.values()} == {frozenset(weights.cues)}


def test_the_weights_are_small() -> None:
    path = line_classifier.weights_path(MODEL)
    stored = json.loads(path.read_text("utf-8"))
    assert path.stat().st_size < 300_000
    assert all(-127 <= score <= 127 for score in stored["words"].values())


def test_a_page_without_prose_is_not_judged() -> None:
    lines = split_lines("Our page\nYour news\n大桥周一关闭。")
    assert line_classifier.boilerplate_lines(lines, [False] * len(lines), "", ENGLISH) == {}
