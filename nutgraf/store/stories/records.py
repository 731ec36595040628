"""Formats of stories and of their articles in Redis, and the values that workers exchange with the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from nutgraf.codec import decode
from nutgraf.model import Analysis, Options
from nutgraf.store.articles.records import SubmissionRecord

ANALYSIS_EXTRAS = ("meaning", "sentences")
"""Endings of the keys beside a cached analysis: its document embedding and its sentence spans."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """Completed article with all that clustering and comparison need.

    Attributes:
        story: id of the article's story; None if it was not grouped yet.
        match: JSON of why it belongs to the story; None if it was not grouped or is alone.
    """

    id: str
    title: str
    text: str
    url: str | None
    source: str | None
    external_id: str | None
    published_at: datetime | None
    received_at: datetime
    analysis: Analysis
    options: Options
    story: str | None
    match: str | None


@dataclass(frozen=True, slots=True)
class ClusteringBatch:
    """Next work of the worker that holds a tenant's stories.

    Attributes:
        articles: ids of articles to group.
        grown: ids of stories that have grown, to compare with similar ones.
    """

    articles: tuple[str, ...]
    grown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryAssignment:
    """Assignment of an article to a story, written in one step.

    Attributes:
        article, story: ids.
        centroid: of the story with the article in it, as JSON.
        match: why the article belongs to the story, as JSON.
        terms: search terms under which later articles find the story.
        editions: names under which a later edition, or a copy, finds the article, from ``edition_names`` and
            ``text_name``.
        replaces: id of the edition that the article replaces.
        revised: JSON of what the revision changed; empty to emit no event.
    """

    article: str
    story: str
    centroid: bytes
    match: bytes
    terms: Sequence[str]
    editions: Sequence[str] = ()
    replaces: str | None = None
    revised: bytes = b""


@dataclass(frozen=True, slots=True)
class ReportCopy:
    """Article that was sent again: a copy of a report that stands in a story.

    Attributes:
        article: id.
        other: id of an article with the same report.
        editions, replaces, revised: as in ``StoryAssignment``.
    """

    article: str
    other: str
    editions: Sequence[str]
    replaces: str | None = None
    revised: bytes = b""


@dataclass(frozen=True, slots=True)
class SupersededEdition:
    """Earlier edition that was analysed after a later one, which keeps its place in the story.

    Attributes:
        article: id of the earlier edition.
        later, story: ids of the later edition and of its story.
        editions, revised: as in ``StoryAssignment``.
    """

    article: str
    later: str
    story: str
    editions: Sequence[str]
    revised: bytes


@dataclass(frozen=True, slots=True)
class StoryPart:
    """Part of a story that becomes a story of its own.

    Attributes:
        story: id of the new story.
        articles: ids of the articles that move.
        centroid: of these articles, as JSON.
        terms: search terms under which later articles find the new story.
    """

    story: str
    articles: tuple[str, ...]
    centroid: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryState:
    """State of a story on which a comparison is based.

    Attributes:
        version: how often its articles have changed.
        shrunk: how often it has lost an article.
        revision: number of the last published revision; 0 before the first.
        centroid: JSON; None if a deleted article took it along.
        document: JSON of the last published revision.
        articles: ids of the latest articles, the latest last.
        total: number of all articles.
    """

    id: str
    tenant: str
    version: int
    shrunk: int
    revision: int
    centroid: bytes | None
    document: bytes | None
    articles: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class StoryRevision:
    """New revision of a story.

    Attributes:
        document: JSON; empty if nothing is to be published, ``UNCHANGED_DOCUMENT`` if nothing has changed.
        centroid: JSON, if it had to be computed again; empty to keep it.
        facts: JSON of the event's fields.
        conflict: whether the reports contradict each other in a figure in which they agreed before.
    """

    document: bytes
    centroid: bytes = b""
    facts: bytes = b"{}"
    conflict: bool = False


UNCHANGED_DOCUMENT = b"="


def stored_article_from(
    identifier: str, row: Sequence[bytes | None], tenant: str, extras: Sequence[bytes | None]
) -> StoredArticle | None:
    """Build an article from its record; return None unless it is completed and the tenant's.

    Args:
        identifier: of the article.
        row: values of the fields that ``StoryClusteringStore.articles`` reads.
        tenant: that must own the article.
        extras: values in the order of ``ANALYSIS_EXTRAS``.
    """
    owner, status, raw, text, analysis, created_at, story, match = row
    if owner != tenant.encode() or status != b"completed" or not raw or analysis is None:
        return None
    fields = decode(SubmissionRecord, raw)
    embedding, sentences = (extra or b"" for extra in extras)
    return StoredArticle(
        id=identifier,
        title=fields.title,
        text=(text or b"").decode(),
        url=fields.url,
        source=fields.source,
        external_id=fields.external_id,
        published_at=fields.published_at,
        received_at=_moment(created_at),
        analysis=replace(decode(Analysis, analysis), meaning=embedding, sentences=sentences),
        options=fields.options,
        story=story.decode() if story else None,
        match=match.decode() if match else None,
    )


def _moment(milliseconds: bytes | None) -> datetime:
    return datetime.fromtimestamp(float(milliseconds or 0) / 1000, UTC)
