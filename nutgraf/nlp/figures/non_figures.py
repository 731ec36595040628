"""Numbers that count nothing: clock times, scores, phone numbers, names of things, list numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.model import Bound
from nutgraf.nlp.figures import bounds, date_resolution
from nutgraf.nlp.figures.counted_nouns import is_plural
from nutgraf.nlp.figures.numerals import HYPHENS, Numeral
from nutgraf.nlp.lang import DEFAULT_LANGUAGE
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

_LABELS: Final = word_set(
    """
    article articles section sections page pages chapter number no nos room phase level grade group
    channel junction route highway class version type covid formula division gate line platform ward
    district zone sector unit block floor part step episode volume stage category tier boeing airbus
    flight resolution protocol point-of amendment schedule rule case appendix figure table fig
    clause paragraph verse act bill bus interstate motorway pier lot exhibit plot apartment flat
    suite box windows iphone galaxy playstation apollo soyuz falcon euro season week day year round
    lap race event match game leg bloc studio radio bbc itv cp pm pmi top size title proposition
    prop measure question track trial model mark series station camp cell crew expedition starship
    angle age-group bond g file record issue quarter half period
    """
)
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th", "s"})
_CLOCK: Final = word_set(
    """
    am pm gmt bst est edt pst utc et pt ist cet cest o'clock noon midnight hrs
    """
)
_CALENDAR: Final = frozenset({*date_resolution.MONTHS, *date_resolution.WEEKDAYS})
_SLIDES: Final = frozenset({"photos", "images", "pictures", "slides", "full"})
_PLACING: Final = frozenset({"in", "at", "from", "near", "on", "of", "to", ",", "."})
_LOCATIVE: Final = frozenset({"in", "at", "near"})
_PEOPLE: Final = word_set("people men women children boys girls soldiers civilians officers workers students")
_LONGEST_CODE: Final = 3
# The index of a number behind the two words that open its sentence.
_OPENING: Final = 2


def skip_after(reader: TokenReader, numeral: Numeral) -> int | None:
    """The index behind a number that is no figure whatever follows it, or None when it may be one."""
    if reader.at(numeral.first).kind != "number":
        return None
    return _chain(reader, numeral) or _clock(reader, numeral) or _glued(reader, numeral)


def _chain(reader: TokenReader, numeral: Numeral) -> int | None:
    """Digits joined by signs: "10:30", "24/7", "2-1" and "6-4", "192.168-1", "555-12 34"."""
    end = numeral.after
    while (
        reader.low(end) in HYPHENS | {":", "/", "x", "×", "*", "−"}
        and reader.glued(end)
        and reader.glued(end + 1)
        and reader.at(end + 1).kind == "number"
    ):
        end += 2
    return end if end > numeral.after else None


def _clock(reader: TokenReader, numeral: Numeral) -> int | None:
    index = numeral.after
    if reader.low(index) in _CLOCK:
        return index + 1
    if reader.low(index) in ("a", "p") and reader.lows(index + 1, 2) == (".", "m"):
        return index + 3
    return None


def _glued(reader: TokenReader, numeral: Numeral) -> int | None:
    """Digits glued to letters, "3D", "21st", "1990s", and digits inside an address or a tag."""
    index = numeral.after
    if (
        reader.glued(index)
        and reader.low(index) in _ORDINALS | {"'", "’"}
        and numeral.after == numeral.first + 1
    ):
        possessive = reader.low(index + 1) == "s" and reader.glued(index + 1)
        if reader.low(index) in _ORDINALS or possessive:
            return index + 1
    if reader.glued(index) and reader.at(index).kind == "word" and numeral.after == numeral.first + 1:
        return index + 1
    return None


def is_label_before(reader: TokenReader, numeral: Numeral) -> bool:
    """Whether what stands in front makes the number a name, a code or a phone number."""
    first = numeral.first
    token = reader.at(first)
    previous = reader.at(first - 1)
    if token.kind != "number":
        return previous.low in HYPHENS and reader.glued(first) and reader.glued(first - 1)
    if reader.glued(first) and (previous.kind != "sign" or previous.text in "#@/_=&.%:+"):
        return True
    if previous.low in HYPHENS and (
        (reader.glued(first) and reader.glued(first - 1)) or reader.low(first - 2) == "covid"
    ):
        return True
    if previous.low == "of" and reader.at(first - 2).kind == "number" and reader.low(first + 1) in _SLIDES:
        return True
    return (token.text.startswith("0") and len(token.text) > 1 and token.text[1] != ".") or _named(
        reader, numeral
    )


def _named(reader: TokenReader, numeral: Numeral) -> bool:
    """Reads "Article 5", "Boeing 737", "No. 10": a plain whole number behind the name of what it numbers."""
    first = numeral.first
    token = reader.at(first)
    if numeral.scale != 1 or not token.text.isdecimal():
        return False
    point = reader.low(first - 1) == "." and reader.low(first - 2) in (
        "no",
        "nos",
        "fig",
        "art",
        "sec",
        "vol",
        "p",
        "pp",
    )
    label = reader.at(first - 1 - point)
    if label.low in _LABELS and label.low not in date_resolution.MONTHS:
        return label.text[:1].isupper() or len(token.text) <= _LONGEST_CODE
    if point or label.kind != "word" or not label.text[0].isupper() or label.low in _CALENDAR:
        return point
    if first == 1:
        return False
    counted = is_plural(reader.low(first + 1)) or is_plural(reader.low(first + 2))
    bounded = bounds.bound_before(reader, first)[0] != Bound.EXACT
    model = len(token.text) == 1 and not bounded and not _placed(reader, first)
    return model or not counted


def _placed(reader: TokenReader, first: int) -> bool:
    """Whether a name before a number is a place, "In Dnipro 4 people", and no model, "on Pixel 2 devices"."""
    before = reader.low(first - 2)
    if before not in _PLACING:
        return False
    opening = first == _OPENING and before in _LOCATIVE
    people = reader.low(first + 1) in _PEOPLE or reader.low(first + 2) in _PEOPLE
    place = reader.at(first - 1).text
    return opening or people or gazetteer.is_known_place(DEFAULT_LANGUAGE.names, place) is not None


def opens_list_item(reader: TokenReader, numeral: Numeral) -> bool:
    """Whether the number is that of a list's item, at the start of its line."""
    return numeral.first == 0 and reader.low(1) in (".", ")") and not reader.glued(2)


def is_numbered_label(reader: TokenReader, index: int) -> bool:
    """Whether a capitalised word names things by number ("Phase Two", "Day One")."""
    token = reader.at(index)
    return token.low in _LABELS and token.text[:1].isupper() and reader.at(index + 1).text[:1].isupper()
