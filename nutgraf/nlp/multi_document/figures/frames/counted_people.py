"""What is said of those whom a number counts: their aspect, and whether they are a part of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from nutgraf.model import Figure
from nutgraf.nlp.lang.schema.stories import CasualtyAspect, CasualtyTerms, StoryRules
from nutgraf.nlp.multi_document.figures.casualty_aspects import aspect_of, first_aspect, own_phrase

_OF_MANY: Final = frozenset({CasualtyAspect.DEAD, CasualtyAspect.INJURED})
"""Aspects of which "two of them" are a part, whatever the whole is."""

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
    inside = parts.partitive.search(figure.text)
    behind = parts.partitive.search(after[:40])
    if inside or (behind and behind.start() <= _PARTITIVE_REACH):
        rest = after if inside else after[behind.end() :] if behind else after
        partitive = inside[0] if inside else behind[0] if behind else ""
        base = first_aspect(partitive, terms)
        if base is None and parts.partitive_named.search(partitive):
            base, rest = _base_behind(rest, terms)
        if base is None and earlier is not None:
            base = earlier.happened
        return _part_of(base, rest, terms, opens=parts.opens_clause.search(before) is not None)
    if parts.partitive_before.search(before) or parts.listed.search(before):
        aspect = aspect_of(figure.what, before, after, terms)
        return Counted(aspect, part=_is_of_same(aspect, earlier))
    aspect = aspect_of(figure.what, before, after, terms)
    added = parts.additional.match(f" {figure.text.split(maxsplit=1)[-1]}{after}") or (
        parts.additional.match(after) or parts.additional_before.search(before)
    )
    return Counted(aspect, part=bool(added) and earlier is not None and _is_of_same(aspect, earlier))


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


def _base_behind(rest: str, terms: CasualtyTerms) -> tuple[CasualtyAspect | None, str]:
    """Return the aspect of the whole where it stands right behind: "of those *killed*, four were crew"."""
    opening = rest.split(maxsplit=1)
    if not opening or rest[:1] != " ":
        return None, rest
    base = first_aspect(opening[0], terms)
    return base, (opening[1] if base and len(opening) > 1 else rest)


def _is_of_same(aspect: CasualtyAspect | None, earlier: EarlierCount | None) -> bool:
    """Whether as much is said of these as of those counted before, of whom they are then a part."""
    return aspect is None or earlier is None or earlier.happened is aspect
