"""The life of an article in Redis, each change one atomic step."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass

import redis

from nutgraf import identifiers
from nutgraf.codec import decode, encode
from nutgraf.fingerprints import document_digest
from nutgraf.model import Article, Document, Failure, Submission
from nutgraf.settings import Settings
from nutgraf.store.articles.records import ArticleRecord, SubmissionRecord
from nutgraf.store.articles.request_gate import RequestGate
from nutgraf.store.articles.search import ArticlePage, ArticleQuery, ArticleSearch
from nutgraf.store.redis.connection import reaching_redis
from nutgraf.store.redis.lua_scripts import LuaScripts

SWEEP_LIMIT = 200


class QueueFullError(Exception):
    """So many articles are unfinished that no more are taken in."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class ArticleGoneError(Exception):
    """The article was here once; it was deleted or has expired."""


class ArticleUnknownError(Exception):
    """The tenant never had such an article."""


class ArticleFinishedError(Exception):
    """The article is finished and can't be canceled any more."""


@dataclass(frozen=True, slots=True)
class AcceptedArticle:
    """What became of a submission: its id, whether its analysis was there already, the nudge to be sent."""

    id: str
    cached: bool
    nudge: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One worker's hold on one article, proved by its token."""

    id: str
    token: str
    attempts: int
    document: Document
    request_id: str | None
    tenant: str
    trace: str | None


@dataclass(frozen=True, slots=True)
class ClaimRefused:
    """Why a claim gave nothing to do, in one word, and which article that is about."""

    reason: str
    id: str | None


@dataclass(frozen=True, slots=True)
class SweepResult:
    """What a sweep found: nudges to be sent, and how many articles were given up."""

    send: tuple[str, ...]
    failed: int


class ArticleStore:
    """Accepts, hands out, finishes and answers for articles."""

    def __init__(self, client: redis.Redis, settings: Settings, gate: RequestGate | None = None) -> None:
        self._client = client
        self._run = LuaScripts(client, settings)
        self._gate = gate or RequestGate(client, settings)

    def accept(
        self, submission: Submission, fingerprint: str | None, identifier: str | None = None
    ) -> AcceptedArticle:
        """Keep a submission for good. Once this returns, the article will be finished.

        The caller should send the nudge that it gets, if it gets one.

        Args:
            submission: what was handed in.
            fingerprint: the pipeline whose cached analysis may answer at once, if one is known.
            identifier: the article's id; accepting twice under one id is harmless.

        Raises:
            QueueFullError: nothing was kept, for too much is waiting.
            StoreUnavailableError: it is unknown whether anything was kept.
        """
        identifier = identifier or identifiers.new("art")
        document, callback = submission.document, submission.callback
        outcome, *more = self._run(
            "articles/accept", identifier, submission.tenant, encode(SubmissionRecord.of(submission)),
            document.text.encode(), document_digest(document), fingerprint or "",
            identifiers.milliseconds(identifier), callback.url if callback else "",
            ",".join(callback.events) if callback else "",
            *_indexes(submission.source, submission.external_id),
        )  # fmt: skip
        if outcome == b"full":
            raise QueueFullError(*more)
        nudge = more[0].decode() if more else None
        return AcceptedArticle(identifier, cached=outcome == b"cached", nudge=nudge)

    def read(self, identifier: str, tenant: str) -> Article:
        """The article's state now.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        return self.record(identifier, tenant).article()

    def record(self, identifier: str, tenant: str, seen: ArticleRecord | None = None) -> ArticleRecord:
        """The article's record now, or as it was ``seen`` on the way in.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        seen = seen or self._gate.read_article(identifier)
        self._check_owner(seen.owner, seen.gone, tenant)
        return seen

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

    def wait(self, identifier: str, tenant: str, seconds: float) -> ArticleRecord:
        """The article's record as soon as it is finished, or as it stands when the time is over.

        Subscribes before it looks, so that no ending falls between the two.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        deadline = time.monotonic() + seconds
        pubsub = self._client.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]
        with reaching_redis(), pubsub as endings:
            endings.subscribe(f"ng:finished:{identifier}")
            seen = self.record(identifier, tenant)
            while not seen.finished and (left := deadline - time.monotonic()) > 0:
                if endings.get_message(timeout=left) is not None:
                    seen = self.record(identifier, tenant)
        return seen

    def claim(self, fingerprint: str, nudge: str = "") -> Claim | ClaimRefused:
        """Take the article whose turn it is, or learn why there is nothing to do.

        Args:
            fingerprint: the pipeline that will analyse it.
            nudge: the message that brought the caller here, if one did.

        Raises:
            StoreUnavailableError.
        """
        token = secrets.token_hex(16)
        outcome, *facts = self._run("articles/claim", nudge, token, fingerprint)
        if outcome != b"claimed":
            return ClaimRefused(outcome.decode(), facts[0].decode() if facts else None)
        identifier, attempts, raw, text, tenant = facts
        fields = decode(SubmissionRecord, raw)
        document = Document(text.decode(), fields.title, fields.published_at, fields.language, fields.options)
        return Claim(
            identifier.decode(), token, attempts, document, fields.request_id, tenant.decode(), fields.trace
        )

    def renew(self, claim: Claim) -> bool:
        """Keep a claim for another lease; False when another worker may hold the article by now."""
        return bool(self._run("articles/renew", claim.id, claim.token))

    def commit(self, claim: Claim, analysis: bytes, meaning: bytes = b"", sentences: bytes = b"") -> int:
        """Finish the article, and those that wait for the same document.

        ``meaning``, the document's embedding, and ``sentences``, where they stand, are kept beside the
        analysis, for the article's story.

        Returns:
            How many articles are finished by it; 0 when the claim was lost and nothing was changed.
        """
        return int(self._run("articles/commit", claim.id, claim.token, analysis, meaning, sentences))

    def fail(self, claim: Claim, failure: Failure) -> bool:
        """End an article that can't be analysed; False when the claim was lost and nothing was changed."""
        return bool(self._run("articles/fail", claim.id, claim.token, failure.type, failure.detail))

    def cancel(self, identifier: str, tenant: str) -> None:
        """End an article before its analysis does. Canceling twice is harmless.

        Raises:
            ArticleFinishedError, ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        outcome = self._run("articles/cancel", identifier, tenant)
        if outcome == b"finished":
            raise ArticleFinishedError
        _raise_if_absent(outcome)

    def delete(self, identifier: str, tenant: str) -> None:
        """Remove the article, its text and every analysis made of it.

        Raises:
            ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
        """
        _raise_if_absent(self._run("articles/delete", identifier, tenant))

    def sweep(self) -> SweepResult:
        """Put lost articles back into the queue; the caller must send the nudges that it gets.

        Finds nothing when another worker swept just before.
        """
        send, failed = self._run("articles/sweep", SWEEP_LIMIT)
        return SweepResult(tuple(nudge.decode() for nudge in send), failed)

    def find(self, tenant: str, query: ArticleQuery) -> ArticlePage:
        """A page of a tenant's articles, the newest first.

        A cursor names the last article seen, so that pages neither repeat nor skip while articles arrive.

        Raises:
            StoreUnavailableError.
        """
        return ArticleSearch(self._client, tenant, query).page()

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


def _indexes(source: str | None, external_id: str | None) -> list[str]:
    """The names of the indexes that an article stands in."""
    named = (("source", source), ("external_id", external_id))
    return ["all", *(f"{name}:{value}" for name, value in named if value is not None)]
