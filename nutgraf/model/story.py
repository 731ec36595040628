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


class FigureCause(StrEnum):
    """Why reports give different values for one figure, where their words tell."""

    CORRECTION = "correction"
    ALTERED_REPRINT = "altered_reprint"


class SupportDegree(StrEnum):
    """How much of a statement an article's own words say."""

    FULL = "full"
    PARTLY = "partly"


@dataclass(frozen=True, slots=True)
class Support:
    """Span of an article that says what a statement says.

    Attributes:
        text: the span, verbatim.
        degree: whether it states all of the statement or a part of it.
    """

    article_id: str
    start: int
    end: int
    text: str
    degree: SupportDegree


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """Report of the event.

    Attributes:
        near_duplicate_of: id of the article that it reprints.
        match_score: similarity to the story when it joined, 0 to 1.
        matched_on: rare words that both contain.
        agrees: what else said that both report one event, of "people", "place", "day" and "figures".
        against: what spoke against it, of these and "names", though not enough.
    """

    id: str
    source: str | None
    title: str | None
    published_at: datetime | None
    near_duplicate_of: str | None
    match_score: float | None = None
    matched_on: tuple[str, ...] = ()
    agrees: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StorySentence:
    """Sentence of the story's summary, verbatim from one article.

    Attributes:
        said_by: ids of the articles of ``evidence``, its own first.
        evidence: the spans that say the same or a part of it, one an article, its own first.
    """

    text: str
    article_id: str
    start: int
    end: int
    said_by: tuple[str, ...]
    evidence: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True)
class StorySummary:
    """Summary of a story: its sentences, in the order in which they tell it, without repetition."""

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
    """Value of a figure in one article, with its span; ``value_max`` is the upper end of a range."""

    value: float | int | str
    unit: str | None
    bound: Bound
    text: str
    article_id: str
    start: int
    end: int
    published_at: datetime | None
    value_max: float | int | None = None


@dataclass(frozen=True, slots=True)
class StoryFigure:
    """Figure across the articles: one quantity, and whether they agree on it.

    Attributes:
        what: what is counted or measured, in words.
        labelled: whether ``what`` names the quantity; False where it only says that it has no sound name.
        subject: the person or thing that it belongs to, such as the person of an age; None if not known.
        as_of: the day or time that the values are of, in ISO 8601; None if not known.
        cause: why the values differ, where the reports tell.
    """

    what: str
    kind: FigureKind
    state: FigureState
    values: tuple[FigureValue, ...]
    labelled: bool = True
    subject: str | None = None
    as_of: str | None = None
    cause: FigureCause | None = None


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
        text: the longest wording that stands in one piece, verbatim from ``article_id``.
        speaker: name of the speaker; None if there is none or more than one.
        speakers: names of all who say it together.
        articles: all wordings, in order of publication and then of the text. Those of one article that
            continue one another stand in their order, never joined.
    """

    text: str
    article_id: str
    start: int
    end: int
    speaker: str | None
    speakers: tuple[str, ...]
    articles: tuple[QuoteVariant, ...]


@dataclass(frozen=True, slots=True)
class CoverageStatement:
    """Statement and the articles that support it.

    Attributes:
        claim: the sentence, verbatim from one article.
        said_by: for each article that says it or a part of it the span that does, its own first.
        only_in: id of the article if no other independent source is among ``said_by``.
    """

    claim: str
    article_id: str
    start: int
    end: int
    said_by: tuple[Support, ...]
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
