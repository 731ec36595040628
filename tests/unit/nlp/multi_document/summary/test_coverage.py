"""Statements of a story: who says them, in which words, and who alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from nutgraf.model.story import CoverageStatement, SupportDegree
from nutgraf.nlp.multi_document import Report
from nutgraf.nlp.multi_document.comparison import compare_reports
from tests.support.invented_story import IDF, report

FIRST = (
    "A barge rammed the old bridge at Osby on Tuesday. Fourteen lorries were stranded on the eastern bank. "
    "The skipper, Torben Hale, had fallen asleep at the wheel. Engineers will test the pillars with sonar. "
    "A bakery on the quay gave away its bread."
)
SECOND = (
    "The old bridge at Osby was rammed by a barge on Tuesday. On the eastern bank 14 lorries were stranded. "
    "Police tested the breath of the skipper. Divers looked for cracks below the water line. "
    "Ferries carried pupils to school."
)
THIRD = (
    "Osby woke to a broken bridge. Torben Hale, the skipper, had fallen asleep at the wheel. "
    "The town council met at noon. Its members voted for a new bridge with two lanes."
)


def statements(*reports: Report) -> tuple[CoverageStatement, ...]:
    return compare_reports(reports, IDF).coverage


@pytest.fixture(scope="module")
def coverage() -> tuple[CoverageStatement, ...]:
    return statements(
        report("first", FIRST), report("second", SECOND, hour=10), report("third", THIRD, hour=11)
    )


def about(coverage: Sequence[CoverageStatement], words: str) -> CoverageStatement:
    return next(statement for statement in coverage if words in statement.claim)


def listed(statement: CoverageStatement) -> dict[str, SupportDegree]:
    return {support.article_id: support.degree for support in statement.said_by}


def test_each_article_is_listed_with_its_own_span(coverage: tuple[CoverageStatement, ...]) -> None:
    statement = about(coverage, "asleep")
    assert listed(statement) == {"first": SupportDegree.FULL, "third": SupportDegree.FULL}
    assert {support.text for support in statement.said_by} == {
        "The skipper, Torben Hale, had fallen asleep at the wheel.",
        "Torben Hale, the skipper, had fallen asleep at the wheel.",
    }
    assert statement.only_in is None


def test_a_figure_of_the_ledger_lists_its_article(coverage: tuple[CoverageStatement, ...]) -> None:
    statement = about(coverage, "lorries")
    assert set(listed(statement)) == {"first", "second"}
    assert statement.only_in is None


@pytest.mark.parametrize(
    ("words", "article"), [("bakery", "first"), ("sonar", "first"), ("Divers", "second"), ("voted", "third")]
)
def test_what_nobody_else_says_is_only_in_its_article(
    coverage: tuple[CoverageStatement, ...], words: str, article: str
) -> None:
    statement = about(coverage, words)
    assert listed(statement) == {article: SupportDegree.FULL}
    assert statement.only_in == article


def test_statements_of_most_sources_come_first(coverage: tuple[CoverageStatement, ...]) -> None:
    counts = [len(statement.said_by) for statement in coverage]
    assert counts == sorted(counts, reverse=True)


def test_a_sentence_that_another_one_states_in_full_is_no_statement_of_its_own(
    coverage: tuple[CoverageStatement, ...],
) -> None:
    assert sum("asleep" in statement.claim for statement in coverage) == 1


def test_a_sentence_that_tells_more_is_a_statement_of_its_own() -> None:
    more = "Torben Hale fell asleep at the wheel, and his mate jumped into the river to fetch help."
    found = statements(
        report("first", f"{FIRST} {more}"), report("second", SECOND, hour=10), report("third", THIRD, hour=11)
    )
    assert any("his mate jumped" in statement.claim for statement in found)


def test_two_neighbouring_sentences_may_say_all_of_a_statement() -> None:
    both = "The council met at noon in the sports hall, and it voted for a wider bridge with broad lanes."
    found = statements(
        report("first", f"{FIRST} {both}"),
        report("second", SECOND, hour=10),
        report(
            "third",
            "Osby woke to a broken bridge. The council met at noon in the sports hall. It voted for a wider "
            "bridge with broad lanes. Shops stayed closed all day.",
            hour=11,
        ),
    )
    (support,) = [each for each in about(found, "sports hall, and").said_by if each.article_id == "third"]
    assert support.degree is SupportDegree.FULL
    assert support.text.startswith("The council met")
    assert support.text.endswith("broad lanes.")


def test_a_date_alone_lists_nobody_and_makes_nobody_the_only_one() -> None:
    one = "The ferry to Kvitholm was launched on 14 February by a choir of pensioners."
    other = "Thieves stole copper cables from a railway depot on 14 February."
    found = statements(report("first", f"{FIRST} {one}"), report("second", f"{SECOND} {other}", hour=10))
    assert not [statement for statement in found if "14 February" in statement.claim]


def test_a_reprint_is_listed_and_is_no_second_source() -> None:
    found = statements(report("first", FIRST), report("reprint", FIRST, hour=12))
    statement = about(found, "bakery")
    assert listed(statement) == {"first": SupportDegree.FULL, "reprint": SupportDegree.FULL}
    assert statement.only_in == "first"


def test_reports_in_an_unknown_language_are_compared_by_their_words() -> None:
    text = "Loremus ipsalor dolorat situm amentor veliquam. {} Ternusque palorim costavit meridan olusque."
    same = "Quandoret bilumas tectora vantis orelum pasticom dervinat."
    found = statements(report("first", text.format(same)), report("second", text.format(same), hour=10))
    assert set(listed(about(found, "Quandoret"))) == {"first", "second"}


def test_a_reprint_that_gives_another_figure_is_the_only_one_to_give_it() -> None:
    text = f"{FIRST} Repairs will cost 2 million euros, the harbour master said."
    changed = text.replace("2 million", "3 million")
    found = statements(report("first", text), report("reprint", changed, hour=12))
    assert {statement.only_in for statement in found if "Repairs" in statement.claim} == {"first", "reprint"}
    assert all(statement.only_in in listed(statement) for statement in found if statement.only_in is not None)


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("“It should never have happened, and we will find out why it did,” said Una Pell.",
         "“It should never have happened.”"),
        ("Nobody told us what to do, and so the crew stayed below until dawn.", "Nobody told us what to do."),
    ],
)  # fmt: skip
def test_who_says_a_part_word_for_word_is_listed(longer: str, shorter: str) -> None:
    found = statements(report("first", f"{FIRST} {longer}"), report("second", f"{SECOND} {shorter}", hour=10))
    assert "second" in listed(about(found, longer[-12:]))


def test_what_two_statements_share_is_listed_for_both() -> None:
    found = statements(
        report("first", FIRST), report("second", SECOND, hour=10), report("third", THIRD, hour=11)
    )
    spans = {(each.article_id, each.start, each.end): each for each in found}
    for statement in found:
        for support in statement.said_by[1:]:
            other = spans.get((support.article_id, support.start, support.end))
            if other is not None:
                assert statement.article_id in listed(other)
