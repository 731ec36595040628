"""Full names of one person: with and without middle names, initials, a second surname, misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.nlp.entity_resolution.edit_distance import misspelt

if TYPE_CHECKING:
    from nutgraf.nlp.entity_resolution.person_forms import PersonForm

_FULL_NAME: Final = 2
_TWO_SURNAMES: Final = 3


def may_be_one(one: PersonForm, other: PersonForm) -> bool:
    """Return whether the suffixes of two names allow them to be one person's."""
    return not (one.suffix and other.suffix) or one.suffix == other.suffix


def _middle(one: PersonForm, other: PersonForm) -> bool:
    """Return whether two full names differ only in middle names that one of them leaves out."""
    a, b = one.words, other.words
    return (a[0], a[-1]) == (b[0], b[-1]) and min(len(a), len(b)) == _FULL_NAME


def _initial(one: PersonForm, other: PersonForm) -> bool:
    """Return whether one first name is the initial of the other and the surname is the same."""
    short, long = sorted((one.words[0], other.words[0]), key=len)
    return one.words[-1] == other.words[-1] and len(short) == 1 and long.startswith(short)


def _nickname(one: PersonForm, other: PersonForm) -> bool:
    """Return whether one first name is the other's nickname and the surname is the same."""
    called = one.words[0] == other.nickname or other.words[0] == one.nickname
    return called and one.words[-1] == other.words[-1]


def _second_surname(one: PersonForm, other: PersonForm) -> bool:
    """Return whether one name leaves out the second surname of the other."""
    short, long = sorted((one.words, other.words), key=len)
    same = (short[0], short[-1]) == (long[0], long[-2])
    return same and len(long) >= _TWO_SURNAMES and len(short) < len(long)


def _misspelt_name(one: PersonForm, other: PersonForm) -> bool:
    """Return whether two full names are one letter or two apart, in one of their words.

    First names of different length are different names ("Daniel", "Daniela"), and so are short ones ("Maria",
    "Marta").
    """
    if len(one.words) != len(other.words):
        return False
    pairs = [(i, a, b) for i, (a, b) in enumerate(zip(one.words, other.words, strict=True)) if a != b]
    if len(pairs) != 1:
        return False
    place, a, b = pairs[0]
    return misspelt(a, b) and (place > 0 or len(a) == len(b))


NAME_RULES: Final = (
    ("middle_name", _middle),
    ("nickname", _nickname),
    ("initial", _initial),
    ("surname", _second_surname),
    ("misspelling", _misspelt_name),
)
"""Each rule with its name; the first that holds for one person only decides."""
