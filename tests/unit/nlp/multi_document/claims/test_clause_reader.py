"""Sentences are cut into clauses, each with what it claims."""

from __future__ import annotations

import pytest

from nutgraf.nlp.multi_document.claims.clause import ClaimClause
from nutgraf.nlp.multi_document.claims.clause_reader import ClauseReader
from nutgraf.nlp.multi_document.claims.figure_ledger import FigureLedger
from nutgraf.nlp.multi_document.claims.story_claims import entity_names
from nutgraf.nlp.multi_document.claims.vocabulary import Vocabulary
from nutgraf.nlp.multi_document.entities.entity_resolution import merge_entities
from tests.support.invented_story import IDF, report


def clauses(text: str) -> list[ClaimClause]:
    """The clauses of the first sentence of a report in which no figure is another source's."""
    read = report("one", text)
    reader = ClauseReader(read, entity_names(merge_entities([read])), FigureLedger(()), Vocabulary(IDF))
    return list(reader.read(read.prose()[0]))


def told(text: str) -> list[set[str]]:
    return [set(clause.concepts) for clause in clauses(text) if not clause.attribution]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The quay collapsed after a barge rammed its pillars.", 2),
        ("The quay, which was built by prisoners, collapsed under the weight of a crane.", 2),
        ("Divers searched the wreck and closed the harbour basin.", 2),
        ("The storm uprooted trees, killing a farmer.", 2),
        ("The harbour master closed the basin.", 1),
        ("A crane driver jumped into the water; a barge rescued him.", 2),
        ("Divers recovered the anchor while tugs towed the barge.", 2),
    ],
)
def test_a_sentence_has_a_clause_for_each_fact(text: str, count: int) -> None:
    assert len(told(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "The quay collapsed under a crane, the coastguard said.",
        "The coastguard said that the quay collapsed under a crane.",
        "The quay collapsed under a crane, according to the coastguard.",
        "The quay collapsed under a crane, said Torben Hale.",
    ],
)
def test_who_says_it_is_no_fact(text: str) -> None:
    (fact,) = told(text)
    assert fact == told("The quay collapsed under a crane.")[0]


def test_synonyms_have_one_name() -> None:
    assert told("The vessel collided with a lorry.") == told("A ship crashed into the truck.")
    assert told("Police detained the teenager.") == told("A teen was arrested by police.")


def test_titles_and_appositions_are_no_facts() -> None:
    plain = told("Torben Hale opened the lock gates.")
    assert told("Harbour master Torben Hale opened the lock gates.") == plain
    assert told("Torben Hale, the harbour master, opened the lock gates.") == plain


def test_an_apposition_that_tells_what_happened_is_one() -> None:
    facts = set().union(*told("Torben Hale, the diver injured in Osby, opened the lock gates."))
    assert facts >= {"diver", "injur"}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The diver did not open the gates.", {"open", "gat"}),
        ("No diver opened the gates.", {"diver", "open", "gat"}),
        ("The diver escaped unhurt.", {"injur"}),
        ("The diver opened the gates.", set()),
    ],
)
def test_what_is_denied_is_marked(text: str, denied: set[str]) -> None:
    (clause,) = clauses(text)
    assert clause.denied == denied


@pytest.mark.parametrize(
    ("text", "undone"),
    [
        ("The diver may open the gates.", {"open", "gat"}),
        ("The diver is to open the gates.", {"open", "gat"}),
        ("The diver plans to open the gates.", {"open", "gat"}),
        ("The diver opened the gates.", set()),
    ],
)
def test_what_is_not_done_yet_is_marked(text: str, undone: set[str]) -> None:
    (clause,) = clauses(text)
    assert clause.undone == undone


def test_numbers_that_no_other_source_has_are_counted_and_dates_are_not() -> None:
    (clause,) = clauses("Fourteen barges sank in the basin on 3 March.")
    assert clause.unlisted == 1
    assert clause.days == {"2026-03-03"}
    assert not clause.past
    (old,) = clauses("Barges sank in the basin in 1987.")
    assert old.past
