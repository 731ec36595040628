"""Whatever happens in whatever order: no article is lost, and none is finished twice."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from dataclasses import replace

import pytest
import redis
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from nutgraf.model import Failure, Status, Submission
from nutgraf.settings import Settings
from nutgraf.store import ArticleFinishedError, Claim, QueueFullError, Store
from tests.conftest import TEXT, submission
from tests.integration.store.test_article_store import ANALYSIS
from tests.support.redis_reads import hash_fields, sorted_set, stream_entries

TENANTS = ("archive", "desk")
WHICH = st.integers(0, 99)
MOST = 12
ROUNDS = 3


class Course(RuleBasedStateMachine):
    """Articles between an API, a broker that loses and repeats messages, and workers that die."""

    store: Store
    redis: redis.Redis

    def __init__(self) -> None:
        super().__init__()
        self.redis.flushall()
        self.owners: dict[str, str] = {}
        self.deleted: set[str] = set()
        self.broker: list[str] = []
        self.claims: list[Claim] = []

    @rule(tenant=st.sampled_from(TENANTS), number=st.integers(0, 3), copies=st.integers(1, 3))
    def accept(self, tenant: str, number: int, copies: int) -> None:
        """Articles come in, and some have equal texts."""
        for _ in range(copies):
            try:
                self._accept(tenant, submission(f"{TEXT} {number}", tenant))
            except QueueFullError:
                assert self.redis.zcard("ng:queued") + self.redis.zcard("ng:leased") >= MOST / 2

    @rule(tenant=st.sampled_from(TENANTS))
    def accept_twice(self, tenant: str) -> None:
        """The API is not answered, and asks again."""
        with suppress(QueueFullError):
            identifier = self._accept(tenant, submission(TEXT, tenant))
            assert self._accept(tenant, submission(TEXT, tenant), identifier) == identifier

    def _accept(self, tenant: str, handed_in: Submission, identifier: str | None = None) -> str:
        accepted = self.store.articles.accept(handed_in, "f1", identifier)
        self.owners[accepted.id] = tenant
        self.broker += [accepted.nudge] if accepted.nudge else []
        return accepted.id

    @precondition(lambda self: self.broker)
    @rule(repeated=st.booleans())
    def claim(self, repeated: bool) -> None:  # noqa: FBT001 - drawn
        """A message arrives, perhaps not for the last time."""
        claim = self.store.articles.claim("f1", self.broker[0] if repeated else self.broker.pop(0))
        self.claims += [claim] if isinstance(claim, Claim) else []

    @precondition(lambda self: self.claims)
    @rule(which=WHICH)
    def commit(self, which: int) -> None:
        """A worker is done, perhaps after its lease was lost."""
        claim = self.claims.pop(which % len(self.claims))
        self.store.articles.commit(claim, ANALYSIS)
        assert self.store.articles.commit(claim, ANALYSIS) == 0

    @precondition(lambda self: self.claims)
    @rule(which=WHICH)
    def fail(self, which: int) -> None:
        """An analysis met a fault."""
        claim = self.claims.pop(which % len(self.claims))
        self.store.articles.fail(claim, Failure("analysis_failed", "It broke."))

    @precondition(lambda self: self.redis.zcard("ng:leased"))
    @rule(which=WHICH)
    def lose_lease(self, which: int) -> None:
        """A worker is late."""
        leased = sorted_set(self.redis, "ng:leased")
        self.redis.zadd("ng:leased", {leased[which % len(leased)]: 0})

    @precondition(lambda self: self.broker)
    @rule(which=WHICH)
    def lose_message(self, which: int) -> None:
        """The broker forgets something, or a worker dies that had not claimed yet."""
        self.broker.pop(which % len(self.broker))

    @precondition(lambda self: self.owners)
    @rule()
    def sweep(self) -> None:
        """A sweeper does its round."""
        self.redis.delete("ng:swept")
        self.broker.extend(self.store.articles.sweep().send)

    @precondition(lambda self: self.present)
    @rule(which=WHICH)
    def cancel(self, which: int) -> None:
        """A caller has changed its mind."""
        article = self.present[which % len(self.present)]
        state = self.state(article)
        late = state.finished and state is not Status.CANCELED
        with pytest.raises(ArticleFinishedError) if late else nullcontext():
            self.store.articles.cancel(article, self.owners[article])

    @precondition(lambda self: self.present)
    @rule(which=WHICH)
    def delete(self, which: int) -> None:
        """A caller takes its article back."""
        article = self.present[which % len(self.present)]
        self.store.articles.delete(article, self.owners[article])
        self.deleted.add(article)

    @property
    def present(self) -> list[str]:
        """The articles that were not deleted."""
        return [identifier for identifier in self.owners if identifier not in self.deleted]

    def state(self, identifier: str) -> Status:
        """How far an article is."""
        return self.store.articles.read(identifier, self.owners[identifier]).status

    @invariant()
    def everything_unfinished_is_in_one_place(self) -> None:
        """Every article that is not finished waits, or is held; and is counted for its tenant."""
        queued, leased = (set(sorted_set(self.redis, name)) for name in ("ng:queued", "ng:leased"))
        unfinished = {i for i in self.present if not self.state(i).finished}
        assert {i.decode() for i in queued | leased} == unfinished
        assert not queued & leased
        assert queued == set(sorted_set(self.redis, "ng:waiting"))
        counted = {tenant.decode(): int(n) for tenant, n in hash_fields(self.redis, "ng:unfinished").items()}
        owners = [self.owners[i] for i in unfinished]
        assert counted == {tenant: owners.count(tenant) for tenant in set(owners)}

    @invariant()
    def there_is_a_nudge_for_each_that_waits(self) -> None:
        """No fewer are known than articles wait, wherever their messages may be."""
        assert self.redis.zcard("ng:nudges") >= self.redis.zcard("ng:queued")

    def teardown(self) -> None:
        """Once nothing goes wrong any more, everything is finished, and was so once."""
        for _ in range(ROUNDS):
            for identifier in sorted_set(self.redis, "ng:leased"):
                self.redis.zadd("ng:leased", {identifier: 0})
            self.sweep()
            while self.broker:
                claim = self.store.articles.claim("f1", self.broker.pop(0))
                if isinstance(claim, Claim):
                    self.store.articles.commit(claim, ANALYSIS)
        assert all(self.state(identifier).finished for identifier in self.present)
        ends = [
            event[b"subject"] for event in stream_entries(self.redis, "ng:events")
            if event[b"type"].startswith(b"article.")
        ]  # fmt: skip
        assert len(ends) == len(set(ends))
        assert {identifier.encode() for identifier in self.present} <= set(ends)
        self.sweep()
        assert not self.redis.exists("ng:nudges", "ng:turns", "ng:unfinished", "ng:waiting")
        super().teardown()


@pytest.mark.hypothesis
def test_no_course_of_events_loses_an_article(settings: Settings, client: redis.Redis) -> None:
    Course.store = Store(replace(settings, resend_after_seconds=0, lease_seconds=60, max_queue=MOST))
    Course.redis = client
    run_state_machine_as_test(Course, settings=hypothesis_settings(stateful_step_count=30))
    Course.store.close()
