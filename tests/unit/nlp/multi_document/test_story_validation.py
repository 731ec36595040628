"""A story that claims what its reports do not hold is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from nutgraf.model import Document
from nutgraf.model.story import StoryComparison, StorySentence, Support, SupportDegree
from nutgraf.nlp.multi_document import IdfTable, Report, compare_reports, report_of
from nutgraf.nlp.multi_document.story_validation import validate_story
from nutgraf.nlp.pipeline import SHIPPED_MODELS, Pipeline
from nutgraf.nlp.span_validation import UnprovenSpanError

MOMENT = datetime(2026, 4, 2, 12, tzinfo=UTC)
TEXTS = {
    "one": "Eleven people were killed when the ferry Sula burned off Norvik on Monday. “We counted the boats "
    "twice and one was missing,” harbour master Oda Brannstrup said. The ferry had passed its survey.",
    "two": "Eleven people were killed when fire broke out on the ferry Sula off Norvik on Monday, police "
    "said. “We counted the boats twice,” said Oda Brannstrup, the harbour master. Divers will come today.",
}
Damage = Callable[[StoryComparison], StoryComparison]


def origin(article: str) -> str:
    return article


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    pipeline = Pipeline.load()
    return [
        report_of(
            name, title="Ferry burns", text=text, source=name, published_at=MOMENT, received_at=MOMENT,
            analysis=pipeline.analyse(Document(text, "Ferry burns", MOMENT)),
        )
        for name, text in TEXTS.items()
    ]  # fmt: skip


@pytest.fixture(scope="module")
def story(reports: list[Report]) -> StoryComparison:
    found = compare_reports(reports, IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json"))
    assert found.quotes
    assert found.figures
    assert found.coverage
    assert found.summary.sentences
    return found


def with_first(field: str, change: Callable[..., object]) -> Damage:
    """Damage the first item of a list of the story."""

    def damage(story: StoryComparison) -> StoryComparison:
        first, *rest = getattr(story, field)
        changes: dict[str, Any] = {field: (change(first), *rest)}
        return replace(story, **changes)

    return damage


def with_sentence(change: Callable[[StorySentence], StorySentence]) -> Damage:
    def damage(story: StoryComparison) -> StoryComparison:
        first, *rest = story.summary.sentences
        return replace(story, summary=replace(story.summary, sentences=(change(first), *rest)))

    return damage


STRANGER = Support("two", 0, 6, TEXTS["two"][0:6], SupportDegree.FULL)

DAMAGES: dict[str, Damage] = {
    "title": lambda story: replace(story, title="Ferry sinks"),
    "quote glued": with_first("quotes", lambda quote: replace(quote, text=quote.text + " So we went back.")),
    "quote of another article": with_first("quotes", lambda quote: replace(quote, article_id="three")),
    "quote that is no cut": with_first(
        "quotes", lambda quote: replace(quote, text=quote.text[:-1], end=quote.end - 1)
    ),
    "speaker of several": with_first("quotes", lambda quote: replace(quote, speaker="Oda", speakers=())),
    "cut": with_first(
        "quotes", lambda quote: replace(quote, articles=(replace(quote.articles[0], start=0),))
    ),
    "figure": with_first(
        "figures", lambda figure: replace(figure, values=(replace(figure.values[0], text="Twelve"),))
    ),
    "offsets past the end": with_first(
        "figures", lambda figure: replace(figure, values=(replace(figure.values[0], end=9999),))
    ),
    "mention": with_first(
        "entities",
        lambda entity: replace(
            entity,
            mentions=tuple(
                replace(article, mentions=(replace(article.mentions[0], start=1),))
                for article in entity.mentions
            ),
        ),
    ),
    "claim": with_first("coverage", lambda claim: replace(claim, claim=claim.claim + "!")),
    "nobody says it": with_first("coverage", lambda claim: replace(claim, said_by=())),
    "listed twice": with_first(
        "coverage", lambda claim: replace(claim, said_by=(*claim.said_by, claim.said_by[0]))
    ),
    "own span not first": with_first(
        "coverage",
        lambda claim: replace(claim, said_by=(replace(STRANGER, article_id="two"), *claim.said_by)),
    ),
    "alone and not said so": with_first(
        "coverage", lambda claim: replace(claim, said_by=claim.said_by[:1], only_in=None)
    ),
    "said to be alone, and not": with_first("coverage", lambda claim: replace(claim, only_in="one")),
    "sentence": with_sentence(lambda sentence: replace(sentence, start=sentence.start + 1)),
    "sentence without evidence": with_sentence(lambda sentence: replace(sentence, evidence=(), said_by=())),
    "said_by is not its evidence": with_sentence(lambda sentence: replace(sentence, said_by=("nobody",))),
}


def test_a_story_that_holds_passes(reports: list[Report], story: StoryComparison) -> None:
    validate_story(reports, story, origin)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=list(DAMAGES))
def test_every_false_claim_is_refused(reports: list[Report], story: StoryComparison, damage: Damage) -> None:
    with pytest.raises(UnprovenSpanError):
        validate_story(reports, damage(story), origin)


def test_the_fault_quotes_no_text(reports: list[Report], story: StoryComparison) -> None:
    with pytest.raises(UnprovenSpanError) as caught:
        validate_story(reports, DAMAGES["quote glued"](story), origin)
    assert caught.value.span == "quotes[0]"
    assert "counted" not in str(caught.value)
