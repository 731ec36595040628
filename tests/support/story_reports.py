"""Invented reports, and the work on stories that workers do, in one call."""

from __future__ import annotations

import threading
from datetime import datetime

import redis

from nutgraf.model import Document, Submission
from nutgraf.nlp.multi_document import IdfTable
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from nutgraf.settings import Settings
from nutgraf.store import Store
from tests.support.redis_reads import stream_entries
from tests.support.stub_analyser import StubAnalyser
from workers.analysis.analyse import Analyser, analyse_next
from workers.stories.clustering import cluster_articles
from workers.stories.publishing import publish_story

IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")

FIRE = (
    "A fire destroyed the Halvorsen sawmill in Tarnbrook on Monday night. The Halvorsen sawmill burned for "
    "six hours. Firefighters from Tarnbrook said that nobody was hurt in the blaze."
)
FIRE_TOO = (
    "The old Halvorsen sawmill at Tarnbrook burned to the ground on Monday. Nobody was hurt when the sawmill "
    "burned, the Tarnbrook fire brigade said, and firefighters stayed all night."
)
FIRE_LATE = (
    "Police in Tarnbrook are asking who was near the Halvorsen sawmill before the fire. The blaze at the "
    "sawmill began in a drying kiln, Tarnbrook firefighters believe."
)
CHESS = (
    "Grandmaster Ottilie Brandvold won the Veddel chess open on Sunday with a queen sacrifice. Brandvold, "
    "aged nineteen, drew her last two games in Veddel to finish half a point ahead."
)
EVENT = (FIRE, FIRE_TOO, FIRE_LATE)


def submit(  # noqa: PLR0913 - the facts of an article
    store: Store,
    text: str,
    *,
    tenant: str = "default",
    title: str = "",
    published_at: datetime | None = None,
    analyser: Analyser | None = None,
    url: str | None = None,
    external_id: str | None = None,
    source: str | None = None,
) -> str:
    """Submit an article and analyse it; return its id. It then waits for its story."""
    document = Document(text, title, published_at)
    handed_in = Submission(tenant, document, url, source, external_id=external_id)
    identifier = store.articles.accept(handed_in, None).id
    analyse_first(store, identifier, analyser or StubAnalyser())
    return identifier


def analyse_first(store: Store, article: str, analyser: Analyser) -> None:
    """Analyse an article ahead of all queued ones."""
    store.articles._client.zadd("ng:queued", {article: -1}, xx=True)
    analyse_next("", store.articles, analyser, renew_seconds=1)


def events(client: redis.Redis, kind: str) -> list[str]:
    """What has happened to which articles and stories, of one kind of event."""
    rows = stream_entries(client, "ng:events")
    return [fields[b"subject"].decode() for fields in rows if fields[b"type"].decode() == kind]


def cluster_and_publish(store: Store, tenant: str = "default") -> None:
    """Cluster a tenant's articles and publish the stories that are due."""
    cluster_articles(tenant, store.stories, IDF)
    while due := store.stories.due_stories():
        for story in due:
            publish_story(story, store.stories, IDF)


def cluster_in_workers(settings: Settings, count: int) -> None:
    """Let several workers cluster and publish at once, each with a store of its own."""
    stores = [Store(settings) for _ in range(count)]
    threads = [threading.Thread(target=cluster_and_publish, args=(each,)) for each in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for each in stores:
        each.close()


def story_of(store: Store, article: str, tenant: str = "default") -> str | None:
    """Return the id of the story that an article is in."""
    (stored,) = store.stories.articles([article], tenant)
    assert stored is not None
    return stored.story
