"""A whole journey with real models, keys and a webhook, seen from outside: metrics, logs, traces."""

from __future__ import annotations

import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from dev.processes import free_port
from dev.stack import Stack
from nutgraf.cli.http_client import Client, ClientError
from nutgraf.settings import Settings
from nutgraf.store import Store
from tests.support.trace_collector import Collector, Span, collecting

TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = "b7ad6b7169203331"
REQUEST_ID = "edge-4711"
MARKER = "Quillfeather"
ARTICLE = {
    "title": f"{MARKER} opens the harbour wall",
    "text": f"Mayor Ines {MARKER} opened the harbour wall of Arlesund on Monday. "
    "It cost 4 million euros and took three years. “It will stand for a century,” she said.",
    "metadata": {"note": MARKER},
    "source": {"name": f"{MARKER} Post"},
}
STAGES = {
    "cleaning",
    "language",
    "sentences",
    "summary",
    "encoding",
    "entities",
    "figures",
    "quotes",
    "proving",
}


@dataclass
class Journey:
    """A stack after one article has gone through it twice."""

    stack: Stack
    collector: Collector
    key: str
    article_id: str
    ports: dict[str, int]

    def metrics(self, role: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
        """Every sample on a role's page, by its name and labels."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.ports[role]}/metrics", timeout=5) as answer:
            page = answer.read().decode()
        return {
            (sample.name, tuple(sorted(sample.labels.items()))): sample.value
            for family in text_string_to_metric_families(page)
            for sample in family.samples
        }

    def value(self, role: str, name: str, **labels: str) -> float:
        return self.metrics(role)[f"nutgraf_{name}", tuple(sorted(labels.items()))]

    def lines(self) -> list[dict[str, object]]:
        """Every line of every log but Redis' own."""
        logs = [process.log for process in self.stack.processes if process.name != "Redis"]
        return [json.loads(line) for log in logs for line in log.read_text().splitlines() if line[:1] == "{"]


@pytest.fixture(scope="module")
def journey(folder: Path) -> Iterator[Journey]:
    with pytest.MonkeyPatch.context() as patch, collecting() as collector:
        patch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url)
        patch.setenv("OTEL_BSP_SCHEDULE_DELAY", "100")
        ports = {role: free_port() for role in ("api", "worker", "sender")}
        with Stack(folder / "journey") as stack:
            common = {"NUTGRAF_AUTH": "on", "NUTGRAF_LOG_LEVEL": "debug", "NUTGRAF_WORKER_CHILDREN": "1"}
            common["NUTGRAF_WEBHOOK_ALLOW"] = "127.0.0.1"
            url = stack.start_redis()
            for role, start in (
                ("api", stack.start_api),
                ("worker", stack.start_worker),
                ("sender", stack.start_sender),
            ):
                stack.knobs = {**common, "NUTGRAF_METRICS_PORT": str(ports[role])}
                start()
            stack.wait_until_ready()
            yield _travel(stack, url, collector, ports)


def _travel(stack: Stack, url: str, collector: Collector, ports: dict[str, int]) -> Journey:
    store = Store(Settings(redis_url=url))
    key, _ = store.keys.create("post", ("submit", "read", "admin"))
    store.close()
    client = Client(stack.url, key)
    article = {**ARTICLE, "callback": {"url": f"{collector.url}/v1/traces", "events": ["article.completed"]}}
    headers = {"X-Request-Id": REQUEST_ID, "traceparent": f"00-{TRACE}-{PARENT}-01"}
    first = client.submit(article, **headers)
    assert client.finished(first["id"], 60)["status"] == "completed"
    assert client.submit(ARTICLE)["analysis"]["cache"] == "hit"
    client.call("GET", f"/v1/articles?source={MARKER}")
    with pytest.raises(ClientError):
        client.submit({**ARTICLE, MARKER: MARKER})
    with pytest.raises(ClientError):
        client.call("GET", f"/v1/{MARKER}")
    return Journey(stack, collector, key, first["id"], ports)


def test_requests_are_counted_by_route_template_and_status_class(journey: Journey) -> None:
    count = "http_requests_total"
    assert journey.value("api", count, method="POST", route="/v1/articles", status="2xx") == 2
    assert journey.value("api", count, method="POST", route="/v1/articles", status="4xx") == 1
    assert journey.value("api", count, method="GET", route="none", status="4xx") == 1
    read = {"method": "GET", "route": "/v1/articles/<article:identifier>", "waited": "yes"}
    assert journey.value("api", "http_request_seconds_count", **read) >= 1


def test_acceptance_cache_hits_and_outcomes_are_counted(journey: Journey) -> None:
    assert journey.value("api", "articles_accepted_total", outcome="queued") == 1
    assert journey.value("api", "articles_accepted_total", outcome="cached") == 1
    assert journey.value("worker", "analyses_total", outcome="completed") == 1
    assert journey.value("worker", "article_seconds_count") == 1
    assert journey.value("worker", "article_seconds_sum") > 0


def test_every_stage_of_the_pipeline_is_timed(journey: Journey) -> None:
    labels = {
        name_labels
        for name_labels in journey.metrics("worker")
        if name_labels[0] == "nutgraf_stage_seconds_count"
    }
    assert {dict(pairs)["stage"] for _, pairs in labels} == STAGES
    total = sum(journey.value("worker", "stage_seconds_sum", stage=stage) for stage in STAGES)
    assert 0 < total <= journey.value("worker", "analysis_seconds_sum")


def test_the_store_is_looked_into_at_each_scrape(journey: Journey) -> None:
    for name in ("queue_depth", "queue_oldest_seconds", "articles_processing", "leases_lost_total"):
        assert journey.value("api", name) == 0
    assert journey.value("api", "store_up") == 1
    assert journey.value("api", "workers") == 1
    assert journey.value("api", "senders") == 1


def test_deliveries_are_counted_where_they_are_sent(journey: Journey) -> None:
    deadline = time.monotonic() + 15
    attempted = ("nutgraf_delivery_seconds_count", ())
    while journey.metrics("sender")[attempted] == 0 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert journey.metrics("sender")[attempted] >= 1


def test_the_fingerprint_is_the_same_on_both_sides(journey: Journey) -> None:
    found = {
        dict(labels)["fingerprint"]
        for role in ("api", "worker")
        for name, labels in journey.metrics(role)
        if name == "nutgraf_pipeline_info"
    }
    assert len(found) == 1
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", found.pop())


def test_no_metric_names_an_article_a_key_or_an_address(journey: Journey) -> None:
    for role in journey.ports:
        for name, labels in journey.metrics(role):
            text = f"{name} {labels}"
            assert MARKER not in text
            assert not re.search(r"(art|dlv|whk|ng|req)_[0-9A-Za-z]{8}|\d+\.\d+\.\d+\.\d+", text), text


@pytest.mark.parametrize(("port", "path"), [("public", "/metrics"), ("own", "/v1/info"), ("own", "/livez")])
def test_the_public_port_wants_a_key_and_the_metrics_port_has_nothing_else(
    journey: Journey, port: str, path: str
) -> None:
    base = journey.stack.url if port == "public" else f"http://127.0.0.1:{journey.ports['api']}"
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{base}{path}", timeout=5)
    assert refused.value.code == (401 if port == "public" else 404)
    refused.value.close()


def test_no_log_has_the_articles_text_or_the_key(journey: Journey) -> None:
    for process in journey.stack.processes:
        log = process.log.read_text()
        assert MARKER not in log, process.name
        assert "harbour wall" not in log, process.name
        assert journey.key not in log, process.name
        assert journey.key[3:] not in log, process.name


def test_the_callers_request_id_and_the_articles_id_stand_in_the_workers_lines(journey: Journey) -> None:
    mine = [line for line in journey.lines() if line.get("article_id") == journey.article_id]
    events = {line["event"] for line in mine if line.get("request_id") == REQUEST_ID}
    assert {"article accepted", "analysis committed"} <= events


def test_every_request_leaves_one_line_without_its_query(journey: Journey) -> None:
    served = [line for line in journey.lines() if line["event"] == "request served"]
    listing = [line for line in served if line["method"] == "GET" and line["route"] == "/v1/articles"]
    assert [line["status"] for line in listing] == [200]
    assert all(isinstance(line["milliseconds"], float) for line in served)
    assert all("?" not in str(line["route"]) for line in served)


def test_one_trace_leads_from_the_caller_through_the_queue_to_every_stage(journey: Journey) -> None:
    def spans_of(name: str) -> Span:
        return journey.collector.wait_for(lambda span: span.trace == TRACE and span.name == name)

    served, sent = spans_of("POST /v1/articles"), spans_of("send nutgraf.analyse")
    worked = spans_of("analyse article")
    assert (served.service, served.parent) == ("nutgraf-api", PARENT)
    assert served.attributes["request_id"] == REQUEST_ID
    assert (sent.service, sent.parent) == ("nutgraf-api", served.id)
    assert (worked.service, worked.parent) == ("nutgraf-worker", served.id)
    assert worked.attributes["article_id"] == journey.article_id
    assert {spans_of(stage).parent for stage in STAGES} == {worked.id}


def test_no_span_quotes_the_article(journey: Journey) -> None:
    assert journey.collector.spans
    assert all(MARKER not in str(span) and journey.key not in str(span) for span in journey.collector.spans)
