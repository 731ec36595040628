"""Stories over HTTP: what five outlets report of one event, published again as they arrive."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
import redis

from nutgraf import identifiers
from nutgraf.nlp.multi_document import IdfTable
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from nutgraf.store import LeasedDelivery
from service.dependencies import EXTENSION
from service.schemas.article import ArticleSchema
from service.schemas.story import StoryListSchema, StorySchema
from tests.integration.conftest import ApiHarness
from tests.support.redis_reads import stream_entries
from tests.support.story_reports import cluster_and_publish, events
from workers.stories.comparison import compare_articles
from workers.webhooks.payloads import render

IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
EARLY = {
    "text": "🚂 A freight train left the rails near Ostermoor on Friday. Nobody was hurt when the Ostermoor "
    "freight train left the rails, the railway said. Engineers will clear the Ostermoor line by Sunday.",
    "title": "Train derails at Ostermoor",
    "source": {"name": "Moor Gazette"},
    "published_at": "2026-05-01T09:00:00Z",
    "external_id": "moor-1",
}
LATER = {
    "text": "The railway says that nobody was hurt when a freight train left the rails at Ostermoor. The "
    "Ostermoor line stays shut until Sunday while engineers lift the train's wagons.",
    "title": "Ostermoor line shut after derailment",
    "source": {"name": "Railwatch"},
    "published_at": "2026-05-01T11:00:00Z",
    "external_id": "watch-7",
}
THIRD = {
    "text": "Farmers near Ostermoor woke to a freight train in their field. The train left the rails at "
    "dawn, and engineers at Ostermoor expect to lift its wagons by Sunday.",
    "title": "Wagons in the barley",
    "source": {"name": "Field and Furrow"},
    "external_id": "field-3",
}
STRANGER = {
    "text": "The orchestra of Vellinge opened its season with a symphony that nobody had heard.",
    "title": "A symphony found",
    "external_id": "music-1",
}


def send(api: ApiHarness, *articles: dict[str, Any]) -> list[str]:
    ids = [api.http.post("/v1/articles", json=article).get_json()["id"] for article in articles]
    api.work()
    cluster_and_publish(api.store)
    return ids


def only_story(api: ApiHarness) -> dict[str, Any]:
    page = api.http.get("/v1/stories").get_json()
    assert StoryListSchema().validate(page) == {}
    (story,) = page["items"]
    return dict(story)


@pytest.fixture
def working(api: ApiHarness) -> Iterator[ApiHarness]:
    """A worker that answers comparisons as soon as they are asked for."""
    threads: list[threading.Thread] = []

    def answer(identifier: str) -> None:
        work = (identifier, api.store.comparisons, api.analyser, IDF)
        threads.append(threading.Thread(target=compare_articles, args=work))
        threads[-1].start()

    api.queue.compare = answer
    yield api
    for thread in threads:
        thread.join()


def test_two_reports_are_a_story_and_a_stranger_is_not_in_it(api: ApiHarness) -> None:
    first, second, stranger = send(api, EARLY, LATER, STRANGER)
    story = only_story(api)
    assert StorySchema().validate(story) == {}
    assert (story["revision"], story["article_count"], story["independent_source_count"]) == (1, 2, 2)
    assert [article["id"] for article in story["articles"]] == [first, second]
    assert api.http.get(f"/v1/stories/{story['id']}").get_json() == story
    article = api.http.get(f"/v1/articles/{second}").get_json()
    assert ArticleSchema().validate(article) == {}
    assert article["story"]["id"] == story["id"]
    assert "Ostermoor" in article["story"]["matched_on"]
    assert api.http.get(f"/v1/articles/{stranger}").get_json()["story"] is None
    listed = api.http.get(f"/v1/articles?story_id={story['id']}").get_json()["items"]
    assert {item["id"] for item in listed} == {first, second}


@pytest.mark.parametrize("unit", ["codepoint", "utf16", "utf8"])
def test_every_span_of_a_story_slices_its_own_article(api: ApiHarness, unit: str) -> None:
    send(api, EARLY, LATER)
    story = api.http.get(f"/v1/stories/{only_story(api)['id']}?offset_unit={unit}").get_json()
    encoding, width = {"codepoint": ("utf-32-le", 4), "utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}[unit]
    statements = story["summary"]["sentences"] + story["coverage"]
    supports = [span for one in statements for span in one.get("evidence", one["said_by"])]
    spans = [*statements, *supports, *story["quotes"]]
    assert len(supports) >= len(statements) > 0
    for span in spans:
        text = api.http.get(f"/v1/articles/{span['article_id']}/text").get_json()["text"]
        raw = text.encode(encoding)[span["start"] * width : span["end"] * width]
        assert raw.decode(encoding) == span.get("text", span.get("claim"))


def test_a_further_outlet_makes_one_revision_that_can_be_read_alone(
    api: ApiHarness, client: redis.Redis
) -> None:
    send(api, EARLY, LATER)
    before = only_story(api)
    (third,) = send(api, THIRD)
    news = api.http.get(f"/v1/stories/{before['id']}?since_revision=1").get_json()
    assert news["revision"] == 2
    assert [article["id"] for article in news["articles"]] == [third]
    assert news["article_count"] == 3
    whole = only_story(api)
    assert len(whole["coverage"]) > len(news["coverage"])
    kinds = [fields[b"type"] for fields in stream_entries(client, "ng:events")]
    assert [kind for kind in kinds if kind.startswith(b"story")] == [b"story.created", b"story.updated"]


def test_a_changed_text_under_the_same_external_id_is_a_revision(
    api: ApiHarness, client: redis.Redis
) -> None:
    first, second = send(api, EARLY, LATER)
    (later,) = send(api, {**LATER, "text": f"{LATER['text']} Two cranes from Ostermoor are on their way."})
    assert events(client, "article.revised") == [later]
    story = only_story(api)
    assert [article["id"] for article in story["articles"]] == [first, later]
    assert api.http.get(f"/v1/articles/{second}").status_code == 200


def test_the_same_text_again_is_a_reprint_and_no_revision(api: ApiHarness, client: redis.Redis) -> None:
    first, *_ = send(api, EARLY, LATER, {**EARLY, "source": {"name": "Copycat"}, "external_id": "copy-1",
                                           "published_at": "2026-05-01T12:00:00Z"})  # fmt: skip
    story = only_story(api)
    assert (story["article_count"], story["independent_source_count"]) == (3, 2)
    assert [article["near_duplicate_of"] for article in story["articles"]] == [None, None, first]
    assert b"article.revised" not in [fields[b"type"] for fields in stream_entries(client, "ng:events")]


def test_a_report_that_is_sent_again_is_listed_once_and_each_article_names_the_story(
    api: ApiHarness, client: redis.Redis
) -> None:
    first, second = send(api, EARLY, LATER)
    before = only_story(api)
    again, spaced = send(
        api, EARLY, {**LATER, "text": str(LATER["text"]).replace(". ", ".\n\n"), "url": "https://w.example/7"}
    )
    assert only_story(api) == before
    assert (before["article_count"], before["split_from"], before["merged_from"]) == (2, None, [])
    for article in (first, second, again, spaced):
        assert api.http.get(f"/v1/articles/{article}").get_json()["story"]["id"] == before["id"]
    listed = api.http.get(f"/v1/articles?story_id={before['id']}").get_json()["items"]
    assert {item["id"] for item in listed} == {first, second}
    assert len(events(client, "article.completed")) == 4
    assert events(client, "story.updated") == []


def test_pages_of_stories_neither_repeat_nor_skip(api: ApiHarness) -> None:
    for name in ("alve", "borg", "dala"):
        words = " ".join(
            f"{name}{end}" for end in ("sta", "holm", "rna", "vik", "by", "torp", "lund", "mark")
        )
        texts = (f"Nothing is known of {words} today.", f"Much will be heard of {words} tomorrow.")
        send(api, *({"text": text, "external_id": text[:4] + name} for text in texts))
    seen, cursor = [], ""
    while cursor is not None:
        page = api.http.get(f"/v1/stories?limit=1{cursor and '&cursor=' + cursor}").get_json()
        seen += [story["id"] for story in page["items"]]
        cursor = page["next_cursor"]
    assert len(seen) == len(set(seen)) == 3


def test_another_story_id_is_not_found_and_nonsense_is_refused(api: ApiHarness) -> None:
    assert api.http.get("/v1/stories/sty_00000000000000000000000000").status_code == 404
    assert api.http.get("/v1/stories/art_00000000000000000000000000").status_code == 404
    send(api, EARLY, LATER)
    story = only_story(api)["id"]
    assert api.http.get(f"/v1/stories/{story}?since_revision=x").status_code == 422
    assert api.http.get("/v1/stories?cursor=nonsense").status_code == 422
    assert api.http.get("/v1/stories?limit=0").status_code == 422


def test_a_comparison_has_a_story_s_shape_and_leaves_nothing_behind(
    working: ApiHarness, client: redis.Redis
) -> None:
    before = set(client.keys())
    story = working.http.post("/v1/compare", json={"articles": [EARLY, LATER]})
    assert story.status_code == 200
    body = story.get_json()
    assert StorySchema().validate(body) == {}
    assert [article["id"] for article in body["articles"]] == ["moor-1", "watch-7"]
    assert (body["id"], body["revision"]) == (None, 0)
    assert set(client.keys()) - before == set()


def test_a_comparison_needs_two_articles_and_at_most_fifty(working: ApiHarness) -> None:
    for number in (1, 51):
        articles = [{"text": EARLY["text"]}] * number
        assert working.http.post("/v1/compare", json={"articles": articles}).status_code == 422


def test_a_comparison_that_nobody_does_is_given_up_by_name(api: ApiHarness, client: redis.Redis) -> None:
    api.queue.compare = lambda _: None
    patient = api.app.extensions[EXTENSION]
    api.app.extensions[EXTENSION] = replace(patient, settings=replace(patient.settings, compare_seconds=0.2))
    answer = api.http.post("/v1/compare", json={"articles": [EARLY, LATER]})
    assert (answer.status_code, answer.get_json()["type"]) == (504, "/problems/analysis_timeout")
    assert client.keys("ng:compar*") == []
    client.delete("ng:workers")
    answer = api.http.post("/v1/compare", json={"articles": [EARLY, LATER]})
    assert answer.get_json()["type"] == "/problems/no_worker"


def test_a_full_payload_of_a_story_is_the_story_as_it_is_read(api: ApiHarness) -> None:
    send(api, EARLY, LATER)
    story = api.http.get(f"/v1/stories/{only_story(api)['id']}").get_json()
    moment = datetime(2026, 5, 1, tzinfo=UTC)
    delivery = LeasedDelivery(
        "dlv_1", "token", "default", None, "story.updated", story["id"], b'{"revision": 1}', moment, 0,
        "http://receiver.example/", "full", None, ("whsec_x",),
    )  # fmt: skip
    data = json.loads(render(delivery, api.store))["data"]
    assert data == {**story, "revision": 1}
    thin = json.loads(render(replace(delivery, style="thin"), api.store))["data"]
    assert thin == {"id": story["id"], "revision": 1}
    gone = replace(delivery, subject=identifiers.new("sty"))
    assert json.loads(render(gone, api.store))["data"] == {"id": gone.subject, "revision": 1}
