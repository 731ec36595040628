"""Surface forms of names: how they are compared, and which abbreviates which."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import TaggedSpan

_BRACKET = re.compile(r"[ \u00a0]\(")


def normalize_surface(surface: str) -> str:
    """Fold a surface form so that equal names compare equal: case, spaces, an article, dots of initials."""
    folded = " ".join(surface.split()).casefold().replace("’", "'")
    folded = folded.removeprefix("the ")
    return folded.replace(".", "") if "." in folded and len(folded) <= 8 else folded  # noqa: PLR2004


def has_capital_or_digit(surface: str) -> bool:
    """Whether a surface form has a capital, a digit, or a letter of a script without case."""
    return any(c.isupper() or c.isdigit() or (c.isalpha() and not c.islower()) for c in surface)


def bracketed_acronyms(found: Sequence[TaggedSpan], doc: Doc) -> dict[str, str]:
    """Map acronyms that stand in brackets right behind a long form to that form, both normalized."""
    pairs = {}
    for before, behind in pairwise(found):
        between = doc.field_text(behind.field)[before.end : behind.start]
        if before.field == behind.field and _BRACKET.fullmatch(between):
            long_form, short = doc.surface(before), doc.surface(behind)
            if abbreviates(short, long_form):
                pairs[normalize_surface(short)] = normalize_surface(long_form)
    return pairs


def abbreviates(short: str, long_form: str) -> bool:
    """Whether a short form is made of a long form's letters, in order, from an initial on ("Interpol")."""
    letters = [c for c in short.casefold() if c.isalnum()]
    words = long_form.casefold().split()
    capitals = sum(c.isupper() for c in short)
    if not 2 <= len(letters) <= 10 or capitals < 1 or len(words) < 2 or " " in short.strip():  # noqa: PLR2004
        return False
    if short.casefold() in words or letters[0] not in {word[0] for word in words[:2]}:
        return False
    rest = iter(long_form.casefold())
    return all(letter in rest for letter in letters)
