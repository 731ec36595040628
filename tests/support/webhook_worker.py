"""Webhook worker that runs on demand, and helpers that create events."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import redis

from nutgraf.model import EVENTS, Callback, Delivery, Failure, WebhookEndpoint
from nutgraf.store import Claim, EndpointDraft, Store
from nutgraf.store.redis.lua_scripts import LIBRARIES, script_source
from tests.conftest import submission
from tests.support.redis_reads import value
from workers.webhooks.delivery import deliver
from workers.webhooks.http_client import WebhookClient

ANALYSIS = b'{"summary":{"sentences":[{"text":"The council","reasons":{"position":1.0}}]}}'


@dataclass
class WebhookWorkerHarness:
    """Webhook worker with its store."""

    store: Store
    redis: redis.Redis
    client: WebhookClient

    def endpoint(
        self, url: str, *events: str, full: bool = False, tenant: str = "default"
    ) -> tuple[str, str]:
        """Create an endpoint; return its id and secret."""
        draft = EndpointDraft(url, events or EVENTS, payload="full" if full else "thin")
        secret, endpoint = self.store.webhooks.create(tenant, draft)
        return endpoint.id, secret

    def read(self, endpoint: str) -> WebhookEndpoint:
        return self.store.webhooks.read(endpoint, "default")

    def ping(self, endpoint: str) -> str:
        return self.store.webhooks.ping(endpoint, "default")

    def delivery(self, identifier: str) -> Delivery:
        return self.store.deliveries.read(identifier, "default")

    def deliveries(self, endpoint: str | None) -> tuple[Delivery, ...]:
        """Return the deliveries to an endpoint, newest first."""
        return self.store.deliveries.find("default", endpoint, None, None, 100).deliveries

    def work(self) -> int:
        """Send all deliveries that are due; return the number of attempts."""
        self.store.deliveries.heartbeat("test:1", 32, 60)
        due = list(self.store.deliveries.dispatch())
        attempts = 0
        while due:
            deliver(due.pop(0), self.store, self.client, due.append)
            attempts += 1
        return attempts

    def everything(self) -> str:
        """All that Redis keeps, as one string."""
        return repr([(key, value(self.redis, key)) for key in self.redis.scan_iter("*")])

    def emit(self, event: str, subject: str, facts: str, also: str = "") -> None:
        """Emit an event directly, without the change that would cause it."""
        call = "emit(ARGV[1], 'default', ARGV[2], ARGV[3], ARGV[4])"
        script = self.redis.register_script(f"{script_source(*LIBRARIES)}\n{call}")
        script(args=(self.store.deliveries._run._settings, event, subject, facts, also))

    def article(self, callback: Callback | None = None, *, fails: bool = False) -> str:
        """Create an article and finish it; return its id."""
        text = f"The council of Arlesund met at {time.time_ns()} to talk about the harbour wall."
        submitted = replace(submission(text), callback=callback, external_id="cms-1")
        identifier = self.store.articles.accept(submitted, None).id
        claim = self.store.articles.claim("f1")
        assert isinstance(claim, Claim)
        if fails:
            self.store.articles.fail(claim, Failure("analysis_timeout", "Too slow."))
        else:
            self.store.articles.commit(claim, ANALYSIS)
        return identifier
