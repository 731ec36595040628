"""What is said of those whom a number counts: their aspect, and whether they are a part of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from nutgraf.model import Figure
from nutgraf.nlp.lang.schema.figure_frames import FigurePartTerms
from nutgraf.nlp.lang.schema.stories import CasualtyAspect, CasualtyTerms, StoryRules
from nutgraf.nlp.multi_document.figures.casualty_aspects import aspect_of, first_aspect, own_phrase

_OF_MANY: Final = frozenset({CasualtyAspect.DEAD, CasualtyAspect.INJURED})
"""Aspects of which "two of them" are a part, whatever the whole is."""

_PARTITIVE_WINDOW: Final = 40
_PARTITIVE_REACH: Final = 4
"""Characters between a number and the words that make it a part."""


class EarlierCount(Protocol):
    """Count that stands before another."""

    @property
    def happened(self) -> CasualtyAspect | None:
        """What is said of those counted."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is said of those whom a number counts.

    Attributes:
        aspect: what happened to them.
        part: whether they are a part of those whom another number counts.
        whole: whether another number counts a part of them.
    """

    aspect: CasualtyAspect | None
    part: bool = False
    whole: bool = False


NOTHING_SAID: Final = Counted(None)


def read_counted(
    figure: Figure, before: str, after: str, rules: StoryRules, earlier: EarlierCount | None
) -> Counted:
    """Return what the text beside a number says of those whom it counts.

    Args:
        figure: the number.
        before: the sentence up to it.
        after: the sentence behind it.
        rules: the words of the report's language.
        earlier: the count before it, of which this one may be a part.
    """
    parts, terms = rules.frames.parts, rules.casualties
    before = parts.money_toll.sub(" ", before)
    if parts.whole.search(before):
        named = first_aspect(f"{figure.text}{after}", terms, within=len(figure.text) + 1)
        return Counted(named, whole=True)
    partitive = _partitive(figure.text, after, parts)
    if partitive is not None:
        base, rest = _base_of(*partitive, rules, earlier)
        return _part_of(base, rest, terms, opens=parts.opens_clause.search(before) is not None)
    aspect = aspect_of(figure.what, before, after, terms)
    same = earlier is None or aspect is None or earlier.happened is aspect
    if parts.partitive_before.search(before) or parts.listed.search(before):
        return Counted(aspect, part=same)
    added = _is_additional(figure.text, before, after, parts)
    return Counted(aspect, part=added and same and earlier is not None)


def _partitive(text: str, after: str, parts: FigurePartTerms) -> tuple[str, str] | None:
    """Return the words that make a number a part, and the text behind them; None if there are none."""
    inside = parts.partitive.search(text)
    if inside:
        return inside[0], after
    behind = parts.partitive.search(after[:_PARTITIVE_WINDOW])
    if behind is None or behind.start() > _PARTITIVE_REACH:
        return None
    return behind[0], after[behind.end() :]


def _base_of(
    partitive: str, rest: str, rules: StoryRules, earlier: EarlierCount | None
) -> tuple[CasualtyAspect | None, str]:
    """Return what is said of the whole, and the text behind it.

    It stands in the partitive ("of the injured") or right behind ("of those *killed*, four were crew"), or is
    that of the count before.
    """
    base = first_aspect(partitive, rules.casualties)
    words = rest.split(maxsplit=1)
    if base is None and words and rules.frames.parts.partitive_named.search(partitive):
        base = first_aspect(words[0], rules.casualties)
        rest = words[1] if base and len(words) > 1 else rest
    if base is None and earlier is not None:
        base = earlier.happened
    return base, rest


def _is_additional(text: str, before: str, after: str, parts: FigurePartTerms) -> bool:
    """Whether a number counts more of the same: "another three", "three others"."""
    noun = text.split(maxsplit=1)[-1]
    return (
        parts.additional_before.search(before) is not None
        or parts.additional.match(f" {noun}{after}") is not None
        or parts.additional.match(after) is not None
    )


def _part_of(base: CasualtyAspect | None, rest: str, terms: CasualtyTerms, *, opens: bool) -> Counted:
    """Return what is said of "four of whom ...".

    They are a part unless something else is said of them than of the whole: those rescued "of those aboard"
    are all the people rescued. The object of a verb ("brought 130 of them ashore") is not a part either.

    Args:
        base: what is said of the whole.
        rest: the text behind.
        terms: the words of the language.
        opens: whether the number begins its clause.
    """
    own = first_aspect(own_phrase(rest, terms), terms)
    if not opens:
        return Counted(own)
    likely_same = base is None and own in _OF_MANY
    return Counted(own or base, part=own is None or own is base or likely_same)
