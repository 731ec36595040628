"""Claims of one sentence: its clauses, and what they speak of together."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.nlp.multi_document.claims.clause import ClaimClause, Concepts, joined


@dataclass(frozen=True, slots=True)
class SentenceClaims:
    """Clauses of a sentence or of two neighbours.

    Attributes:
        clauses: all clauses, in order.
        facts: those that tell more than the source of another one; all if each only names a source.
        whole: everything together.
        before: the names of people in the sentence before, for whom a pronoun may stand.
    """

    clauses: tuple[ClaimClause, ...]
    facts: tuple[ClaimClause, ...]
    whole: ClaimClause
    before: Concepts


def sentence_claims(clauses: tuple[ClaimClause, ...], before: Concepts) -> SentenceClaims:
    """Return the claims of a sentence, given its clauses and the people of the sentence before."""
    facts = tuple(clause for clause in clauses if not clause.attribution and not clause.is_empty)
    return SentenceClaims(clauses, facts or clauses, joined(*clauses), before)
