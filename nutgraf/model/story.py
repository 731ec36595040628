"""Comparison of several reports of one event; every statement has its spans.

Offsets are in code points of the text of the article with the id ``article_id``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nutgraf.model import Bound, EntityType, FigureKind, Mention


class FigureState(StrEnum):
    """Agreement of the reports on the value of a figure."""

    AGREED = "agreed"
    COMPATIBLE = "compatible"
    CONFLICTING = "conflicting"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """Report of the event; ``near_duplicate_of`` is the id of the article that it reprints."""

    id: str
    source: str | None
    title: str | None
    published_at: datetime | None
    near_duplicate_of: str | None
    match_score: float | None = None
    matched_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StorySentence:
    """Sentence of the story's summary, verbatim from one article.

    ``said_by`` are the ids of the articles that say the same.
    """

    text: str
    article_id: str
    start: int
    end: int
    said_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StorySummary:
    """Summary of a story: its sentences, most important first, without repetition."""

    sentences: tuple[StorySentence, ...]


@dataclass(frozen=True, slots=True)
class MentionsInArticle:
    """Mentions of an entity in one article; ``entity_id`` is its id in that article's analysis."""

    article_id: str
    entity_id: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class MergeEvidence:
    """Evidence for merging a surface form of one article into an entity: the rule and the form."""

    rule: str
    article_id: str
    text: str


@dataclass(frozen=True, slots=True)
class StoryEntity:
    """Entity across the articles; ``sources`` are the outlets that mention it."""

    name: str
    type: EntityType
    salience: float
    sources: tuple[str, ...]
    mentions: tuple[MentionsInArticle, ...]
    evidence: tuple[MergeEvidence, ...]


@dataclass(frozen=True, slots=True)
class FigureValue:
    """Value of a figure in one article, with its span."""

    value: float | int | str
    unit: str | None
    bound: Bound
    text: str
    article_id: str
    start: int
    end: int
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoryFigure:
    """Figure across the articles: what is counted, and whether they agree on it."""

    what: str
    kind: FigureKind
    state: FigureState
    values: tuple[FigureValue, ...]


@dataclass(frozen=True, slots=True)
class QuoteVariant:
    """Wording of a quotation in one article."""

    article_id: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StoryQuote:
    """Quotation across the articles.

    Attributes:
        text: the longest wording.
        speaker: name of the only speaker; None if none is named, or several say it together.
        articles: all wordings.
        speakers: names of all who say it. Empty in the stories of releases that knew no joint speakers.
    """

    text: str
    speaker: str | None
    articles: tuple[QuoteVariant, ...]
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageStatement:
    """Statement and the articles that support it.

    Attributes:
        claim: the sentence, verbatim from one article.
        said_by: ids of the articles that say the same.
        only_in: id of the article if a single independent source says it.
    """

    claim: str
    article_id: str
    start: int
    end: int
    said_by: tuple[str, ...]
    only_in: str | None


@dataclass(frozen=True, slots=True)
class StoryComparison:
    """Result of comparing several reports of one event."""

    title: str | None
    article_count: int
    independent_source_count: int
    representative_article_id: str
    articles: tuple[StoryArticle, ...]
    summary: StorySummary
    entities: tuple[StoryEntity, ...]
    figures: tuple[StoryFigure, ...]
    quotes: tuple[StoryQuote, ...]
    coverage: tuple[CoverageStatement, ...]
