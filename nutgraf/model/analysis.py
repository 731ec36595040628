"""Documents and their analyses.

All offsets are in Unicode code points of the submitted text (for HTML: of the extracted text). Spans are
half-open: ``text[start:end]`` is the text of the span.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

NOT_SERIALIZED = {"written": False}
"""Metadata of a dataclass field that ``nutgraf.codec`` leaves out of the JSON."""

Order = Literal["offset", "rank"]
Field = Literal["text", "title"]


class EntityType(StrEnum):
    """Entity types, with the names of OntoNotes 5."""

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
    """Kind of quantity that a figure states."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    QUANTITY = "quantity"
    DATE = "date"


class Bound(StrEnum):
    """How the text qualifies a figure's value, such as AT_LEAST for "more than"."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Options:
    """Options of an analysis.

    Attributes:
        sentence_count: requested number of summary sentences, 1 to 20.
        order: order of the summary sentences: as in the text, or by rank.
        entity_types: only these types are returned; empty for all types.
        min_score: mentions with a lower confidence (0 to 1) are left out.
    """

    sentence_count: int = 3
    order: Order = "offset"
    entity_types: tuple[EntityType, ...] = ()
    min_score: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """Input of an analysis. Equal documents have equal analyses by the same pipeline."""

    text: str
    title: str = ""
    published_at: datetime | None = None
    language: str | None = None
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class RemovedSpan:
    """Span of the text that was classified as boilerplate and left out of the analysis."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class DetectedLanguage:
    """Detected language: ISO 639-1 code, probability, and whether the entity model supports it."""

    code: str
    confidence: float
    supported: bool


@dataclass(frozen=True, slots=True)
class TextFacts:
    """Measurements of the text; ``words`` and ``sentences`` are without boilerplate."""

    sha256: str
    characters: int
    words: int
    sentences: int
    removed: tuple[RemovedSpan, ...]


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """Sentence of the summary.

    Attributes:
        rank: 1 is the best.
        rank_score: 0 to 1.
        reasons: contribution of each feature to the score.
    """

    text: str
    start: int
    end: int
    rank: int
    rank_score: float
    reasons: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Summary:
    """Summary sentences and the requested number."""

    sentences: tuple[SummarySentence, ...]
    requested: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Mention of an entity; ``field`` is the string that the offsets refer to."""

    field: Field
    text: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Alias:
    """Other surface form of an entity, and the rule that linked it."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """Link of a place to a gazetteer.

    Attributes:
        scheme: the gazetteer: ``geonames``.
        id: the place's id there.
        latitude: degrees north, to 0.01; of a country or region the middle of its inhabitants.
        longitude: degrees east, likewise.
        country: ISO 3166-1 alpha-2 code.
    """

    scheme: str
    id: str
    latitude: float
    longitude: float
    country: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Entity with all its mentions in the article; ``salience`` is 0 to 1.

    ``links`` are empty for everything but a place that the article leaves in no doubt.
    """

    id: str
    name: str
    type: EntityType
    salience: float
    mentions: tuple[Mention, ...]
    aliases: tuple[Alias, ...]
    links: tuple[PlaceLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """Number in the text, normalised.

    Attributes:
        value: a number, or an ISO 8601 date if ``kind`` is ``date``.
        unit: an ISO 4217 code for money, ``percent``, the counted noun, a unit of measure, or ``date``; None
            if the text has none.
        what: what is counted or measured, in the words of the text.
        value_max: the upper end of a range, whose lower end is ``value``; None where the text gives no range.
    """

    value: float | int | str
    unit: str | None
    kind: FigureKind
    bound: Bound
    text: str
    start: int
    end: int
    what: str | None
    value_max: float | int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaker of a quotation; ``entity_id`` is None if the name matches no entity."""

    entity_id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Quotation, verbatim and without its quotation marks.

    Attributes:
        speaker: the only one who says it; None if nobody is named, or several say it together.
        cue: the reporting verb.
        speakers: all who say it. Empty in the analyses of releases that knew no joint speakers.
    """

    text: str
    start: int
    end: int
    speaker: Speaker | None
    cue: str | None
    speakers: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class AnalysisWarning:
    """Warning about an analysis: a stable code and a message for people."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class PipelineVersion:
    """Version of a pipeline and the fingerprint of its code and models."""

    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Capabilities of the installed pipeline, as its workers announce them."""

    pipeline: PipelineVersion
    entity_types: tuple[EntityType, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Analysis of one document. The pipeline validates every span of it.

    Two fields are not part of its JSON. They are stored separately, for stories, and empty if unknown.

    Attributes:
        meaning: embedding of the document, one byte (int8) per dimension.
        sentences: spans of its sentences, as packed by the sentence splitter.
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
