"""Forms of a person's name: the words that are compared, the suffix, the nickname in marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.nlp.ner.surface_forms import REMEMBERED, normalize_surface, visible

if TYPE_CHECKING:
    from nutgraf.nlp.lang.schema.names import NameRules

Words = tuple[str, ...]
"""Words of a name, folded, without full stops."""

_FULL_NAME: Final = 2
_NUMERALS: Final = frozenset("ivx")
_NICKNAME: Final = re.compile(
    r"""\s(?:\(["“‘'«„]?|["“‘'«„])   (?P<nickname>\w[^"”’'»“()]{0,30}?)   (?:["”’'»“]?\)|["”’'»“])(?=\s)""",
    re.VERBOSE,
)


class PersonForm(NamedTuple):
    """A name as it is compared; suffix and nickname are empty where the name has none."""

    words: Words
    suffix: str = ""
    nickname: str = ""


@lru_cache(maxsize=REMEMBERED)
def person_form(names: NameRules, surface: str) -> PersonForm:
    """Return the form of a person's name as written.

    Words in marks between the others are a nickname. Titles inside a name and a suffix behind a full name are
    left out of its words.
    """
    written = visible(surface)
    nickname = None if written.replace(" ", "").isalpha() else _NICKNAME.search(written)
    if nickname:
        written = written[: nickname.start()] + written[nickname.end() :]
    folded = normalize_surface(names, written).replace(",", " ")
    words = [word.rstrip(".") for word in folded.split()]
    suffix = words.pop() if len(words) > 1 and _is_suffix(names, words) else ""
    kept = [word for word in words[:-1] if word not in names.honorifics.inner_titles] + words[-1:]
    called = normalize_surface(names, nickname["nickname"]) if nickname else ""
    return PersonForm(tuple(kept) or ("",), suffix, called)


def _is_suffix(names: NameRules, words: list[str]) -> bool:
    """Return whether a name's last word is a suffix; a numeral behind one word is a ruler's ("Karl III")."""
    numbered = _NUMERALS.issuperset(words[-1])
    return words[-1] in names.persons.suffixes and (len(words) > _FULL_NAME or not numbered)
