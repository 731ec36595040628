from __future__ import annotations

from dataclasses import replace

import pytest

from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang import Language
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.lang.schema.segmentation import SegmentationRules
from nutgraf.nlp.segmentation.sentence_splitter import split_sentences
from nutgraf.nlp.spans import LabelledLine

INVENTED = replace(
    ENGLISH,
    code="zz",
    name="Invented",
    segmentation=SegmentationRules(
        open_endings=frozenset({"zu"}),
        titles=frozenset({"Zrk"}),
        places=frozenset({"Fk"}),
        clock_endings=frozenset({"u.m."}),
        date_openings=frozenset({"Primo", "Lundo"}),
        name_particles=frozenset({"ot"}),
        reporting_verbs=frozenset({"dika"}),
        subject_pronouns=frozenset({"ul"}),
    ),
)


def split(text: str, language: Language | None = INVENTED, code: str = "zz") -> list[str]:
    lines = tuple(LabelledLine(match, match + len(row), "body") for match, row in rows(text))
    doc = Doc(text, language_code=code, language=language, lines=lines)
    return [text[span.start : span.end] for span in split_sentences(doc)]


def rows(text: str) -> list[tuple[int, str]]:
    return [(text.index(row), row) for row in text.splitlines()]


@pytest.mark.parametrize(
    "wanted",
    [
        ["Ka rado mira Zrk. Hale.", "Ul neka."],
        ["Ka rado iza zu Fk. Worto.", "Ul neka."],
        ["Ka rado iza 5 Fk.", "Worto neka."],
        ["Ka porto klosa je 5 u.m. Lundo.", "Ul neka."],
        ["“Ke iza?” Ada Mosso dika.", "Ul neka."],
        ["“Ke iza?”", "Ul dika ke mi neka."],
        ["Ka ponto klosa.", "ot Vriso neka."],
    ],
)
def test_sentences_are_repaired_by_the_words_of_the_language(wanted: list[str]) -> None:
    assert split(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    "cut",
    [
        ["Ka rado mira Zrk.", "Hale."],
        ["“Ke iza?”", "Ada Mosso dika."],
    ],
)
def test_without_these_words_the_splitter_cuts(cut: list[str]) -> None:
    assert split(" ".join(cut), None) == cut
    assert split(" ".join(cut), ENGLISH, "en") == cut


def test_the_words_of_english_do_not_count_in_another_language() -> None:
    assert split("“Who is it?” Ada Moss asked.") == ["“Who is it?”", "Ada Moss asked."]
    assert split("We met Cllr. Hale.") == ["We met Cllr.", "Hale."]


def test_a_line_with_an_open_ending_of_the_language_goes_on_in_the_next() -> None:
    assert split("Ka rado klosa ka ponto zu\nPorto ek Norda.") == [
        "Ka rado klosa ka ponto zu\nPorto ek Norda."
    ]
    assert len(split("Ka rado klosa ka ponto of\nPorto ek Norda.")) == 2
