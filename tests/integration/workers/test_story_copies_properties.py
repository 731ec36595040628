"""Whatever is sent again, changed, deleted or expires, in whatever order: a story lists each report once."""

from __future__ import annotations

import time
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

from nutgraf.model import Document, Submission
from nutgraf.settings import Settings
from nutgraf.store import Store, StoredArticle
from tests.support.redis_reads import hash_fields, sorted_set
from tests.support.story_reports import FIRE, analyse_first, cluster_and_publish
from tests.support.stub_analyser import StubAnalyser
from workers.stories.report_identity import report_name

WHICH = st.integers(0, 99)
TEXTS = tuple(FIRE.replace("nobody was", people) for people in ("nobody was", "two men were", "a cat was"))
OUTLETS = (
    ("Herald", None),
    ("Herald", "https://herald.example/sawmill"),
    ("Herald", "https://herald.example/sawmill?from=feed"),
    ("Bell", None),
    ("Bell", "https://bell.example/sawmill"),
)


class Feed(RuleBasedStateMachine):
    """Two outlets whose articles are sent again and again, in changing words."""

    store: Store
    redis: redis.Redis

    def __init__(self) -> None:
        super().__init__()
        self.redis.flushall()
        self.unread: list[str] = []
        self.read: list[str] = []
        self.lost_urls: set[str | None] = set()

    @rule(outlet=st.sampled_from(OUTLETS), text=st.sampled_from(TEXTS), spaces=st.integers(1, 3))
    def send(self, outlet: tuple[str, str | None], text: str, spaces: int) -> None:
        """An outlet sends what it has, which may be what it had."""
        source, url = outlet
        time.sleep(0.002)  # ids of one millisecond have no order
        handed_in = Submission("default", Document(text.replace(". ", "." + " " * spaces)), url, source)
        self.unread.append(self.store.articles.accept(handed_in, None).id)

    @precondition(lambda self: self.unread)
    @rule(which=WHICH, group=st.booleans())
    def analyse(self, which: int, group: bool) -> None:  # noqa: FBT001 - drawn
        """An analysis ends, and perhaps a worker groups what waits."""
        article = self.unread.pop(which % len(self.unread))
        analyse_first(self.store, article, StubAnalyser())
        self.read.append(article)
        if group:
            cluster_and_publish(self.store)

    @precondition(lambda self: self.read)
    @rule(which=WHICH)
    def delete(self, which: int) -> None:
        """A caller takes an article back."""
        article = self.read.pop(which % len(self.read))
        self.lost_urls.add(self.stored(article).url)
        self.store.articles.delete(article, "default")

    @precondition(lambda self: self.read)
    @rule()
    def expire(self) -> None:
        """The oldest article reaches its time."""
        cluster_and_publish(self.store)
        article = min(self.read)
        self.read.remove(article)
        self.lost_urls.add(self.stored(article).url)
        story = self.fields(article)[b"story"].decode()
        self.redis.delete(f"ng:article:{article}")
        self.store.stories.read_state(story)

    def stored(self, article: str) -> StoredArticle:
        (found,) = self.store.stories.articles([article], "default")
        assert found is not None
        return found

    def fields(self, article: str) -> dict[bytes, bytes]:
        return hash_fields(self.redis, f"ng:article:{article}")

    def listed(self) -> dict[str, str]:
        """The living articles that stories list, with their stories."""
        indexes = [str(key, "utf-8") for key in self.redis.scan_iter("ng:index:default:story:*")]
        found = {article.decode(): key for key in indexes for article in sorted_set(self.redis, key)}
        return {article: key.rpartition(":")[2] for article, key in found.items() if article in self.read}

    @invariant()
    def a_report_is_listed_once(self) -> None:
        """No story lists two submissions of one text by one outlet, or two editions of one URL."""
        articles = [self.stored(article) for article in self.listed()]
        names, urls = [report_name(each) for each in articles], [each.url for each in articles if each.url]
        assert len(set(names)) == len(names)
        assert len(set(urls)) == len(urls)

    @invariant()
    def every_copy_leads_to_its_report(self) -> None:
        """It names a listed article with the same words, and has that one's story."""
        listed = self.listed()
        for article in self.read:
            fields = self.fields(article)
            original = fields.get(b"copy_of", b"").decode()
            if original:
                assert fields[b"story"].decode() == listed[original]
                assert self.stored(article).text.split() == self.stored(original).text.split()
                assert article.encode() in sorted_set(self.redis, f"ng:copies:{original}")
            elif article in listed:
                assert fields[b"story"].decode() == listed[article]

    @invariant()
    def the_latest_edition_stands_in_a_story(self) -> None:
        """Itself, or as a copy; unless one of its URL was deleted, which may have been a later one."""
        listed, latest = self.listed(), {}
        for article in sorted(self.read):
            if b"story" in self.fields(article):
                latest[self.stored(article).url] = article
        for url, article in latest.items():
            if url is not None and url not in self.lost_urls:
                assert self.fields(article).get(b"copy_of", article.encode()).decode() in listed

    def teardown(self) -> None:
        """Nothing of copies is left once all articles are deleted."""
        for article in [*self.read, *self.unread]:
            self.store.articles.delete(article, "default")
        assert self.redis.keys("ng:copies:*") == []
        super().teardown()


@pytest.mark.hypothesis
def test_no_course_of_submissions_lists_a_report_twice(settings: Settings, client: redis.Redis) -> None:
    Feed.store, Feed.redis = Store(replace(settings, lease_seconds=60)), client
    run_state_machine_as_test(Feed, settings=hypothesis_settings(stateful_step_count=25, max_examples=30))
    Feed.store.close()
