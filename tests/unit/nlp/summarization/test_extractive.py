from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import Options
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.encoder.token_classifier import ModelFilesError
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from nutgraf.nlp.segmented_doc import segmented_doc
from nutgraf.nlp.spans import SentenceSpan
from nutgraf.nlp.summarization import extractive, mmr
from nutgraf.nlp.summarization.ranked_sentence import RankedSentence
from nutgraf.nlp.summarization.sentence_features import FEATURE_NAMES

if TYPE_CHECKING:
    from nutgraf.model import SummarySentence

WEIGHTS_FILE = SHIPPED_MODELS / "summarization" / "weights.json"
WEIGHTS = extractive.SentenceRanker.load(WEIGHTS_FILE)
TITLE = "Harbour bridge closed after cracks found"
ARTICLE = (
    "The harbour council closed the old bridge on Monday after inspectors found cracks in two pillars. "
    "He added that nobody had been hurt.\n\n"
    "Buses will carry 12,000 commuters along the coast road until the repairs of the bridge are done. "
    "“It is a nuisance,” said Ada Moss, who runs a bakery on the north bank. "
    "They will cost about four million crowns, the council said in a statement on Monday evening.\n\n"
    "What comes next\n\n"
    "Engineers expect the work on the bridge to last until April at least. "
    "The council will meet on Friday to decide who pays for the repairs. "
    "The bridge was built in 1931 and carries one fifth of the traffic of the town. "
    "It was last repaired in 1988. "
    "Shopkeepers fear for their trade and have asked the council for help."
)
PIECES = st.lists(
    st.sampled_from(
        [
            *ARTICLE.replace("\n\n", " ").split(". "),
            "He left",
            "Share",
            "“We won.”",
            "你好。大桥关闭了。",
            "\n\n",
            "\x00",
            "😀 x",
        ]
    ),
    max_size=25,
).map(". ".join)


def read(text: str, title: str = "", *, english: bool = True) -> Doc:
    doc = segmented_doc(text, title)
    return doc if english else replace(doc, language=None)


def summarise(
    text: str, count: int = 3, order: str = "offset", *, title: str = "", english: bool = True
) -> tuple[SummarySentence, ...]:
    options = Options(sentence_count=count, order="rank" if order == "rank" else "offset")
    return extractive.summarize(read(text, title, english=english), options, WEIGHTS)


def test_as_many_sentences_as_asked_for_each_equal_to_its_slice() -> None:
    for count in range(1, 9):
        found = summarise(ARTICLE, count, title=TITLE)
        assert len(found) == count
        assert all(ARTICLE[best.start : best.end] == best.text for best in found)


def test_more_than_there_are_gives_all_sentences_and_no_heading() -> None:
    found = summarise(ARTICLE, 20)
    assert len(found) == 10
    assert "What comes next" not in {best.text for best in found}


def test_sentences_come_in_the_order_of_the_text_or_of_their_rank() -> None:
    by_offset, by_rank = summarise(ARTICLE, 5), summarise(ARTICLE, 5, "rank")
    assert [best.start for best in by_offset] == sorted(best.start for best in by_offset)
    assert [best.rank for best in by_rank] == [1, 2, 3, 4, 5]
    assert sorted(by_offset, key=lambda best: best.rank) == list(by_rank)


def test_the_lead_of_a_news_report_is_in_its_summary() -> None:
    assert ARTICLE.startswith(summarise(ARTICLE, 2, title=TITLE)[0].text)


def test_every_sentence_says_why_it_was_chosen() -> None:
    for best in summarise(ARTICLE, title=TITLE):
        assert set(best.reasons) == {
            "position",
            "length",
            "centrality",
            "title_overlap",
            "wording",
            "penalties",
        }


def test_a_sentence_with_the_words_of_the_title_gains_by_it() -> None:
    doc = read(ARTICLE)
    lead = extractive.rank_sentences(replace(doc, title=TITLE), WEIGHTS)[0]
    stranger = extractive.rank_sentences(replace(doc, title="Parliament debates fishing quotas"), WEIGHTS)[0]
    assert lead.reasons["title_overlap"] > stranger.reasons["title_overlap"]


@pytest.mark.parametrize(
    "opening",
    [
        "He said on Monday that the traffic would be led along the coast road until the spring.",
        "“We knew that the traffic would come to a stop one day,” a spokesman of the town said.",
        "This was the second time in a year that the traffic of the town came to a stop.",
    ],
)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_no_summary_opens_with_a_dangling_sentence_when_another_will_do(opening: str, count: int) -> None:
    text = f"{opening} {ARTICLE}"
    by_offset, by_rank = summarise(text, count, title=TITLE), summarise(text, count, "rank", title=TITLE)
    assert by_offset[0].text != opening
    assert by_rank[0].text != opening


@pytest.mark.parametrize("count", [2, 3, 4])
def test_no_sentence_leans_on_one_that_was_left_out_when_others_will_do(count: int) -> None:
    text = ARTICLE.replace(
        "Engineers expect",
        "Mayor Ada Moss promised help on Monday. She also told the council that the old bridge will be shut "
        "and that repairs of the bridge will take until April. Engineers expect",
    )
    places = [text[span.start : span.end] for span in read(text).sentences]
    chosen = {best.text for best in summarise(text, count, title=TITLE)}
    leaning = [
        place for place, content in enumerate(places) if content.startswith(("He ", "She ", "They ", "It "))
    ]
    assert all(places[place] not in chosen or places[place - 1] in chosen for place in leaning)


PAGE = (
    "Home > Transport\n\n"
    f"{TITLE}\n\n"
    "By Ann Poe\n\n"
    f"{ARTICLE}\n\n"
    "The bridge on Monday. (Photo: Ann Poe)\n\n"
    "Sign up for our free morning newsletter\n\n"
    "Ferry strike enters its third week"
)


@pytest.mark.parametrize("count", range(1, 21))
@pytest.mark.parametrize("order", ["offset", "rank"])
def test_a_page_is_summarised_in_any_number_of_sentences_and_only_by_its_report(
    count: int, order: str
) -> None:
    report = [ARTICLE[span.start : span.end] for span in read(ARTICLE).sentences]
    found = summarise(PAGE, count, order)
    assert len(found) == min(count, 10)
    assert {best.text for best in found} <= set(report) - {"What comes next"}
    assert all(PAGE[best.start : best.end] == best.text for best in found)
    assert sorted(best.rank for best in found) == list(range(1, len(found) + 1))
    keys = [best.start if order == "offset" else best.rank for best in found]
    assert keys == sorted(keys)


def test_a_text_of_dangling_sentences_is_summarised_all_the_same() -> None:
    text = "He left on Monday for the coast. She stayed in the old town. They never met again in their lives."
    assert len(summarise(text, 2)) == 2


def ranked(*scores: float) -> list[RankedSentence]:
    """Sentences that share no word, with these scores, in the order of the text."""
    return [
        RankedSentence(SentenceSpan(place, place + 1, 0), str(place), score, terms={place: 1.0})
        for place, score in enumerate(scores)
    ]


def places(chosen: list[RankedSentence]) -> list[int]:
    return [sentence.span.start for sentence in chosen]


def test_of_two_sentences_about_as_good_the_one_that_follows_a_chosen_one_is_chosen() -> None:
    assert places(mmr.select_mmr(ranked(0.6, 0.3, 0.1, 0.33), 2)) == [0, 1]
    assert places(mmr.select_mmr(ranked(0.1, 0.6, 0.1, 0.33, 0.3), 3)) == [1, 3, 4]


def test_a_clearly_better_sentence_is_chosen_before_the_one_that_follows() -> None:
    assert places(mmr.select_mmr(ranked(0.6, 0.3, 0.1, 0.4), 2)) == [0, 3]


def test_a_repeated_sentence_is_chosen_once() -> None:
    lead = ARTICLE[: ARTICLE.index(".") + 1]
    found = summarise(f"{ARTICLE} {lead} {lead}", 20)
    assert [best.text for best in found].count(lead) == 1


def test_a_very_short_text_is_summarised_by_its_opening() -> None:
    text = "The ferry sank at noon. Nobody was hurt in it. The owner has two more. The sea was calm that day."
    assert [best.text for best in summarise(text, 2, "rank")] == [
        "The ferry sank at noon.",
        "Nobody was hurt in it.",
    ]


@pytest.mark.parametrize("text", ["", "Share", "What comes next"])
def test_a_text_without_sentences_has_a_summary_of_what_there_is(text: str) -> None:
    assert len(summarise(text)) == min(len(text), 1)


def test_a_text_without_spaces_is_summarised_without_knowing_its_language() -> None:
    text = (
        "市议会周一关闭了旧桥，因为检查人员在两个桥墩上发现了裂缝。"
        "市长说，公共汽车将沿海岸公路运送乘客，直到旧桥修好。"
        "工程师预计旧桥的维修要到四月才能结束。"
        "商店老板担心生意受到影响，并请求市议会帮助。"
        "议会将在周五开会决定由谁支付维修费用。"
        "这座桥建于一九三一年，承担了全市五分之一的交通。"
    )
    found = summarise(text, 3, english=False)
    assert len(found) == 3
    assert all(text[best.start : best.end] == best.text for best in found)


def test_english_cues_do_not_count_in_other_languages() -> None:
    text = ARTICLE.replace("\n\n", " ")
    known, unknown = (extractive.rank_sentences(read(text, english=flag), WEIGHTS) for flag in (True, False))
    assert [found.context_dependent for found in known] != [found.context_dependent for found in unknown]


@given(PIECES, st.integers(1, 20), st.sampled_from([True, False]), st.sampled_from(["", TITLE]))
def test_any_text_gives_ranked_slices_without_repeats(
    text: str, count: int, english: object, title: str
) -> None:
    doc = read(text, title, english=bool(english))
    found = extractive.summarize(doc, Options(sentence_count=count, order="rank"), WEIGHTS)
    assert len(found) <= min(count, sum(not span.heading for span in doc.sentences))
    assert [best.rank for best in found] == list(range(1, len(found) + 1))
    scores = [best.rank_score for best in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len({best.text.casefold() for best in found}) == len(found)
    assert all(text[best.start : best.end] == best.text for best in found)


@given(st.text(max_size=300))
def test_the_same_text_has_the_same_summary(text: str) -> None:
    assert summarise(text) == summarise(text)


def test_two_hundred_thousand_characters_take_no_square_of_time() -> None:
    words = [f"word{number % 997}x{number % 31}" for number in range(26_000)]
    text = ". ".join(" ".join(words[place : place + 9]).capitalize() for place in range(0, len(words), 9))
    doc = read(text)
    started = time.process_time()
    assert len(extractive.summarize(doc, Options(sentence_count=20), WEIGHTS)) == 20
    assert time.process_time() - started < 3


def test_shipped_weights_fit_the_features_that_are_measured() -> None:
    assert WEIGHTS.coefficients.shape == (len(FEATURE_NAMES),)
    assert np.isfinite(WEIGHTS.coefficients).all()


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"features": {"first": {}}, "intercept": 0}', "\x00"])
def test_damaged_weights_are_refused_by_name(content: str, tmp_path: Path) -> None:
    damaged = tmp_path / "weights.json"
    damaged.write_text(content)
    with pytest.raises(ModelFilesError):
        extractive.SentenceRanker.load(damaged)


def test_weights_for_other_features_are_refused(tmp_path: Path) -> None:
    stored = json.loads(WEIGHTS_FILE.read_text())
    stored["features"]["shoe_size"] = stored["features"].pop("first")
    other = tmp_path / "weights.json"
    other.write_text(json.dumps(stored))
    with pytest.raises(ModelFilesError):
        extractive.SentenceRanker.load(other)
