"""What a figure counts, in words of the reports themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp import word_lists
from nutgraf.nlp.multi_document.figures import unit_conversion
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim, context_stems

_MOST_WORDS: Final = 8
_A_WORD: Final = 0.3
"""What a word costs that few reports have; one that all reports have around the number is worth 1."""

_A_SMALL_WORD: Final = 0.1

_CLAUSE: Final = re.compile(
    r"(?<!\d)[.,]|[.,](?!\d)|[;:!?()\[\]“”\"‘\n–—]"
    r"|\b(?:that|which|who|whose|when|while|but|because|said)\b"
)
"""The point or comma within a number parts no clauses."""

_SHARE: Final = re.compile(r"\b\d[\d.,]*\s*(?:%|per ?cent\b)")
_NUMBER: Final = re.compile(r"(?<![\w\-#])[$£€]?\d")
_PUTS: Final = re.compile(
    r"\bputs?\s+(?=(?:the|an?|its|his|her|their)\s|[\w-]+[’']s\s|\w+s[’']\s)", re.IGNORECASE
)
_WORD: Final = re.compile(r"\w+(?:(?:[’'\-/]|(?<=\d)[.,](?=\d))\w+)*%?")
_OPENING: Final = word_lists.word_set(
    """
    a an the and or of for to in on at by with from its their his her this these after before behind through
    since until during as when more other
    """
)
_CLOSING: Final = _OPENING | word_lists.word_set(
    """
    about around some nearly roughly least most more less than over under up down as into within is are was
    were be been being has have had will would could next last past only just all
    """
)
_MEASURED: Final = {
    "length": "distance", "area": "area", "speed": "speed", "mass": "weight", "time": "duration",
    "months": "duration", "volume": "volume",
}  # fmt: skip
_RATES: Final = re.compile(r"\s*(?:a|an|per|each|every) (?:year|month|week|day|hour|minute)\b")


def label_claims(claims: Sequence[FigureClaim]) -> str:
    """What the claims count: a phrase that stands in one of the reports, or else what the unit measures.

    Of people it is what happened to them; of things counted the phrase that most reports have. Otherwise it
    is the shortest run of words beside the number that has most of what all reports say around it.

    Args:
        claims: of one quantity, in order of publication.
    """
    aspect = next((claim.aspect for claim in claims if claim.aspect), None)
    if aspect:
        return f"people {aspect}"
    phrases = [claim.figure.what for claim in claims if claim.figure.what]
    common = max(sorted(set(phrases)), key=phrases.count, default=None)
    if common and (claims[0].figure.kind is FigureKind.COUNT or common == "age"):
        return common
    shared = _shared(claims)
    found = [phrase for claim in claims for phrase in _beside(claim, shared)] + phrases
    worth = {phrase: _worth(phrase, shared) for phrase in found}
    best = max(worth, key=lambda phrase: worth[phrase], default=None)
    if best is not None:
        return best
    return _measured(claims)


def _measured(claims: Sequence[FigureClaim]) -> str:
    """A word for what the unit measures; a unit without one stands for itself, if it is no currency."""
    kind = claims[0].figure.kind
    unit = next((claim.figure.unit for claim in claims if claim.figure.unit), None)
    if unit is None or kind is FigureKind.MONEY:
        return kind.value
    return _MEASURED.get(unit_conversion.dimension_of(unit) or unit, unit)


def _shared(claims: Sequence[FigureClaim]) -> dict[str, float]:
    """The stems around the number, by the share of the claims that have them; what few have is left out."""
    counts = Counter(stem for claim in claims for stem in claim.context)
    least = max(2, len(claims) / 2)
    shares = {stem: count / len(claims) for stem, count in counts.items() if count >= least}
    return shares or dict.fromkeys(claims[0].context, 1.0)


def _beside(claim: FigureClaim, shared: dict[str, float]) -> Iterator[str]:
    """The runs of words before and behind the number, within its clause, that have shared words."""
    text, figure, sentence = claim.report.doc.text, claim.figure, claim.sentence
    before, words = _leading(text[sentence.start : figure.start])
    telling = [place for place, word in enumerate(words) if _stems(word[0]) & shared.keys()]
    if telling:
        first = max(telling[0], len(words) - _MOST_WORDS)
        yield from _phrase(before, words[first:])
    behind = text[figure.end : sentence.end]
    rate = _RATES.match(behind)
    behind = _NUMBER.split(_CLAUSE.split(behind[rate.end() :] if rate else behind)[0])[0]
    words = list(_WORD.finditer(behind))[:_MOST_WORDS]
    telling = [place for place, word in enumerate(words) if _stems(word[0]) & shared.keys()]
    if telling:
        yield from _phrase(behind, words[: telling[-1] + 1])


def _leading(before: str) -> tuple[str, list[re.Match[str]]]:
    """The clause up to a number and its words, without those that only lead on to the number.

    Neither does a share belong to them by which something changed ("fell 4 percent to $9"), nor who says
    so ("data put the ferry's speed at").
    """
    clause = _PUTS.split(_CLAUSE.split(before)[-1])[-1]
    for part in reversed(_SHARE.split(clause)):
        words = list(_WORD.finditer(part))
        while words and words[-1][0].casefold() in _CLOSING:
            words.pop()
        if words:
            return part, words
    return clause, []


def _phrase(text: str, words: list[re.Match[str]]) -> Iterator[str]:
    while words and words[0][0].casefold() in _OPENING:
        words = words[1:]
    if words:
        yield " ".join(text[words[0].start() : words[-1].end()].split())


def _worth(phrase: str, shared: dict[str, float]) -> float:
    stems = {stem for word in phrase.split() for stem in _stems(word)}
    small = sum(word.casefold() in _CLOSING for word in phrase.split())
    strange = len(stems - shared.keys()) - small
    return sum(shared.get(stem, 0.0) for stem in stems) - _A_WORD * max(0, strange) - _A_SMALL_WORD * small


def _stems(word: str) -> set[str]:
    return set(context_stems(word))
