"""Store of articles, from acceptance to deletion; each change is one atomic step."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import redis

from nutgraf import identifiers
from nutgraf.codec import decode, encode
from nutgraf.document_digest import document_digest
from nutgraf.model import Article, Document, Failure, Submission
from nutgraf.settings import Settings
from nutgraf.store.articles.errors import (
    ArticleFinishedError,
    QueueFullError,
    raise_if_absent,
    raise_unless_owner,
)
from nutgraf.store.articles.records import ArticleRecord, SubmissionRecord
from nutgraf.store.articles.request_gate import RequestGate
from nutgraf.store.articles.search import ArticlePage, ArticleQuery, ArticleSearch
from nutgraf.store.redis.connection import reaching_redis
from nutgraf.store.redis.lua_scripts import LuaScripts

SWEEP_LIMIT = 200
"""Leases and nudges that one sweep handles at most."""


@dataclass(frozen=True, slots=True)
class AcceptedArticle:
    """Result of accepting a submission.

    Attributes:
        cached: whether the article was finished at once from the cache.
        nudge: that the caller must send; None if none is needed.
    """

    id: str
    cached: bool
    nudge: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """Claim of one worker on one article, proved by its token."""

    id: str
    token: str
    attempts: int
    document: Document
    request_id: str | None
    tenant: str
    trace: str | None


@dataclass(frozen=True, slots=True)
class ClaimRefused:
    """Reason why a claim returned no article to analyse, as ``articles/claim.lua`` lists them.

    Attributes:
        id: the article that the reason is about; None if none waits.
    """

    reason: str
    id: str | None


@dataclass(frozen=True, slots=True)
class SweepResult:
    """Result of a sweep.

    Attributes:
        send: nudges that the caller must send.
        failed: number of articles that were ended as failed.
    """

    send: tuple[str, ...]
    failed: int


class ArticleStore:
    """Store of articles."""

    def __init__(self, client: redis.Redis, settings: Settings, gate: RequestGate | None = None) -> None:
        self._client = client
        self._run = LuaScripts(client, settings)
        self._run_accept: Callable[..., Any] = self._run
        if settings.accept_replicas:
            self._run_accept = partial(
                self._run.replicated, settings.accept_replicas, settings.accept_replica_seconds
            )
        self._gate = gate or RequestGate(client, settings)

    def accept(
        self, submission: Submission, fingerprint: str | None, identifier: str | None = None
    ) -> AcceptedArticle:
        """Store a submission as an article that waits for a worker.

        Once this returns, the article is never lost. The caller should send the nudge, if there is one.

        Args:
            submission: to store.
            fingerprint: of the pipeline whose cached analysis may finish the article at once; None for none.
            identifier: of the article; None for a new one. Accepting twice under one id is harmless.

        Raises:
            QueueFullError: nothing was stored.
            StoreUnavailableError: it is unknown whether the article was stored, or by enough replicas.
        """
        identifier = identifier or identifiers.new("art")
        document, callback = submission.document, submission.callback
        outcome, *details = self._run_accept(
            "articles/accept", identifier, submission.tenant, encode(SubmissionRecord.of(submission)),
            document.text.encode(), document_digest(document), fingerprint or "",
            identifiers.milliseconds(identifier), callback.url if callback else "",
            ",".join(callback.events) if callback else "",
            *_indexes(submission.source, submission.external_id),
        )  # fmt: skip
        if outcome == b"full":
            raise QueueFullError(*details)
        nudge = details[0].decode() if details else None
        return AcceptedArticle(identifier, cached=outcome == b"cached", nudge=nudge)

    def read(self, identifier: str, tenant: str) -> Article:
        """Return the article.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        return self.record(identifier, tenant).article()

    def record(self, identifier: str, tenant: str, known: ArticleRecord | None = None) -> ArticleRecord:
        """Return the article's record, which is read unless the gate has read it already as ``known``.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        record = known or self._gate.read_article(identifier)
        raise_unless_owner(record.owner, record.gone, tenant)
        return record

    def text(self, identifier: str, tenant: str) -> tuple[str, str]:
        """Return the title and the text, to which all offsets refer.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        with reaching_redis():
            pipeline = self._client.pipeline(transaction=True)
            pipeline.hmget(f"ng:article:{identifier}", "tenant", "fields", "text")
            pipeline.get(f"ng:gone:{identifier}")
            (owner, fields, text), gone = pipeline.execute()
        raise_unless_owner(owner, gone, tenant)
        return json.loads(fields)["title"], text.decode()

    def wait(self, identifier: str, tenant: str, seconds: float) -> ArticleRecord:
        """Return the article's record as soon as the article has ended, or after so many seconds.

        The channel is subscribed before the record is read, so that an end between the two is not missed.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        deadline = time.monotonic() + seconds
        pubsub = self._client.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]
        with reaching_redis(), pubsub as ends:
            ends.subscribe(f"ng:finished:{identifier}")
            record = self.record(identifier, tenant)
            while not record.finished and (left := deadline - time.monotonic()) > 0:
                if ends.get_message(timeout=left) is not None:
                    record = self.record(identifier, tenant)
        return record

    def claim(self, fingerprint: str, nudge: str = "") -> Claim | ClaimRefused:
        """Claim the article whose turn it is.

        Args:
            fingerprint: of the pipeline that will analyse it.
            nudge: that the worker received; empty for none.

        Raises:
            StoreUnavailableError.
        """
        token = secrets.token_hex(16)
        outcome, *values = self._run("articles/claim", nudge, token, fingerprint)
        if outcome != b"claimed":
            return ClaimRefused(outcome.decode(), values[0].decode() if values else None)
        identifier, attempts, raw, text, tenant = values
        fields = decode(SubmissionRecord, raw)
        document = Document(text.decode(), fields.title, fields.published_at, fields.language, fields.options)
        return Claim(
            identifier.decode(), token, attempts, document, fields.request_id, tenant.decode(), fields.trace
        )

    def renew(self, claim: Claim) -> bool:
        """Extend the claim's lease; return False if the claim was lost.

        Raises:
            StoreUnavailableError.
        """
        return bool(self._run("articles/renew", claim.id, claim.token))

    def commit(self, claim: Claim, analysis: bytes, embedding: bytes = b"", sentences: bytes = b"") -> int:
        """Finish the article, and those that wait for the analysis of an equal document.

        Args:
            claim: of the article.
            analysis: JSON.
            embedding: of the document, for the article's story; empty for none.
            sentences: spans of the sentences, for the article's story; empty for none.

        Returns:
            The number of articles finished; 0 if the claim was lost and nothing was changed.

        Raises:
            StoreUnavailableError: it is unknown whether the analysis was stored.
        """
        return int(self._run("articles/commit", claim.id, claim.token, analysis, embedding, sentences))

    def fail(self, claim: Claim, failure: Failure) -> bool:
        """End an article that can't be analysed; return False if the claim was lost and nothing was changed.

        Raises:
            StoreUnavailableError.
        """
        return bool(self._run("articles/fail", claim.id, claim.token, failure.type, failure.detail))

    def cancel(self, identifier: str, tenant: str) -> None:
        """End an article before its analysis ends. Canceling twice is harmless.

        Raises:
            ArticleFinishedError, ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        outcome = self._run("articles/cancel", identifier, tenant)
        if outcome == b"finished":
            raise ArticleFinishedError
        raise_if_absent(outcome)

    def delete(self, identifier: str, tenant: str) -> None:
        """Delete the article, its text and every analysis made of it.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        raise_if_absent(self._run("articles/delete", identifier, tenant))

    def sweep(self) -> SweepResult:
        """Queue lost articles again and replace lost nudges; the caller must send the nudges.

        Nothing is done when another worker has just swept.

        Raises:
            StoreUnavailableError.
        """
        send, failed = self._run("articles/sweep", SWEEP_LIMIT)
        return SweepResult(tuple(nudge.decode() for nudge in send), failed)

    def find(self, tenant: str, query: ArticleQuery) -> ArticlePage:
        """Return a page of a tenant's articles, the newest first.

        The cursor is an article's id, so that pages neither repeat nor skip articles while new ones arrive.

        Raises:
            StoreUnavailableError.
        """
        return ArticleSearch(self._client, tenant, query).page()


def _indexes(source: str | None, external_id: str | None) -> list[str]:
    """Return the names of the indexes that list an article."""
    named = (("source", source), ("external_id", external_id))
    return ["all", *(f"{name}:{value}" for name, value in named if value is not None)]
