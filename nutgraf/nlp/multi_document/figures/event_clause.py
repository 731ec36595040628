"""Clauses that tell what happened on a date, or went on for a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from nutgraf.nlp.lang.schema.figure_labels import FigurePhraseTerms
from nutgraf.nlp.multi_document.figures.clause import ClauseToken, FigureClause
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim
from nutgraf.nlp.multi_document.figures.label_phrases import in_sentence

_LEAST_WORDS: Final = 3
_MOST_WORDS: Final = 9


def event_clauses(claim: FigureClaim) -> Iterator[str]:
    """Yield the short whole clauses that say what happened on a claim's date."""
    clause = FigureClause.of(claim)
    before, behind, terms = clause.before, clause.behind, clause.terms
    end = len(before)
    if end and before[end - 1].low in terms.moments:
        yield from _told(claim, before[clause.first : end - 1], terms)
    if end - clause.first <= 1 and behind:
        yield from _told(claim, _until_mark(behind), terms)
    if len(behind) > 1 and behind[0].text == "," and behind[1].low in terms.when:
        yield from _told(claim, _until_mark(behind[2:]), terms)


def lasting_clauses(claim: FigureClaim) -> Iterator[str]:
    """Yield the short whole clause that says what went on for a claim's time: "had been out *for*"."""
    clause = FigureClause.of(claim)
    end = clause.bare_end()
    if end and clause.before[end - 1].low in clause.terms.lasting:
        yield from _told(claim, clause.before[clause.first : end - 1], clause.terms)


def _until_mark(tokens: Sequence[ClauseToken]) -> Sequence[ClauseToken]:
    place = next((place for place, token in enumerate(tokens) if not token.is_word), len(tokens))
    return tokens[:place]


def _told(claim: FigureClaim, tokens: Sequence[ClauseToken], terms: FigurePhraseTerms) -> Iterator[str]:
    """Yield the clause if it has a subject that is no pronoun and a verb behind it, and stands alone."""
    said = [place for place, token in enumerate(tokens) if token.low in terms.relatives]
    tokens = tokens[said[-1] + 1 :] if said else tokens
    if not _LEAST_WORDS <= len(tokens) <= _MOST_WORDS or not all(token.is_word for token in tokens):
        return
    lows = [token.low for token in tokens]
    places = (place for place, low in enumerate(lows) if terms.is_verb(low))
    verb = next((place for place in places if not {lows[place - 1]} & terms.determiners), 0)
    if verb == 0 or lows[verb] in claim.report.rules.context.attribution or terms.pronouns & set(lows):
        return
    if (
        lows[0] in (terms.ends | terms.hollow) - terms.determiners
        or lows[-1] in (terms.ends - terms.particles) | terms.determiners
    ):
        return
    if terms.is_number(lows[0]) and tokens[0].text[0].isdigit() and not tokens[1].text.islower():
        return
    text = " ".join(claim.report.doc.text[tokens[0].start : tokens[-1].end].split())
    yield in_sentence(text, tokens[0], claim)
