"""A story of which a span cannot be proved is not shown."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from nutgraf.codec import encode
from nutgraf.metrics import metrics
from nutgraf.model import Document
from nutgraf.nlp.span_validation import UnprovenSpanError
from nutgraf.store import ComparisonInput, ComparisonUnprovenError, Store
from tests.support.story_reports import FIRE, FIRE_LATE, FIRE_TOO, IDF, cluster_and_publish, submit
from tests.support.stub_analyser import StubAnalyser
from workers.stories import comparison, publishing


def refuse(*_: Any) -> Any:
    raise UnprovenSpanError("quotes[0]", "is not the text between 1 and 2")


def test_the_last_revision_stays_when_the_next_one_cannot_be_proved(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    submit(store, FIRE)
    submit(store, FIRE_TOO)
    cluster_and_publish(store)
    (before,) = store.stories.page("default", 10, None).documents
    refused = metrics().stories_unproven._value.get()
    monkeypatch.setattr(publishing, "compare_reports", refuse)
    submit(store, FIRE_LATE)
    cluster_and_publish(store)
    (after,) = store.stories.page("default", 10, None).documents
    assert (after.revision, after.document) == (before.revision, before.document)
    assert metrics().stories_unproven._value.get() == refused + 1
    assert "sawmill" not in capsys.readouterr().out
    monkeypatch.undo()
    submit(store, FIRE + " The owner has promised to rebuild the sawmill at Tarnbrook.")
    cluster_and_publish(store)
    (healed,) = store.stories.page("default", 10, None).documents
    assert healed.revision == before.revision + 1


def test_a_comparison_that_cannot_be_proved_is_withheld(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison, "compare_reports", refuse)
    now = datetime.now(UTC)
    inputs = [
        ComparisonInput(name, name, Document(text, "", now)) for name, text in (("a", FIRE), ("b", FIRE_TOO))
    ]
    identifier = store.comparisons.put(inputs)
    comparison.compare_articles(identifier, store.comparisons, StubAnalyser(), IDF)
    with pytest.raises(ComparisonUnprovenError):
        store.comparisons.wait(identifier, 1.0)


def test_a_proved_comparison_is_answered(store: Store) -> None:
    inputs = [ComparisonInput(name, name, Document(text)) for name, text in (("a", FIRE), ("b", FIRE_TOO))]
    identifier = store.comparisons.put(inputs)
    comparison.compare_articles(identifier, store.comparisons, StubAnalyser(), IDF)
    answer = store.comparisons.wait(identifier, 1.0)
    assert answer is not None
    assert answer["article_count"] == 2
    assert encode(answer)
