"""The life of an article in Redis, each change one atomic step."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import redis

from nutgraf import identifiers
from nutgraf.codec import decode, encode
from nutgraf.digest import document_digest
from nutgraf.model import Article, Document, Failure, Options, Status, Submission
from nutgraf.settings import Settings
from nutgraf.store.connection import reaching_redis
from nutgraf.store.scripts import Scripts

SWEEP_LIMIT = 200
_STATE = (
    "tenant", "status", "created_at", "started_at", "completed_at", "expires_at", "attempts",
    "error_type", "error_detail", "cache", "fields", "analysis",
)  # fmt: skip


class QueueFullError(Exception):
    """So many articles are unfinished that no more are taken in."""


class ArticleGoneError(Exception):
    """The article was here once; it was deleted or has expired."""


class ArticleUnknownError(Exception):
    """The tenant never had such an article."""


class ArticleFinishedError(Exception):
    """The article is finished and can't be canceled any more."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of a submission: its id, and whether its analysis was there already."""

    id: str
    cached: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """One worker's hold on one article, proved by its token."""

    id: str
    token: str
    attempts: int
    document: Document
    request_id: str | None


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a sweep found: articles whose nudge must be sent again, and how many were given up."""

    send: tuple[str, ...]
    failed: int


@dataclass(frozen=True, slots=True)
class _Fields:
    """What a submission says besides its text; it never changes once accepted."""

    title: str
    url: str | None
    source: str | None
    published_at: datetime | None
    language: str | None
    external_id: str | None
    metadata: dict[str, Any]
    options: Options
    request_id: str | None


class ArticleStore:
    """Accepts, hands out, finishes and answers for articles."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._run = Scripts(client)
        self._settings = settings
        self._ttl_ms = settings.article_ttl_seconds * 1000
        self._tombstone_ms = settings.tombstone_ttl_seconds * 1000

    def accept(self, submission: Submission, fingerprint: str | None) -> Accepted:
        """Keep a submission for good. Once this returns, the article will be finished.

        Args:
            submission: what was handed in.
            fingerprint: the pipeline whose cached analysis may answer at once, if one is known.

        Raises:
            QueueFullError: nothing was kept, for too much is waiting.
            StoreUnavailableError: it is unknown whether anything was kept.
        """
        document = submission.document
        fields = _Fields(
            document.title, submission.url, submission.source, document.published_at, document.language,
            submission.external_id, submission.metadata, document.options, submission.request_id,
        )  # fmt: skip
        identifier = identifiers.new("art")
        (outcome,) = self._run(
            "accept", identifier, submission.tenant, encode(fields), document.text.encode(),
            document_digest(document), fingerprint or "", self._settings.max_queue,
            self._ttl_ms, self._tombstone_ms,
        )  # fmt: skip
        if outcome == b"full":
            raise QueueFullError
        return Accepted(identifier, cached=outcome == b"cached")

    def read(self, identifier: str, tenant: str) -> Article:
        """The article's state now.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        with reaching_redis():
            pipeline = self._client.pipeline(transaction=True)
            pipeline.hmget(f"ng:article:{identifier}", *_STATE)
            pipeline.zrank("ng:queued", identifier)
            pipeline.get(f"ng:gone:{identifier}")
            row, rank, gone = pipeline.execute()
        state = dict(zip(_STATE, row, strict=True))
        self._check_owner(state["tenant"], gone, tenant)
        return _article(identifier, state, rank)

    def text(self, identifier: str, tenant: str) -> tuple[str, str]:
        """The title and the text that the offsets refer to.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        with reaching_redis():
            pipeline = self._client.pipeline(transaction=True)
            pipeline.hmget(f"ng:article:{identifier}", "tenant", "fields", "text")
            pipeline.get(f"ng:gone:{identifier}")
            (owner, fields, text), gone = pipeline.execute()
        self._check_owner(owner, gone, tenant)
        return json.loads(fields)["title"], text.decode()

    def wait(self, identifier: str, tenant: str, seconds: float) -> Article:
        """The article as soon as it is finished, or as it stands when the time is over.

        Subscribes before it looks, so that no ending falls between the two.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        deadline = time.monotonic() + seconds
        pubsub = self._client.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]
        with reaching_redis(), pubsub as endings:
            endings.subscribe(f"ng:finished:{identifier}")
            article = self.read(identifier, tenant)
            while not article.status.finished and (left := deadline - time.monotonic()) > 0:
                if endings.get_message(timeout=left) is not None:
                    article = self.read(identifier, tenant)
        return article

    def claim(self, identifier: str, fingerprint: str) -> Claim | str:
        """Take an article to work on it, or learn in one word why there is nothing to do.

        Raises:
            StoreUnavailableError.
        """
        token = secrets.token_hex(16)
        settings = self._settings
        answer = self._run(
            "claim", identifier, token, fingerprint, settings.lease_seconds * 1000,
            settings.analysis_hard_seconds * 1000, settings.max_attempts, self._ttl_ms, self._tombstone_ms,
        )  # fmt: skip
        if answer[0] != b"claimed":
            return str(answer[0].decode())
        _, attempts, raw, text, _ = answer
        fields = decode(_Fields, raw)
        document = Document(text.decode(), fields.title, fields.published_at, fields.language, fields.options)
        return Claim(identifier, token, attempts, document, fields.request_id)

    def renew(self, claim: Claim) -> bool:
        """Keep a claim for another lease; False when another worker may hold the article by now."""
        return bool(self._run("renew", claim.id, claim.token, self._settings.lease_seconds * 1000))

    def commit(self, claim: Claim, analysis: bytes) -> int:
        """Finish the article, and those that wait for the same document.

        Returns:
            How many articles are finished by it; 0 when the claim was lost and nothing was changed.
        """
        cache_ms = self._settings.cache_ttl_seconds * 1000
        return int(
            self._run("commit", claim.id, claim.token, analysis, cache_ms, self._ttl_ms, self._tombstone_ms)
        )

    def fail(self, claim: Claim, failure: Failure) -> bool:
        """End an article that can't be analysed; False when the claim was lost and nothing was changed."""
        return bool(
            self._run(
                "fail", claim.id, claim.token, failure.type, failure.detail, self._ttl_ms, self._tombstone_ms
            )
        )

    def release(self, claim: Claim) -> bool:
        """Hand an article back as if it had not been claimed; False when the claim was lost."""
        return bool(self._run("release", claim.id, claim.token))

    def cancel(self, identifier: str, tenant: str) -> None:
        """End an article before its analysis does. Canceling twice is harmless.

        Raises:
            ArticleFinishedError, ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        outcome = self._run("cancel", identifier, tenant, self._ttl_ms, self._tombstone_ms)
        if outcome == b"finished":
            raise ArticleFinishedError
        _raise_if_absent(outcome)

    def delete(self, identifier: str, tenant: str) -> None:
        """Remove the article, its text and every analysis made of it.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        _raise_if_absent(self._run("delete", identifier, tenant, self._tombstone_ms))

    def sweep(self) -> Sweep:
        """Put lost articles back into the queue; the caller must send a nudge for each id returned.

        Finds nothing when another worker swept just before.
        """
        settings = self._settings
        send, failed = self._run(
            "sweep", settings.resend_after_seconds * 1000, SWEEP_LIMIT, self._ttl_ms, self._tombstone_ms,
            int(settings.sweep_seconds * 900),
        )  # fmt: skip
        return Sweep(tuple(identifier.decode() for identifier in send), failed)

    @staticmethod
    def _check_owner(owner: bytes | None, gone: bytes | None, tenant: str) -> None:
        if owner == tenant.encode():
            return
        raise ArticleGoneError if owner is None and gone == tenant.encode() else ArticleUnknownError


def _raise_if_absent(outcome: bytes) -> None:
    if outcome == b"gone":
        raise ArticleGoneError
    if outcome == b"unknown":
        raise ArticleUnknownError


def _article(identifier: str, state: dict[str, bytes | None], rank: int | None) -> Article:
    """The noun that a record's raw fields stand for."""
    fields = decode(_Fields, state["fields"] or b"")
    kind, detail, cache = state["error_type"], state["error_detail"], state["cache"]
    hit: Literal["hit", "miss"] = "hit" if cache == b"hit" else "miss"
    return Article(
        id=identifier,
        tenant=(state["tenant"] or b"").decode(),
        status=Status((state["status"] or b"").decode()),
        created_at=_required_moment(state["created_at"]),
        started_at=_moment(state["started_at"]),
        completed_at=_moment(state["completed_at"]),
        expires_at=_moment(state["expires_at"]),
        attempts=int(state["attempts"] or 0),
        queue_position=None if rank is None else rank + 1,
        title=fields.title or None,
        url=fields.url,
        source=fields.source,
        published_at=fields.published_at,
        external_id=fields.external_id,
        metadata=fields.metadata,
        error=Failure(kind.decode(), (detail or b"").decode()) if kind else None,
        cache=hit,
        analysis=state["analysis"],
    )


def _moment(milliseconds: bytes | None) -> datetime | None:
    return None if milliseconds is None else _required_moment(milliseconds)


def _required_moment(milliseconds: bytes | None) -> datetime:
    return datetime.fromtimestamp(int(float(milliseconds or 0)) / 1000, UTC)
