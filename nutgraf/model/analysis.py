"""What is analysed, and what is found in it: every span proves itself.

All offsets are in Unicode code points of the text as it was submitted (for HTML: of the extracted text),
half-open, so that ``text[start:end]`` is the span's own text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

NOT_SERIALIZED = {"written": False}
"""Marks a field that stays out of the JSON."""

Order = Literal["offset", "rank"]
Field = Literal["text", "title"]


class EntityType(StrEnum):
    """Entity types under the names that spaCy and OntoNotes gave them."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FAC = "FAC"
    NORP = "NORP"
    PRODUCT = "PRODUCT"
    EVENT = "EVENT"
    MISC = "MISC"
    DATE = "DATE"
    MONEY = "MONEY"


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    QUANTITY = "quantity"
    DATE = "date"


class Bound(StrEnum):
    """How firmly the text commits to a figure's value."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Options:
    """What a submitter may choose about the analysis.

    Attributes:
        sentence_count: summary length asked for, 1 to 20.
        order: summary sentences by their place in the text, or by rank.
        entity_types: only these types are answered; empty means all that the model gives.
        min_score: mentions below this confidence (0 to 1) are left out.
    """

    sentence_count: int = 3
    order: Order = "offset"
    entity_types: tuple[EntityType, ...] = ()
    min_score: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """Everything an analysis depends on, and nothing else: equal documents have equal analyses."""

    text: str
    title: str = ""
    published_at: datetime | None = None
    language: str | None = None
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class RemovedSpan:
    """A stretch of the text that was recognised as boilerplate and left out of the analysis."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class DetectedLanguage:
    """The detected language: ISO 639-1 code, probability, and whether the entity model knows it."""

    code: str
    confidence: float
    supported: bool


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What was measured about the text itself."""

    sha256: str
    characters: int
    words: int
    sentences: int
    removed: tuple[RemovedSpan, ...]


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of the summary. ``rank`` 1 is the best; ``rank_score`` lies between 0 and 1."""

    text: str
    start: int
    end: int
    rank: int
    rank_score: float
    reasons: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Summary:
    """The sentences chosen and how many were asked for."""

    sentences: tuple[SummarySentence, ...]
    requested: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named; ``field`` says whether offsets refer to the text or the title."""

    field: Field
    text: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Alias:
    """Another surface form of an entity, with the rule that joined it as the receipt."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place or thing, with every place where the article names it."""

    id: str
    name: str
    type: EntityType
    salience: float
    mentions: tuple[Mention, ...]
    aliases: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the text, normalised.

    ``value`` is a number, or an ISO 8601 date where ``kind`` is ``date``. ``unit`` is an ISO 4217 code for
    money, ``percent``, the counted noun, a unit of measure, or ``date``; null where the text does not say.
    """

    value: float | int | str
    unit: str | None
    kind: FigureKind
    bound: Bound
    text: str
    start: int
    end: int
    what: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said a quotation; ``entity_id`` is null when the name resolves to no entity."""

    entity_id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim quotation without its quotation marks."""

    text: str
    start: int
    end: int
    speaker: Speaker | None
    cue: str | None


@dataclass(frozen=True, slots=True)
class AnalysisWarning:
    """Something the reader of an analysis should know: a stable code and a sentence for people."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class PipelineVersion:
    """Which pipeline made an analysis: its version and the fingerprint of code and models."""

    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the installed pipeline can do, as its workers announce it."""

    pipeline: PipelineVersion
    entity_types: tuple[EntityType, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the pipeline found in one document. Every span in it is proved before it leaves the pipeline.

    Two things are kept beside it for stories, and are no part of its JSON: ``meaning``, the document's
    embedding, a byte a dimension, and ``sentences``, where its sentences stand, as the pipeline packs it.
    Empty is what nobody has noted.
    """

    pipeline: PipelineVersion
    language: DetectedLanguage
    text: TextFacts
    summary: Summary
    entities: tuple[Entity, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    warnings: tuple[AnalysisWarning, ...]
    meaning: bytes = field(default=b"", compare=False, metadata=NOT_SERIALIZED)
    sentences: bytes = field(default=b"", compare=False, metadata=NOT_SERIALIZED)
