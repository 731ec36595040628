from __future__ import annotations

import re
from dataclasses import replace

import pytest

from nutgraf.nlp.boilerplate import label_lines
from nutgraf.nlp.boilerplate.language_match import reads_as
from nutgraf.nlp.boilerplate.lines import split_lines
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.lang.international.times import moments
from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules, CreditPatterns, line_patterns
from tests.unit.nlp.boilerplate.test_detector import PROSE as ENGLISH_PROSE
from tests.unit.nlp.boilerplate.test_detector import page
from tests.unit.nlp.boilerplate.test_line_classifier import OWN_VOICE

DATE = moments(r"\d{1,2}\s(?:primo|sekundo)\s\d{4}", joining_words="ek")
INVENTED = replace(
    ENGLISH,
    code="zz",
    name="Invented",
    boilerplate=BoilerplateRules(
        line_patterns=line_patterns(
            {
                "metadata": rf"(?:rilatu\s)?{DATE}",
                "share": r"dilu(?:\szu\s.{1,40})?",
                "newsletter": r"nimu\s.{0,40}\bbrifo\b.{0,60}",
            }
        ),
        credits=CreditPatterns(byline=re.compile(r"Fen\s[^\W\d_a-z]\w+(?:\s[^\W\d_a-z]\w+){0,3}")),
        related_heading=re.compile(r"(?i:sama\sartu)"),
        commonest_words=frozenset({"zu", "ka", "mi"}),
    ),
)
PROSE = (
    "Ka rado zu porto klosa mi olda ponto ek lundo, post inspektu zu ka pilaro.",
    "Buso porta mi homu zu ka kosto til mi laboro finda, ka majoro dika ek vespero.",
    "Mi inginu atenda ke ka laboro dura til primo ek kosta kvar miliono zu krono.",
    "Mi vendu zu ka norda bordo tima por mi komerco ek peta ka urbo zu helpo.",
)


def kinds(*lines: str) -> dict[str, tuple[str, str]]:
    text = page(*lines)
    return {
        text[line.start : line.end]: (line.kind, line.reason)
        for line in label_lines(Doc(text, language_code="zz", language=INVENTED))
    }


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Nimu nia brifo", "newsletter"),
        ("Nimu ka brifo zu nia urbo hodi!", "newsletter"),
        ("Dilu", "share"),
        ("Dilu zu amiku", "share"),
        ("Fen Torben Hale", "byline"),
        ("12 primo 2024", "metadata"),
        ("Rilatu 3 sekundo 2024 ek 4 sekundo 2024", "metadata"),
    ],
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_boilerplate_is_found_by_the_patterns_of_the_language(line: str, reason: str, place: int) -> None:
    found = kinds(*PROSE[:place], line, *PROSE[place:])
    assert found[line] == ("removed", reason)
    assert all(found[sentence] == ("body", "") for sentence in PROSE)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2024-03-12T14:05:00Z", "metadata"),
        ("12.03.2024, 14:05", "metadata"),
        ("3 / 12", "metadata"),
        ("https://www.example.test/porto", "metadata"),
        ("Facebook WhatsApp Telegram", "share"),
        ("@haltogazeto", "share"),
        ("rado@example.test", "comments"),
        ("© 2024 Halto Gazeto", "copyright"),
        ("Mondo > Norda > Porto", "navigation"),
    ],
)
def test_boilerplate_without_words_is_found_in_every_language(line: str, reason: str) -> None:
    assert kinds(*PROSE[:2], line, *PROSE[2:])[line] == ("removed", reason)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter",
        "Sign up for our newsletter, it comes every morning and is free for all.",
        "Share this article",
        "By Jane Doe",
        "(Reporting by Jane Doe; Editing by Ann Poe)",
        "Advertisement",
        "Similar Articles",
        "Read more: Ferry strike enters its third week",
        "Published on 12 March 2024",
        "Leave a comment",
        "The bridge on Monday. (Photo: Jane Doe)",
    ],
)
def test_english_boilerplate_is_not_found_by_the_patterns_of_another_language(line: str) -> None:
    assert kinds(*PROSE[:2], line, *PROSE[2:])[line][0] != "removed"


def test_links_to_other_articles_follow_the_heading_of_the_language() -> None:
    found = kinds(PROSE[0], "Sama Artu", "Striko zu porto dura", *PROSE[1:])
    assert found["Striko zu porto dura"] == ("removed", "related")
    assert all(found[sentence] == ("body", "") for sentence in PROSE)


def test_nothing_is_classified_without_a_model() -> None:
    found = kinds(*OWN_VOICE, *ENGLISH_PROSE)
    assert all(found[line] == ("body", "") for line in OWN_VOICE)


def test_prose_reads_as_the_language_that_it_is_in() -> None:
    invented, english = split_lines(page(*PROSE)), split_lines(page(*ENGLISH_PROSE))
    assert reads_as(INVENTED, invented)
    assert reads_as(ENGLISH, english)
    assert not reads_as(INVENTED, english)
    assert not reads_as(ENGLISH, invented)
    assert not reads_as(INVENTED, ())
