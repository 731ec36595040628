"""The nouns of stories: what several reports of one event say together, each claim with its spans.

Offsets are in code points of the text of the article that ``article_id`` names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nutgraf.model import Bound, EntityType, FigureKind, Mention


class FigureState(StrEnum):
    """How the reports' values of one figure stand to one another."""

    AGREED = "agreed"
    COMPATIBLE = "compatible"
    CONFLICTING = "conflicting"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """One report of the event; ``near_duplicate_of`` is the article that it reprints."""

    id: str
    source: str | None
    title: str | None
    published_at: datetime | None
    near_duplicate_of: str | None
    match_score: float | None = None
    matched_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StorySentence:
    """A sentence of the story's summary, verbatim from one article; ``said_by`` are all that say the same."""

    text: str
    article_id: str
    start: int
    end: int
    said_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StorySummary:
    """What the sources say, by importance, no fact twice."""

    sentences: tuple[StorySentence, ...]


@dataclass(frozen=True, slots=True)
class MentionsInArticle:
    """Where one article names an entity, and the id that it has in that article's analysis."""

    article_id: str
    entity_id: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class MergeEvidence:
    """Why a form of one article was taken for this entity: the rule, and the form as it stands there."""

    rule: str
    article_id: str
    text: str


@dataclass(frozen=True, slots=True)
class StoryEntity:
    """An entity across the articles; ``sources`` are the outlets that name it."""

    name: str
    type: EntityType
    salience: float
    sources: tuple[str, ...]
    mentions: tuple[MentionsInArticle, ...]
    evidence: tuple[MergeEvidence, ...]


@dataclass(frozen=True, slots=True)
class FigureValue:
    """One article's value of a figure, with its span."""

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
    """One figure across the articles: what it counts, and whether they agree."""

    what: str
    kind: FigureKind
    state: FigureState
    values: tuple[FigureValue, ...]


@dataclass(frozen=True, slots=True)
class QuoteVariant:
    """How one article cut a quotation."""

    article_id: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StoryQuote:
    """One quotation; ``text`` is the fullest cut, and every cut is listed."""

    text: str
    speaker: str | None
    articles: tuple[QuoteVariant, ...]


@dataclass(frozen=True, slots=True)
class CoverageStatement:
    """A sentence and who says the same. ``only_in`` is set when a single independent source does."""

    claim: str
    article_id: str
    start: int
    end: int
    said_by: tuple[str, ...]
    only_in: str | None


@dataclass(frozen=True, slots=True)
class StoryComparison:
    """What several reports of one event say together."""

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
