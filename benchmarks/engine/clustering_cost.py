"""Measure the cost of clustering one more article with 1,000, 10,000 and 100,000 in the window.

    python -m benchmarks.engine.clustering_cost [--sizes 1000 10000 100000]

The articles are synthetic: the five reports of an event share rare words of a large vocabulary, whose words
are distributed by Zipf's law. Clustering runs as in the product, through Redis.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import random
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import redis

from benchmarks.report.machine import describe_machine
from dev.processes import free_port
from dev.redis_server import start_redis
from nutgraf import identifiers, json_logging
from nutgraf.codec import encode
from nutgraf.model import (
    Analysis,
    DetectedLanguage,
    Document,
    PipelineVersion,
    Submission,
    Summary,
    TextFacts,
)
from nutgraf.nlp.encoder.document_embedding import decode_embedding
from nutgraf.nlp.multi_document import IdfTable, centroid_of, vectorize_article
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from nutgraf.nlp.segmentation.sentence_splitter import pack_spans
from nutgraf.nlp.segmented_doc import segmented_doc
from nutgraf.settings import Settings
from nutgraf.store import Claim, Store, StoryAssignment, StoryStore
from workers.stories.clustering import cluster_articles

SIZES = (1000, 10_000, 100_000)
MEASURED = 200
REPORTS = 5
OPEN_EVENTS = 400
VOCABULARY = 60_000
COMMON_WORDS = 70
EVENT_WORDS = 25
SYLLABLES = [a + b for a in "bdfgklmnrst" for b in "aeo"]
EVENT_WORD_SHARE = 0.8
"""Share of an event's rare words that one report uses."""

DIMENSIONS = 384
BULK = 500
TENANT = "bench"
TOKEN = "bench"  # noqa: S105 - of a lock on a private Redis
RNG = np.random.default_rng(2)
IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")


def synthetic_word(number: int) -> str:
    """Return the synthetic word of a number."""
    letters = ""
    while number >= 0:
        letters = SYLLABLES[number % len(SYLLABLES)] + letters
        number = number // len(SYLLABLES) - 1
    return letters + "n"


def synthetic_reports(seed: int) -> Iterator[tuple[int, str]]:
    """Yield texts without end, each with its event's number; many events are open at once."""
    rng = random.Random(seed)
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
    numbers = itertools.count()
    events: list[tuple[int, list[str], list[int]]] = []
    while True:
        if len(events) < OPEN_EVENTS:
            names = [synthetic_word(rng.randrange(VOCABULARY)).capitalize() for _ in range(EVENT_WORDS)]
            events.append((next(numbers), names, [REPORTS]))
        event = rng.choice(events)
        number, names, left = event
        left[0] -= 1
        if left[0] == 0:
            events.remove(event)
        ranks = rng.choices(range(VOCABULARY), cum_weights=weights, k=COMMON_WORDS)
        words = [synthetic_word(rank) for rank in ranks]
        words += [name for name in names if rng.random() < EVENT_WORD_SHARE]
        rng.shuffle(words)
        lines = (" ".join(["The", *words[i : i + 12]]) for i in range(0, len(words), 12))
        yield number, ". ".join(lines) + "."


def synthetic_embedding(event: int) -> bytes:
    """Return a document embedding: the event's vector with noise."""
    mixed = np.random.default_rng(event).normal(0, 20, DIMENSIONS) + RNG.normal(0, 10, DIMENSIONS)
    return mixed.clip(-127, 127).astype(np.int8).tobytes()


def analysis_of(text: str) -> bytes:
    """Return an empty analysis; clustering reads the text."""
    facts = TextFacts(hashlib.sha256(text.encode()).hexdigest(), len(text), len(text.split()), 1, ())
    identity = PipelineVersion("0", "benchmark")
    language = DetectedLanguage("en", 1.0, supported=True)
    return encode(Analysis(identity, language, facts, Summary((), 3), (), (), (), ()))


def complete_article(store: Store, event: int, text: str) -> None:
    """Submit and complete an article, which then waits for its story."""
    store.articles.accept(Submission(TENANT, Document(text)), None)
    claim = store.articles.claim("benchmark")
    if isinstance(claim, Claim):
        found = segmented_doc(text).sentences
        store.articles.commit(claim, analysis_of(text), synthetic_embedding(event), pack_spans(found))


def fill_window(
    client: redis.Redis, settings: Settings, texts: Iterator[tuple[int, str]], count: int
) -> None:
    """Put articles into the stories of their events, ``BULK`` a round trip, without clustering them."""
    client.set(f"ng:stories:lock:{TENANT}", TOKEN)
    for _ in range(0, count, BULK):
        pipeline = client.pipeline(transaction=False)
        bulk = StoryStore(pipeline, settings)
        for event, text in itertools.islice(texts, min(BULK, count)):
            article = identifiers.new("art")
            about = vectorize_article(
                "", text.split(". "), (), IDF, decode_embedding(synthetic_embedding(event))
            )
            group = encode(centroid_of(about))
            pipeline.hset(f"ng:article:{article}", "tenant", TENANT)
            story = f"sty_{event:026d}"
            bulk.join(TENANT, TOKEN, StoryAssignment(article, story, group, b"", about.anchors()))
        pipeline.execute()
    client.delete(f"ng:stories:lock:{TENANT}")


@dataclass(frozen=True, slots=True)
class ClusteringCost:
    """Cost of clustering one more article.

    Attributes:
        articles: articles in the window.
        worker_ms: mean CPU milliseconds of the worker.
        redis_ms: mean CPU milliseconds of Redis.
        median_ms: median wall-clock milliseconds.
        keys: keys in Redis.
        megabytes: MiB that Redis uses.
    """

    articles: int
    worker_ms: float
    redis_ms: float
    median_ms: float
    keys: int
    megabytes: float


def measure(sizes: Iterable[int] = SIZES) -> list[ClusteringCost]:
    """Fill the window of a private Redis step by step, and measure the cost at each size."""
    texts, done = synthetic_reports(1), 0
    costs: list[ClusteringCost] = []
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        server = start_redis(Path(folder), port)
        # Filling makes thousands of stories grow at once; merging them is no part of the cost.
        settings = Settings(redis_url=f"redis://127.0.0.1:{port}/0", story_merge_seconds=86_400.0)
        store, client = Store(settings), redis.Redis.from_url(settings.redis_url)
        try:
            for size in sorted(sizes):
                fill_window(client, settings, texts, size - done - MEASURED)
                costs.append(measure_cost(store, client, texts, size))
                done = size
        finally:
            store.close()
            client.close()
            server.stop()
    return costs


def measure_cost(
    store: Store, client: redis.Redis, texts: Iterator[tuple[int, str]], size: int
) -> ClusteringCost:
    """Cluster ``MEASURED`` articles, one at a time."""
    clock, worker, server = [], 0.0, 0.0
    for event, text in itertools.islice(texts, MEASURED):
        complete_article(store, event, text)
        before, began, started = redis_cpu(client), time.perf_counter(), time.process_time()
        cluster_articles(TENANT, store.stories, IDF)
        worker += time.process_time() - started
        clock.append(time.perf_counter() - began)
        server += redis_cpu(client) - before
    return ClusteringCost(
        articles=size,
        worker_ms=worker / MEASURED * 1000,
        redis_ms=server / MEASURED * 1000,
        median_ms=statistics.median(clock) * 1000,
        keys=int(client.dbsize()),
        megabytes=client.info("memory")["used_memory"] / 2**20,
    )


def redis_cpu(client: redis.Redis) -> float:
    """Return the CPU seconds that Redis has used."""
    used = client.info("cpu")
    return float(used["used_cpu_user"]) + float(used["used_cpu_sys"])


def main() -> None:
    """Print the cost at each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    sizes = parser.parse_args().sizes
    json_logging.configure_logging("error")
    print(describe_machine())
    for row in measure(sizes):
        print(
            f"{row.articles:7d} articles: {row.worker_ms:5.1f} ms CPU of the worker, "
            f"{row.redis_ms:4.1f} ms of Redis, {row.median_ms:6.1f} ms by the clock (median); "
            f"{row.keys} keys, {row.megabytes:.0f} MiB",
        )


if __name__ == "__main__":
    main()
