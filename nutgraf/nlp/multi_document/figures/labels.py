"""Labels of figures: what a figure counts, in words of the reports themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.lang.schema.stories import FigureLabelTerms, StoryRules
from nutgraf.nlp.multi_document.figures import unit_conversion
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim, context_stems

_MOST_WORDS: Final = 8
_WORD_COST: Final = 0.3
"""What a word costs that few reports have; one that all reports have around the number is worth 1."""

_SMALL_WORD_COST: Final = 0.1

_CLAUSE_END: Final = re.compile(r"(?<!\d)[.,]|[.,](?!\d)|[;:!?()\[\]“”\"‘\n–—]")
"""A point or comma within a number ends no clause."""

_NUMBER: Final = re.compile(r"(?<![\w\-#])[$£€]?\d")
_WORD: Final = re.compile(r"\w+(?:(?:[’'\-/]|(?<=\d)[.,](?=\d))\w+)*%?")


@dataclass(frozen=True, slots=True)
class FigureLabel:
    """What a figure is called.

    Attributes:
        what: the quantity in words.
        sound: whether ``what`` names the quantity; False where it only says of what kind it is.
        subject: the person or thing that it belongs to; None if not known.
    """

    what: str
    sound: bool
    subject: str | None


def label_claims(claims: Sequence[FigureClaim]) -> FigureLabel:
    """Return what the claims count, and whom or what it belongs to.

    Args:
        claims: of one quantity, in order of publication.
    """
    return FigureLabel(_what(claims), sound=True, subject=None)


def _what(claims: Sequence[FigureClaim]) -> str:
    """Return what the claims count: a phrase of one of the reports, or else what the unit measures.

    A number of people is labelled by its casualty aspect, and things that are counted by the phrase that most
    reports have. Otherwise the label is the shortest run of words beside the number that has most of what all
    reports say around it.
    """
    for claim in claims:
        if claim.aspect:
            return claim.report.rules.casualties.labels.get(claim.aspect, claim.aspect.value)
    phrases = [claim.figure.what for claim in claims if claim.figure.what]
    common = max(sorted(set(phrases)), key=phrases.count, default=None)
    if common and (claims[0].figure.kind is FigureKind.COUNT or common == "age"):
        return common
    return _best_phrase(claims) or _measured(claims)


def _best_phrase(claims: Sequence[FigureClaim]) -> str | None:
    """Return the phrase beside the numbers, or of the figures themselves, that scores best."""
    shared = _shared_stems(claims)
    phrases = [(phrase, claim) for claim in claims for phrase in _phrases_beside(claim, shared)]
    phrases += [(claim.figure.what, claim) for claim in claims if claim.figure.what]
    scores = {phrase: _phrase_score(phrase, shared, claim.report.rules) for phrase, claim in phrases}
    return max(scores, key=lambda phrase: scores[phrase], default=None)


def _measured(claims: Sequence[FigureClaim]) -> str:
    """Return a word for what the unit measures, or the unit without one; of money the kind of figure."""
    kind = claims[0].figure.kind
    claim = next((claim for claim in claims if claim.figure.unit), None)
    if claim is None or claim.figure.unit is None or kind is FigureKind.MONEY:
        return kind.value
    unit = claim.figure.unit
    return claim.report.rules.labels.dimensions.get(unit_conversion.dimension_of(unit) or unit, unit)


def _shared_stems(claims: Sequence[FigureClaim]) -> dict[str, float]:
    """Return the stems around the number with the share of the claims that have them.

    Stems of few claims are left out. If there are no others, all stems of the first claim count.
    """
    counts = Counter(stem for claim in claims for stem in claim.context)
    least = max(2, len(claims) / 2)
    shares = {stem: count / len(claims) for stem, count in counts.items() if count >= least}
    return shares or dict.fromkeys(claims[0].context, 1.0)


def _phrases_beside(claim: FigureClaim, shared: dict[str, float]) -> Iterator[str]:
    """Yield the runs of words before and behind the number, within its clause, that have shared stems."""
    text, figure, sentence, rules = claim.report.doc.text, claim.figure, claim.sentence, claim.report.rules
    before, words = _words_before(text[sentence.start : figure.start], rules.labels)
    places = [place for place, word in enumerate(words) if _stems(word[0], rules) & shared.keys()]
    if places:
        first = max(places[0], len(words) - _MOST_WORDS)
        yield from _phrase(before, words[first:], rules.labels)
    behind = _clause_behind(text[figure.end : sentence.end], rules.labels)
    words = list(_WORD.finditer(behind))[:_MOST_WORDS]
    places = [place for place, word in enumerate(words) if _stems(word[0], rules) & shared.keys()]
    if places:
        yield from _phrase(behind, words[: places[-1] + 1], rules.labels)


def _words_before(before: str, terms: FigureLabelTerms) -> tuple[str, list[re.Match[str]]]:
    """Return the clause up to a number and its words, without those that only lead to the number.

    Left out are a percentage by which something changed ("fell 4 percent to $9") and who states the number
    ("data put the ferry's speed at").
    """
    clause = terms.clause_words.split(_CLAUSE_END.split(before)[-1])[-1]
    clause = terms.stating_verb.split(clause)[-1]
    for part in reversed(terms.percentage.split(clause)):
        words = list(_WORD.finditer(part))
        while words and words[-1][0].casefold() in terms.not_last:
            words.pop()
        if words:
            return part, words
    return clause, []


def _clause_behind(behind: str, terms: FigureLabelTerms) -> str:
    """Return what follows a number and the unit of its rate, up to the next number or clause."""
    rate = terms.rate.match(behind)
    behind = behind[rate.end() :] if rate else behind
    clause = terms.clause_words.split(_CLAUSE_END.split(behind)[0])[0]
    return _NUMBER.split(clause)[0]


def _phrase(text: str, words: list[re.Match[str]], terms: FigureLabelTerms) -> Iterator[str]:
    while words and words[0][0].casefold() in terms.not_first:
        words = words[1:]
    if words:
        yield " ".join(text[words[0].start() : words[-1].end()].split())


def _phrase_score(phrase: str, shared: dict[str, float], rules: StoryRules) -> float:
    words = phrase.split()
    stems = {stem for word in words for stem in _stems(word, rules)}
    small = sum(word.casefold() in rules.labels.not_last for word in words)
    unshared = max(0, len(stems - shared.keys()) - small)
    return sum(shared.get(stem, 0.0) for stem in stems) - _WORD_COST * unshared - _SMALL_WORD_COST * small


def _stems(word: str, rules: StoryRules) -> set[str]:
    return set(context_stems(word, rules.context))
