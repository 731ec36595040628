"""The pipeline as a whole: whatever the text, every span it reports is verbatim."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dev.stack import ROOT
from nutgraf.cli.http_client import Client
from nutgraf.codec import decode, encode
from nutgraf.model import Analysis, Document, EntityType, Options
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.multi_document import report_of
from nutgraf.nlp.pipeline import Pipeline
from nutgraf.nlp.segmentation.sentence_splitter import pack_spans, unpack_spans
from nutgraf.nlp.segmented_doc import segmented_doc
from tests.support.tarvi import TARVI

PHRASES = (
    "Mayor Ines Calloway told the Arlesund Courier that the wall would cost £4.2 million.",
    "“We will rebuild it,” said Dr. Torben Hale, of the U.S. Harbour Institute (USHI).",
    "At least 12 people were injured on Monday, and around 40 homes were damaged.",
    "Share", "4 min read", "HOME > NEWS", "By Pia Lind",
    "🚢🌊", "e\u0301a\u0308", "مرحبا بالعالم", "שלום", "\x00", "\u200f", "\u2028", "港口关闭了。", "Ǆ ﬁ İ",
)  # fmt: skip
SEPARATORS = (" ", "\n", "\r\n", "\r", "\n\n", "\t", "  ", "")
messy = st.lists(
    st.one_of(st.sampled_from(PHRASES), st.text(max_size=20)) | st.sampled_from(SEPARATORS), max_size=30
).map("".join)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load()


def spans_of(analysis: Analysis, field: str) -> list[tuple[str, int, int]]:
    mentions = [mention for entity in analysis.entities for mention in entity.mentions]
    chosen = [(mention.text, mention.start, mention.end) for mention in mentions if mention.field == field]
    if field == "title":
        return chosen
    return [
        *((sentence.text, sentence.start, sentence.end) for sentence in analysis.summary.sentences),
        *((figure.text, figure.start, figure.end) for figure in analysis.figures),
        *((quote.text, quote.start, quote.end) for quote in analysis.quotes),
        *chosen,
    ]


def check(document: Document, analysis: Analysis) -> None:
    for field, source in (("text", document.text), ("title", document.title)):
        for text, start, end in spans_of(analysis, field):
            assert source[start:end] == text


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=messy, title=st.text(max_size=40), count=st.integers(1, 20))
def test_every_span_of_any_text_is_verbatim(pipeline: Pipeline, text: str, title: str, count: int) -> None:
    document = Document(text, title, datetime(2026, 3, 2, tzinfo=UTC), None, Options(count))
    analysis = pipeline.analyse(document)
    check(document, analysis)
    assert len(analysis.summary.sentences) <= count
    assert decode(Analysis, encode(analysis)) == analysis


@pytest.mark.parametrize(
    "unit", ["word ", "Mr. ", "\n", "1,", '"', "A. ", "🚢", "e\u0301", "(", "港", "\r\n", "\x00"]
)
def test_two_hundred_thousand_characters_of_anything_are_survived(pipeline: Pipeline, unit: str) -> None:
    document = Document((unit * 200_000)[:200_000])
    check(document, pipeline.analyse(document))


def test_a_long_article_is_analysed_whole(pipeline: Pipeline) -> None:
    sentence = (
        "On day {0} the council of Arlesund, led by Ines Calloway, paid {0} crowns to Torben Hale for stone."
    )
    text = "\n\n".join(sentence.format(number) for number in range(1, 501))
    analysis = pipeline.analyse(Document(text))
    names = {entity.name: entity for entity in analysis.entities}
    assert len(names["Ines Calloway"].mentions) > 400
    assert max(mention.end for mention in names["Torben Hale"].mentions) > 45_000


def test_equal_documents_give_equal_bytes(pipeline: Pipeline) -> None:
    for article in Client.examples(ROOT / "examples")[:2]:
        document = Document(article["text"], article["title"])
        assert encode(pipeline.analyse(document)) == encode(Pipeline.load().analyse(document))


DIGESTS = """
import hashlib
from dev.stack import ROOT
from nutgraf.codec import encode
from nutgraf.model import Document
from nutgraf.cli.http_client import Client
from nutgraf.nlp.pipeline import Pipeline

pipeline = Pipeline.load()
for article in Client.examples(ROOT / "examples")[:4]:
    print(hashlib.sha256(encode(pipeline.analyse(Document(article["text"], article["title"])))).hexdigest())
"""


def test_two_processes_give_equal_bytes() -> None:
    digests = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS],
            check=True, capture_output=True, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout.split()
        for seed in ("1", "2")
    ]  # fmt: skip
    assert len(set(digests[0])) == 4
    assert digests[0] == digests[1]


def test_numbers_of_a_language_that_the_rules_do_not_know_are_left_alone(pipeline: Pipeline) -> None:
    text = (
        "Le conseil municipal d'Arlesund a voté lundi la reconstruction du vieux mur du port pour 4,2 "
        "millions d'euros. « Nous commençons en mai », a déclaré la maire. Environ 1 200 personnes y étaient."
    )
    analysis = pipeline.analyse(Document(text))
    assert (analysis.figures, analysis.entities) == ((), ())
    assert [quote.text for quote in analysis.quotes] == ["Nous commençons en mai"]
    assert "figures" in analysis.warnings[-1].detail


def test_a_pipeline_supports_the_languages_that_it_is_given(pipeline: Pipeline) -> None:
    document = Document("Septu doron veskat ika Norholm. Ta pontu klosat.", language=TARVI.code)
    assert pipeline.capabilities.languages == ("en",)
    assert not pipeline.analyse(document).language.supported
    both = Pipeline.load(languages={"en": ENGLISH, TARVI.code: TARVI})
    assert both.capabilities.languages == ("en", TARVI.code)
    detected = both.analyse(document).language
    assert (detected.code, detected.supported) == (TARVI.code, True)
    assert both.analyse(Document("The council closed the bridge on Monday.")).language.supported


def test_only_the_entity_types_asked_for_are_answered(pipeline: Pipeline) -> None:
    article = Client.examples(ROOT / "examples")[0]
    document = Document(article["text"], article["title"])
    everything = pipeline.analyse(document)
    people = pipeline.analyse(replace(document, options=Options(entity_types=(EntityType.PERSON,))))
    assert {entity.type for entity in people.entities} == {EntityType.PERSON}
    assert people.entities == tuple(one for one in everything.entities if one.type is EntityType.PERSON)
    certain = Options(entity_types=(EntityType.PERSON,), min_score=1.0)
    assert pipeline.analyse(replace(document, options=certain)).entities == ()


def test_fewer_sentences_than_asked_for_are_explained(pipeline: Pipeline) -> None:
    document = Document("The council of Arlesund voted on Monday to rebuild the wall.", options=Options(5))
    analysis = pipeline.analyse(document)
    assert len(analysis.summary.sentences) == 1
    assert [warning.code for warning in analysis.warnings] == ["fewer_sentences_than_requested"]


def test_an_unsure_language_keeps_the_names_and_says_so(pipeline: Pipeline) -> None:
    text = (
        "Premio Concha de Plata: “El faro de los muertos” by Inés Robledo Calvache and “La última ola” by "
        "Teo Barrientos Lucena. Each gets 15,000 euros, the jury said."
    )
    analysis = pipeline.analyse(Document(text))
    assert (analysis.language.code, analysis.language.supported) == ("en", True)
    assert "language_uncertain" in [warning.code for warning in analysis.warnings]
    assert [figure.value for figure in analysis.figures] == [15000]
    assert any(entity.type is EntityType.PERSON for entity in analysis.entities)


def test_an_analysis_notes_the_sentences_that_a_report_is_read_by(pipeline: Pipeline) -> None:
    for article in Client.examples(ROOT / "examples")[:4]:
        title, text = article["title"], article["text"]
        analysis = pipeline.analyse(Document(text, title))
        found = segmented_doc(text, title, analysis.language.code).sentences
        assert len(found) > 3
        assert unpack_spans(analysis.sentences) == found
        for noted in (
            analysis,
            replace(analysis, sentences=b""),
            replace(analysis, sentences=pack_spans(found[1:])),
        ):
            report = report_of(
                "art_1", title=title, text=text, source=None, published_at=None,
                received_at=datetime.now(UTC), analysis=noted,
            )  # fmt: skip
            assert report.doc.sentences == (unpack_spans(noted.sentences) or found)
