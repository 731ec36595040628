"""An invented language passes through the whole pipeline: its words have their effect, and English has none.

The encoder alone stands in for a model of that language: the shipped one was trained on English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from nutgraf.model import Analysis, DetectedLanguage, Document, EntityType
from nutgraf.nlp import pipeline as pipeline_module
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.multi_document import IdfTable, compare_reports, report_of
from nutgraf.nlp.pipeline import SHIPPED_MODELS, Pipeline
from nutgraf.nlp.spans import EncodedArticle, TaggedSpan
from tests.support.tarvi import TARVI

PUBLISHED = datetime(2025, 12, 3, 9, 30, tzinfo=UTC)
ARTICLE = """Dilu ta artu
Fen Torben Hale

Havra Anka Belmoro sivu dol ne sub septuvint doron veskat in Talheim iero.

Ta porto kostu 2,5 gross krellon, e ta vojo nel Talheim es 12 leppon, sivu Belmoro.

Ta inflato es 7,5 sadosa, e 3 frosto 2024 es ta dago kva ta pontu klosat.

“Ta porto es klosat dol ta yero,” sivu Belmoro. Ta Quello homo es in Velland, e in Norda Gremio.
"""
ENGLISH = """Share this article
By Torben Hale

At least twenty-five people were killed in Talheim yesterday, said Mr Anka Belmoro.

The harbour cost 2.5 million pounds, and it is 12 miles long. He added that inflation was seven per cent.

"The harbour is closed for the year," Belmoro said on Monday, and the French were in the Ministry.
"""


NUMERIC = (EntityType.DATE, EntityType.MONEY)
NAMES = {
    r"(?:Havra |Mr )?Anka Belmoro|Belmoro": EntityType.PERSON,
    r"Talheim|Velland": EntityType.LOC,
    r"Norda Gremio": EntityType.LOC,
}


class NameEncoder:
    """Encoder that tags the names above, and embeds nothing."""

    def encode(self, doc: Doc) -> EncodedArticle:
        empty = EncodedArticle.empty(len(doc.sentences))
        mentions = [
            TaggedSpan("text", match.start(), match.end(), kind, 0.9)
            for pattern, kind in NAMES.items()
            for match in re.finditer(pattern, doc.text)
            if doc.sentence_at(match.start())
        ]
        mentions.sort(key=lambda mention: mention.start)
        return EncodedArticle(tuple(mentions), empty.embeddings, empty.title)


Analyse = Callable[[str], Analysis]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load(languages={TARVI.code: TARVI})


@pytest.fixture
def analyse(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> Analyse:
    """Analyse a text as Tarvi, which the model that identifies languages has never seen."""
    detected = DetectedLanguage(TARVI.code, 1.0, supported=True)
    monkeypatch.setattr(pipeline_module, "identify_language", lambda *_: detected)
    monkeypatch.setattr(pipeline, "_encoder", NameEncoder())
    return lambda text: pipeline.analyse(Document(text, "", PUBLISHED))


def figures(analysis: Analysis) -> list[tuple[str, str, float | str, str | None, str]]:
    return [(f.kind.value, f.text, f.value, f.unit, f.bound.value) for f in analysis.figures]


def test_an_article_is_read_by_the_words_of_its_language(analyse: Analyse) -> None:
    analysis = analyse(ARTICLE)
    assert [(ARTICLE[r.start : r.end], r.reason) for r in analysis.text.removed] == [
        ("Dilu ta artu", "share"), ("Fen Torben Hale", "byline"),
    ]  # fmt: skip
    assert figures(analysis) == [
        ("count", "septuvint doron", 25, "doron", "at_least"),
        ("date", "iero", "2025-12-02", "date", "exact"),
        ("money", "2,5 gross krellon", 2_500_000, "NOK", "exact"),
        ("quantity", "12 leppon", 12, "km", "exact"),
        ("percent", "7,5 sadosa", 7.5, "percent", "exact"),
        ("date", "3 frosto 2024", "2024-01-03", "date", "exact"),
    ]
    assert analysis.figures[0].what == "doron killed"
    (quote,) = analysis.quotes
    assert quote.text == "Ta porto es klosat dol ta yero,"
    assert (quote.speaker and quote.speaker.name, quote.cue) == ("Anka Belmoro", "sivu")
    names = {(entity.name, entity.type) for entity in analysis.entities}
    assert {
        ("Anka Belmoro", EntityType.PERSON),
        ("Quello", EntityType.NORP),
        ("Velland", EntityType.GPE),
    } <= names
    assert analysis.warnings == ()


def test_the_words_of_english_have_no_effect_in_it(analyse: Analyse) -> None:
    analysis = analyse(ENGLISH)
    assert analysis.text.removed == ()
    assert {figure.kind.value for figure in analysis.figures} <= {"count"}
    assert [(quote.cue, quote.speaker) for quote in analysis.quotes] == [(None, None)]
    assert {entity.name for entity in analysis.entities} == {"Mr Anka Belmoro", "Talheim"}


def test_two_reports_are_compared_by_the_words_of_their_language(analyse: Analyse) -> None:
    texts = (ARTICLE, "Ta pontu in Talheim veskat takvint doron, sivu Belmoro.")
    reports = [
        report_of(
            f"art_{hours}", title="", text=text, source=f"Kurir {hours}",
            published_at=PUBLISHED + timedelta(hours=hours), received_at=PUBLISHED + timedelta(hours=hours),
            analysis=analyse(text), languages={TARVI.code: TARVI},
        )
        for hours, text in enumerate(texts)
    ]  # fmt: skip
    story = compare_reports(reports, IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json"))
    assert [(figure.what, [value.text for value in figure.values]) for figure in story.figures] == [
        ("doron veskat", ["septuvint doron", "takvint doron"])
    ]
    (belmoro,) = (entity for entity in story.entities if entity.name == "Anka Belmoro")
    assert {mentions.article_id for mentions in belmoro.mentions} == {"art_0", "art_1"}


@pytest.mark.parametrize(
    "area", [field.name for field in fields(TARVI) if field.name not in ("code", "name")]
)
def test_a_language_may_lack_an_area(
    analyse: Analyse, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, area: str
) -> None:
    without = replace(TARVI, **{area: type(getattr(TARVI, area))()})
    monkeypatch.setattr(pipeline, "_languages", {TARVI.code: without})
    analysis = analyse(ARTICLE)
    assert analysis.summary.sentences
    assert bool(analysis.figures) or area == "figures"
