"""A language that nobody speaks: its rules object alone decides which words are figures."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp import figures
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang import Language
from nutgraf.nlp.lang.schema import figures as schema
from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules
from nutgraf.nlp.lang.schema.figures.currencies import CurrencyName
from nutgraf.nlp.lang.schema.names import NameRules
from nutgraf.nlp.lang.schema.phrases import PhraseTable, phrase_table
from nutgraf.nlp.lang.schema.quotations import QuotationRules
from nutgraf.nlp.lang.schema.segmentation import SegmentationRules
from nutgraf.nlp.lang.schema.stories import StoryRules
from nutgraf.nlp.lang.schema.summarization import SummarizationRules
from nutgraf.nlp.spans import SentenceSpan

PUBLISHED = datetime(2025, 12, 3, 9, 30, tzinfo=UTC)  # a Wednesday
UNITS = {"bap": Decimal(1), "tak": Decimal(2), "zot": Decimal(5)}


def compound_value(word: str) -> Decimal | None:
    """Read "zotvint", five and twenty, as one word."""
    unit = UNITS.get(word.removesuffix("vint"))
    return unit + 20 if unit is not None and word.endswith("vint") else None


def is_plural(word: str) -> bool:
    return word.endswith("oj")


RULES = schema.FigureRules(
    numbers=schema.NumberWords(
        digits=schema.DigitNotation(decimal=",", grouping="."),
        units=UNITS,
        tens={"vint": Decimal(20)},
        scales={"kent": Decimal(100), "mirt": Decimal(1000), "gross": Decimal(10**6)},
        vague_plurals={"kentoj": Decimal(100)},
        compound_value=compound_value,
        partitives=frozenset({"dor"}),
    ),
    bounds=schema.BoundPhrases(
        before=phrase_table({Bound.AT_LEAST: "ne sub", Bound.ABOUT: "kirk"}),
        after=phrase_table({Bound.AT_MOST: "au sub"}),
    ),
    currencies=schema.CurrencyWords(names={"krelloj": CurrencyName("krell", "NOK")}),
    units=schema.UnitWords(
        names=PhraseTable({("lepoj",): "km", ("lumoj",): "day"}),
        percentages=phrase_table({"percent": "po sto"}),
    ),
    calendar=schema.CalendarWords(
        months={"frost": 1, "blom": 5},
        weekdays={"solno": 6},
        qualifiers={"dern": "last"},
        periods={"sedmo": "week"},
        ago_units={"lumoj": "day"},
        ago=frozenset({"tul"}),
        day_words={"iero": -1},
    ),
    events=schema.EventVerbs(
        participles={"mortaj": "killed"},
        intransitive=frozenset({"mortaj"}),
        people_events=frozenset({"killed"}),
    ),
    nouns=schema.CountedNounRules(is_plural=is_plural, leading=frozenset({"dor"})),
    ellipsis=schema.EllipsisWords(partitives=frozenset({"dor"}), pronouns=frozenset({"ili"})),
)
INVENTED = Language(
    code="qq",
    name="Invented",
    segmentation=SegmentationRules(),
    boilerplate=BoilerplateRules(),
    names=NameRules(),
    figures=RULES,
    quotations=QuotationRules(),
    summarization=SummarizationRules(),
    stories=StoryRules(),
)


def found_in(text: str) -> tuple[Figure, ...]:
    sentence = SentenceSpan(0, len(text), 0)
    return figures.extract_figures(Doc(text, "", PUBLISHED, "qq", INVENTED, (), (sentence,)))


@pytest.mark.parametrize(
    ("text", "kind", "span", "value", "unit", "bound"),
    [
        ("La doma kosta 2.500,5 krelloj.", "money", "2.500,5 krelloj", 2500.5, "NOK", "exact"),
        ("La doma kosta zot gross krelloj.", "money", "zot gross krelloj", 5_000_000, "NOK", "exact"),
        ("La doma kosta 1.200 €.", "money", "1.200 €", 1200, "EUR", "exact"),
        ("Kirk 7,5 po sto dor la homoj.", "percent", "7,5 po sto", 7.5, "percent", "about"),
        ("Kresk 4% au sub.", "percent", "4%", 4, "percent", "at_most"),
        ("Ne sub zotvint bruna kanoj mortaj.", "count", "zotvint bruna kanoj", 25, "kanoj", "at_least"),
        ("Tak kent vint zot kanoj.", "count", "Tak kent vint zot kanoj", 225, "kanoj", "exact"),
        ("Kentoj dor kanoj.", "count", "Kentoj dor kanoj", 200, "kanoj", "at_least"),
        ("Zot mortaj.", "count", "Zot", 5, "people", "exact"),
        ("La via es takvint lepoj longa.", "quantity", "takvint lepoj", 22, "km", "exact"),
        ("La via es 12 km longa.", "quantity", "12 km", 12, "km", "exact"),
        ("Iero la via sinka.", "date", "Iero", "2025-12-02", "date", "exact"),
        ("La via sinka 3 frost 2024.", "date", "3 frost 2024", "2024-01-03", "date", "exact"),
        ("La via sinka dern solno.", "date", "dern solno", "2025-11-30", "date", "exact"),
        ("La via sinka dern sedmo.", "date", "dern sedmo", "2025-W48", "date", "exact"),
        ("La via sinka zot lumoj tul.", "date", "zot lumoj tul", "2025-11-28", "date", "exact"),
    ],
)
def test_figures_are_read_by_the_words_of_their_language(  # noqa: PLR0913, PLR0917 - the fields of a figure
    text: str, kind: str, span: str, value: float | str, unit: str, bound: str
) -> None:
    (figure,) = found_in(text)
    assert (figure.kind, figure.text) == (kind, span)
    assert (figure.value, figure.unit, figure.bound) == (value, unit, bound)


def test_a_count_says_what_happened_and_its_pronoun_what_it_counts() -> None:
    horses, some = found_in("Ne sub zotvint bruna kanoj mortaj, zot dor ili.")
    assert (horses.what, horses.unit) == ("bruna kanoj killed", "kanoj")
    assert (some.text, some.value, some.unit, some.what) == ("zot dor ili", 5, "kanoj", "bruna kanoj")


@pytest.mark.parametrize(
    "text",
    [
        "Five million people were killed.",
        "At least 40 people died on Monday.",
        "Twenty-five of them were arrested yesterday.",
        "He paid twelve dollars and 3 pounds.",
        "Half of the voters and two-thirds of the farmers came last week.",
        "It is 12 miles long and 5 hours old.",
        "The toll rose to 15 by noon.",
        "Dozens of ships sank in December.",
        "Maria Lenz, 43, was aged 43.",
        "Of the 143 on board, 130 were saved.",
        "Inflation rose by seven per cent in May.",
    ],
)
def test_english_words_are_none_of_it(text: str) -> None:
    assert found_in(text) == ()


def test_a_language_without_rules_reads_what_every_language_shares() -> None:
    bare = Doc(
        "It cost $5, 12 km from 2024-05-06, 4% of five million people.",
        language=Language("qq", "None", SegmentationRules(), BoilerplateRules(), NameRules(),
                          schema.FigureRules(), QuotationRules(), SummarizationRules(), StoryRules()),
        sentences=(SentenceSpan(0, 61, 0),),
    )  # fmt: skip
    found = [(figure.kind, figure.value) for figure in figures.extract_figures(bare)]
    assert found == [
        (FigureKind.MONEY, 5),
        (FigureKind.QUANTITY, 12),
        (FigureKind.DATE, "2024-05-06"),
        (FigureKind.PERCENT, 4),
    ]
