"""Surface forms of names: how they are compared, and whether one abbreviates another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from nutgraf.nlp.lang.schema.names import NameRules

INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that no reader sees: soft hyphens, joiners, spaces without width."""

REMEMBERED: Final = 1024
"""Surface forms that are kept folded: an article asks for each of its names many times."""

_LONGEST_WITH_DOTS: Final = 8
_LONGEST_ARTICLE: Final = 8
_WITHOUT_INVISIBLE: Final = str.maketrans("", "", INVISIBLE)


def visible(surface: str) -> str:
    """Return a surface form as a reader sees it: no invisible characters, one space between words."""
    if not surface.isascii():
        surface = surface.translate(_WITHOUT_INVISIBLE)
    return " ".join(surface.split())


@lru_cache(maxsize=REMEMBERED)
def normalize_surface(names: NameRules, surface: str) -> str:
    """Fold a surface form so that equal names compare equal: case, spaces, an article, dots of initials."""
    folded = without_article(names, visible(surface).casefold().replace("’", "'"))
    return folded.replace(".", "") if "." in folded and len(folded) <= _LONGEST_WITH_DOTS else folded


def without_article(names: NameRules, folded: str) -> str:
    """Return a casefolded name without the definite article that opens it."""
    for article in names.definite_articles:
        if folded.startswith(article):
            return folded[len(article) :]
    return folded


def article_before(articles: tuple[str, ...], text: str, start: int) -> int:
    """Return the length of the article, with its space, that ends at an offset; 0 when there is none.

    Args:
        articles: casefolded articles with their space ("the ").
        text: the text.
        start: where a name starts.
    """
    before = text[max(0, start - _LONGEST_ARTICLE) : start].casefold()
    if not before.endswith(articles):
        return 0
    length = max(len(article) for article in articles if before.endswith(article))
    return 0 if before[-length - 1 : -length].isalnum() else length


def has_capital_or_digit(surface: str) -> bool:
    """Return whether a surface form has a capital, a digit, or a letter of a script without case."""
    return surface[:1].isupper() or any(
        c.isupper() or c.isdigit() or (c.isalpha() and not c.islower()) for c in surface
    )


def abbreviates(short: str, long_form: str) -> bool:
    """Return whether a short form has a long form's letters, in order, from an initial on ("Interpol")."""
    letters = [c for c in short.casefold() if c.isalnum()]
    words = long_form.casefold().split()
    capitals = sum(c.isupper() for c in short)
    if not 2 <= len(letters) <= 10 or capitals < 1 or len(words) < 2 or " " in short.strip():  # noqa: PLR2004
        return False
    if short.casefold() in words or letters[0] not in {word[0] for word in words[:2]}:
        return False
    rest = iter(long_form.casefold())
    return all(letter in rest for letter in letters)
