"""What is counted about people: the handful of things that every report of an accident or attack counts.

The words are matched as stems at the beginning of a word, near the number.
"""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.people_nouns import KINDS_OF_PEOPLE, PEOPLE

DEVELOPING: Final = frozenset(
    {"dead", "missing", "injured", "rescued", "in hospital", "arrested", "displaced"}
)
"""Aspects whose numbers change while the event goes on, so that a later number replaces an earlier one."""

LASTING: Final = frozenset({"dead", "injured"})
"""Aspects whose numbers are corrected downwards a little, but never fall."""

_STEMS: Final = {
    "dead": r"dead|died?|dies|dying|deaths?|kill\w*|fatal\w*|toll|lost (?:their|his|her) li\w+|bodies",
    "missing": r"missing|unaccounted",
    "injured": r"injur\w*|wound\w*|hurt",
    "in hospital": r"hospital\w*|treated",
    "rescued": r"rescued?\b(?! (?:service|worker|team|crew|boat))|ashore|safety|saved|survived|alive",
    "aboard": r"aboard|on board|carrying|passengers and crew",
    "arrested": r"arrest\w*|detained|custody",
    "displaced": r"evacuat\w*|displaced|homeless|fled",
    "living there": r"inhabitant\w*|resident\w*|population|live|lives|living",
}
_PATTERNS: Final = {
    aspect: re.compile(rf"\b(?:{stems})\b", re.IGNORECASE) for aspect, stems in _STEMS.items()
}
_DONE_TO_OTHERS: Final = re.compile(
    r"\b(?:deaths?|killings?|bodies|fatal \w+|injur(?:y|ies)|woundings?|arrests?|rescues?|evacuations?) of\b",
    re.IGNORECASE,
)
"""Behind a number, what happened to somebody else: "three men were charged with the killing of"."""

_BREAK: Final = re.compile(r"[,;:]|\b(?:and|but|while|including|with)\b", re.IGNORECASE)


def is_anybody(unit: str | None) -> bool:
    """Whether a counted noun means people of no special kind; a count without a noun may."""
    return unit is None or unit.casefold() in PEOPLE


def is_people(unit: str | None) -> bool:
    """Whether a counted noun means people of any kind."""
    return is_anybody(unit) or (unit or "").casefold() in KINDS_OF_PEOPLE


def aspect_of(what: str | None, before: str, after: str) -> str | None:
    """What is said of the people counted, by the phrase of the figure itself, else by the nearest words.

    Args:
        what: the figure's own phrase ("people killed").
        before: the sentence up to the figure.
        after: the sentence from the figure on.
    """
    if what and (found := _first(what)):
        return found
    after = _DONE_TO_OTHERS.sub(" ", after)
    clause = _BREAK.split(after, maxsplit=1)[0]
    lead = _BREAK.split(before)[-1]
    return _first(clause) or _last(lead) or _first(after[:80]) or None


def _first(text: str) -> str | None:
    places = [
        (match.start(), aspect) for aspect, pattern in _PATTERNS.items() if (match := pattern.search(text))
    ]
    return min(places)[1] if places else None


def _last(text: str) -> str | None:
    places = [
        (match.start(), aspect) for aspect, pattern in _PATTERNS.items() for match in pattern.finditer(text)
    ]
    return max(places)[1] if places else None
