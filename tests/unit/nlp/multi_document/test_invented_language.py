"""Reports are compared by the words of their own language, each by its own where they are in two."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from nutgraf.model import (
    Analysis,
    Bound,
    DetectedLanguage,
    Entity,
    EntityType,
    Figure,
    FigureKind,
    Mention,
    PipelineVersion,
    Summary,
    TextFacts,
)
from nutgraf.model.story import StoryFigure
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang import Language
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.lang.schema.stories import StoryRules
from nutgraf.nlp.multi_document import IdfTable, Report, compare_reports, report_of, report_vector
from nutgraf.nlp.multi_document.entities.entity_resolution import merge_entities
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from nutgraf.nlp.multi_document.summary.multi_document_summary import sentence_importance
from nutgraf.nlp.multi_document.summary.sentence_similarity import report_sentences
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from nutgraf.nlp.spans import SentenceSpan
from tests.support.tarvi import TARVI

IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
MOMENT = datetime(2026, 4, 2, 12, tzinfo=UTC)
Number = tuple[str, float | str, str | None]
"""A figure's text, value and unit."""


def kind_of(unit: str | None) -> FigureKind:
    if unit == "date":
        return FigureKind.DATE
    return FigureKind.QUANTITY if unit == "km" else FigureKind.COUNT


def report(  # noqa: PLR0913 - the facts of a report
    place: int,
    text: str,
    numbers: tuple[Number, ...] = (),
    *,
    names: tuple[str, ...] = (),
    language: Language | None = TARVI,
    hours: float = 0.0,
) -> Report:
    """A report whose sentences end in a point, with figures and names that somebody has found in it."""
    spans, start = [], 0
    for part in text.split(". "):
        spans.append(SentenceSpan(start, start + len(part), 0))
        start += len(part) + 2
    figures = []
    for shown, value, unit in numbers:
        at = text.index(shown)
        figures.append(Figure(value, unit, kind_of(unit), Bound.EXACT, shown, at, at + len(shown), None))
    entities = tuple(
        Entity(f"ent_{row}", name, EntityType.PERSON, 0.5, (Mention("text", name, 0, len(name), 1.0),), ())
        for row, name in enumerate(names)
    )
    analysis = Analysis(
        PipelineVersion("0", "test"),
        DetectedLanguage(language.code if language else "qsu", 1.0, supported=language is not None),
        TextFacts("", len(text), 1, 1, ()),
        Summary((), 3), entities, tuple(figures), (), (),
    )  # fmt: skip
    moment = MOMENT + timedelta(hours=hours)
    doc = Doc(text, "", moment, analysis.language.code, language, sentences=tuple(spans))
    return Report(f"art_{place}", f"Outlet {place}", doc, MOMENT, analysis)


def compared(*reports: Report) -> list[StoryFigure]:
    return list(compare_figures(reports, lambda article: article, IDF))


def states(*reports: Report) -> list[tuple[str, str, list[str]]]:
    return [
        (figure.what, figure.state.value, [value.text for value in figure.values])
        for figure in compared(*reports)
    ]


SEVEN = report(0, "Septu doron veskat ika Norholm", (("Septu doron", 7, "doron"),))
NINE = report(1, "Ta pontu vesku nonu doron", (("nonu doron", 9, "doron"),), hours=3)


def test_numbers_of_people_align_by_what_the_language_says_of_them() -> None:
    assert states(SEVEN, NINE) == [("doron veskat", "superseded", ["Septu doron", "nonu doron"])]


@pytest.mark.parametrize("language", [ENGLISH, None])
def test_words_of_one_language_say_nothing_in_another(language: Language | None) -> None:
    same_texts = [
        report(0, SEVEN.doc.text, (("Septu doron", 7, "doron"),), language=language),
        report(1, NINE.doc.text, (("nonu doron", 9, "doron"),), language=language),
    ]
    assert compared(*same_texts) == []
    english = ("Seven people were killed at the mill", "At the port the flood killed nine people")
    for own in (language, TARVI):
        reports = [
            report(0, english[0], (("Seven people", 7, "people"),), language=own),
            report(1, english[1], (("nine people", 9, "people"),), language=own, hours=3),
        ]
        assert len(compared(*reports)) == (own is ENGLISH)


def test_reports_in_two_languages_align_each_by_its_own_words() -> None:
    english = report(1, "The bridge killed nine people", (("nine people", 9, "people"),), language=ENGLISH,
                     hours=3)  # fmt: skip
    assert states(SEVEN, english) == [("doron veskat", "superseded", ["Septu doron", "nine people"])]
    earlier = report(2, "The bridge killed five people", (("five people", 5, "people"),), language=ENGLISH,
                     hours=-3)  # fmt: skip
    assert states(earlier, SEVEN)[0][0] == "people dead"


def test_the_unit_of_people_counts_people_in_every_language() -> None:
    named = report(0, SEVEN.doc.text, (("Septu doron", 7, "people"),))
    unnamed = report(1, "Ta pontu vesku nonu", (("nonu", 9, "people"),), hours=3)
    assert states(named, unnamed) == [("doron veskat", "superseded", ["Septu doron", "nonu"])]


def test_children_and_people_are_two_quantities() -> None:
    children = report(1, "Ta pontu vesku tera melon", (("tera melon", 3, "melon"),), hours=3)
    assert compared(SEVEN, children) == []


def test_what_happened_to_somebody_else_is_not_said_of_the_people_counted() -> None:
    others = report(1, "Tera doron ika vesko nel melon", (("Tera doron", 3, "doron"),), hours=3)
    assert compared(SEVEN, others) == []


def test_a_former_value_is_no_claim() -> None:
    texts = "Doron veskat levu sur sepa"
    former = report(1, f"{texts} dol nonu doron", (("sepa", 6, "doron"), ("nonu doron", 9, "doron")), hours=3)
    assert [value.text for figure in compared(SEVEN, former) for value in figure.values] == [
        "Septu doron", "nonu doron",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "aligned"),
    [
        ("Ika 2015 nonu doron veskat ika Vestor", False),
        ("Depo 2015 nonu doron veskat ika Vestor", True),
        ("Ika 2015 ta pontu havi vesku nonu doron", True),
    ],
)
def test_a_number_of_an_earlier_event_is_told_by_its_date(sentence: str, *, aligned: bool) -> None:
    numbers: tuple[Number, ...] = (("2015", "2015", "date"), ("nonu doron", 9, "doron"))
    later = report(1, f"Ta pontu kolapsu ika Norholm. {sentence}", numbers, hours=3)
    assert bool(compared(SEVEN, later)) is aligned


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("Ta bela pontu nel {0}", "Ta bela pontu havi {0}", "bela pontu"),
        ("Zelo metu ta rilo nel pontu nel {0}", "Ta rilo nel pontu nel {0}", "rilo nel pontu"),
        ("{0} nel norda grano", "{0} nel ta norda grano", "norda grano"),
        ("{0}", "{0}", "un disto"),
    ],
)
def test_a_figure_is_labelled_by_the_words_of_the_language(one: str, other: str, what: str) -> None:
    number: Number = ("12,5 km", 12.5, "km")
    texts = [text.format(number[0]) for text in (one, other)]
    found = compared(*(report(place, text, (number,)) for place, text in enumerate(texts)))
    assert [figure.what for figure in found] == [what]


def test_titles_articles_and_possessives_of_the_language_are_no_part_of_a_name() -> None:
    first = report(0, "", names=("Havra Anka Belmoro", "Ta Velko Norda"))
    second = report(1, "", names=("Anka Belmoro'k", "Velko Norda"))
    assert len(merge_entities([first, second])) == 2
    for language in (ENGLISH, None):
        unread = [report(0, "", names=("Havra Anka Belmoro",), language=language),
                  report(1, "", names=("Anka Belmoro'k",), language=language)]  # fmt: skip
        assert len(merge_entities(unread)) == 2


def test_an_opening_of_one_language_costs_nothing_in_another() -> None:
    text = (
        "He closed the old bridge of Norholm before the flood came. Norholm lay dark for a whole night after."
    )
    english, unknown = (
        sentence_importance(report_sentences([report(0, text, language=own)]), np.eye(2, dtype=np.float32))
        for own in (ENGLISH, None)
    )
    assert english[0] < unknown[0]
    assert english[1] == unknown[1]


def test_a_report_of_a_language_that_is_no_longer_supported_is_compared_without_words() -> None:
    stored = SEVEN.analysis
    reports = [
        report_of(
            f"art_{number}", title="", text=SEVEN.doc.text, source=str(number), published_at=MOMENT,
            received_at=MOMENT, analysis=stored, languages={"en": ENGLISH},
        )
        for number in range(2)
    ]  # fmt: skip
    assert [each.doc.language for each in reports] == [None, None]
    assert compare_reports(reports, IDF).independent_source_count == 1
    again = report_of(
        "art_0", title="", text=SEVEN.doc.text, source=None, published_at=MOMENT, received_at=MOMENT,
        analysis=stored, languages={TARVI.code: TARVI},
    )  # fmt: skip
    assert again.rules is TARVI.stories


def test_capitals_mark_no_names_where_the_language_says_so() -> None:
    german_like = replace(TARVI, stories=StoryRules(capitals_mark_names=False))
    text = "Ta bela Zornapont kolapsu ika Norholm"
    assert set(report_vector(report(0, text), IDF).names) == {"zornapont", "norholm"}
    assert report_vector(report(0, text, language=german_like), IDF).names == {}
