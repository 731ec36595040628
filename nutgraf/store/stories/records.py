"""What is kept of stories, and what the articles in them look like to those who compare them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from nutgraf.codec import decode
from nutgraf.model import Analysis, Options
from nutgraf.store.articles.records import SubmissionRecord

PUBLISHED_FIELDS = ("document", "revision", "first_seen", "last_seen")
"""The fields of a story that readers get."""

ANALYSIS_EXTRAS = ("meaning", "sentences")
"""What is kept beside an analysis, under keys that end so."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """A completed article as stories need it.

    ``story`` is the one that it belongs to, if it was grouped.
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
    """What a worker has to do for a tenant: articles to group, or stories that have grown to compare.

    Both hold ids. There is nothing to do when both are empty.
    """

    articles: tuple[str, ...]
    grown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryAssignment:
    """An article's place in a story, with all that is written in the same step.

    Attributes:
        group: the story's centroid with the article in it, as JSON.
        match: why the article belongs to it, as JSON.
        terms: the words under which the story is found by its next article.
        editions: what tells a later edition of the article, see ``edition_names``.
        replaces: the id of its earlier edition.
        revised: what the revision changed, as JSON; empty when nothing is to be told.
    """

    article: str
    story: str
    group: bytes
    match: bytes
    terms: Sequence[str]
    editions: Sequence[str] = ()
    replaces: str | None = None
    revised: bytes = b""


@dataclass(frozen=True, slots=True)
class SupersededEdition:
    """An earlier edition that was analysed after a later one, with all that is written in the same step.

    Attributes:
        later: the id of the later edition, which stands in ``story``.
        editions, revised: as for a ``Joining``.
    """

    article: str
    later: str
    story: str
    editions: Sequence[str]
    revised: bytes


@dataclass(frozen=True, slots=True)
class StoryState:
    """What is to be compared: the story's articles at one version, and what was told last.

    Attributes:
        version: how often its articles have changed.
        shrunk: how often it has lost one.
        articles: ids of the latest, the latest last; ``total`` counts all.
    """

    id: str
    tenant: str
    version: int
    shrunk: int
    revision: int
    group: bytes | None
    document: bytes | None
    articles: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class StoryRevision:
    """What is told of a story.

    Attributes:
        document: the story's JSON; empty when there is nothing to tell, ``UNCHANGED`` when nothing is new.
        group: the centroid, where it had to be made anew; empty to keep it.
        facts: JSON of what the event tells.
        conflict: whether the reports contradict each other in a figure in which they did not before.
    """

    document: bytes
    group: bytes = b""
    facts: bytes = b"{}"
    conflict: bool = False


UNCHANGED = b"="


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Some stories as they were told last, the latest first, and where to go on; None at the end."""

    documents: tuple[StoredStory, ...]
    cursor: str | None


@dataclass(frozen=True, slots=True)
class StoredStory:
    """A story as it was told last: its JSON is handed on, and read where a part of it is wanted."""

    id: str
    revision: int
    first_seen: datetime
    last_seen: datetime
    document: bytes


def edition_names(external_id: str | None, url: str | None) -> list[str]:
    """Names under which a later edition of an article finds the earlier one."""
    named = (("external_id", external_id), ("url", url))
    return [f"{kind}:{hashlib.sha256(value.encode()).hexdigest()}" for kind, value in named if value]


def stored_story_from(story: str, row: Sequence[bytes | None]) -> StoredStory:
    """The noun that the fields ``TOLD`` of a story stand for."""
    document, revision, first, last = row
    return StoredStory(story, int(revision or 0), _moment(first), _moment(last), document or b"{}")


def stored_article_from(
    identifier: str, row: Sequence[bytes | None], tenant: str, aside: Sequence[bytes | None]
) -> StoredArticle | None:
    """The noun that an article's raw fields stand for; None unless it is this tenant's and completed.

    ``aside`` has what is kept beside its analysis, in the order of ``ASIDE``.
    """
    owner, status, raw, text, analysis, created_at, story, match = row
    if owner != tenant.encode() or status != b"completed" or not raw or analysis is None:
        return None
    fields = decode(SubmissionRecord, raw)
    meaning, sentences = (kept or b"" for kept in aside)
    return StoredArticle(
        id=identifier,
        title=fields.title,
        text=(text or b"").decode(),
        url=fields.url,
        source=fields.source,
        external_id=fields.external_id,
        published_at=fields.published_at,
        received_at=_moment(created_at),
        analysis=replace(decode(Analysis, analysis), meaning=meaning, sentences=sentences),
        options=fields.options,
        story=story.decode() if story else None,
        match=match.decode() if match else None,
    )


def _moment(milliseconds: bytes | None) -> datetime:
    return datetime.fromtimestamp(float(milliseconds or 0) / 1000, UTC)
