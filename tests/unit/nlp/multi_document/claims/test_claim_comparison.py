"""Clauses in the same words may say something else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from nutgraf.nlp.multi_document.claims.claim_comparison import Comparer, is_contrary
from nutgraf.nlp.multi_document.claims.clause import ClaimClause, joined
from nutgraf.nlp.multi_document.claims.figure_ledger import FigureLedger
from nutgraf.nlp.multi_document.claims.sentence_claims import sentence_claims

PLAIN = ClaimClause(
    concepts=frozenset({"@Hale", "@Brandt", "fleet", "won"}), told=("won", "fleet"),
    people=frozenset({"@Hale", "@Brandt"}), lead="@Hale",
    order=("@Hale", "@Brandt"), entries=(), unlisted=0, days=frozenset(), past=False,
    denied=frozenset(), undone=frozenset(), passive=False, attribution=False,
)  # fmt: skip
COMPARER = Comparer(
    {"@Hale": 1.0, "@Brandt": 1.0, "@Moe": 1.0, "fleet": 2.0, "won": 1.0, "lost": 1.0},
    frozenset({"won", "lost"}), {"won": frozenset({"lost"}), "lost": frozenset({"won"})}, frozenset(),
    FigureLedger(()),
)  # fmt: skip


def contrary(one: ClaimClause, other: ClaimClause) -> bool:
    statement, span = sentence_claims((one,), frozenset()), sentence_claims((other,), frozenset())
    return is_contrary(one, other, statement, span, COMPARER)


@pytest.mark.parametrize(
    "changes",
    [
        {"denied": frozenset({"won"})},
        {"undone": frozenset({"fleet"})},
        {"past": True, "days": frozenset({"1987"})},
        {"order": ("@Brandt", "@Hale")},
        {"concepts": frozenset({"@Hale", "@Brandt", "fleet", "lost"})},
        {
            "concepts": frozenset({"@Hale", "@Moe", "fleet", "won"}),
            "people": frozenset({"@Hale", "@Moe"}),
            "order": ("@Hale", "@Moe"),
        },
    ],
    ids=["denied", "possible", "long ago", "other way round", "opposite", "other person"],
)
def test_each_of_these_makes_another_claim(changes: dict[str, Any]) -> None:
    other = replace(PLAIN, **changes)
    assert contrary(PLAIN, other)
    assert contrary(other, PLAIN)


def test_another_name_at_the_beginning_makes_another_claim() -> None:
    one, other = (
        replace(
            PLAIN,
            concepts=frozenset({name, "fleet", "won"}),
            people=frozenset(),
            lead=name,
            order=(name,),
        )
        for name in ("@Hale", "@Moe")
    )
    assert contrary(one, other)
    assert not contrary(one, replace(other, concepts=other.concepts | {"@Hale"}))


def test_the_same_claim_is_not_contrary_to_itself_nor_both_denied() -> None:
    assert not contrary(PLAIN, PLAIN)
    denied = replace(PLAIN, denied=frozenset({"won"}))
    assert not contrary(denied, replace(denied, denied=frozenset({"fleet"})))


def test_a_passive_verb_turns_the_order() -> None:
    assert not contrary(PLAIN, replace(PLAIN, order=("@Brandt", "@Hale"), passive=True))


@pytest.mark.parametrize(
    ("days", "others", "other_day"),
    [
        ({"2026-03-02"}, {"2026-03-03"}, True),
        ({"2026-03-02"}, {"2026-03"}, False),
        ({"2026-03-02"}, set(), False),
    ],
)
def test_days_contradict_each_other_unless_one_contains_the_other(
    days: set[str], others: set[str], *, other_day: bool
) -> None:
    assert contrary(replace(PLAIN, days=frozenset(days)), replace(PLAIN, days=frozenset(others))) is other_day


def test_the_share_of_concepts_is_by_weight() -> None:
    assert COMPARER.share(frozenset({"fleet"}), frozenset({"fleet", "won", "lost"})) == pytest.approx(0.5)
    assert COMPARER.share(frozenset(), frozenset()) == 0.0


def test_neighbours_claim_together_what_each_does() -> None:
    both = joined(PLAIN, replace(PLAIN, concepts=frozenset({"lost"}), told=("lost",), unlisted=2, past=True))
    assert both.concepts == PLAIN.concepts | {"lost"}
    assert (both.told, both.unlisted, both.past, both.lead) == (("won", "fleet", "lost"), 2, True, "@Hale")
