"""Numbers of English, in digits, in words, and both together ("1.2bn", "two and a half million")."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from nutgraf.nlp.lang.en.function_words import INDEFINITE_ARTICLES
from nutgraf.nlp.lang.en.pronouns import POSSESSIVES
from nutgraf.nlp.lang.schema.figures.numbers import DigitNotation, FractionWords, NumberWords
from nutgraf.nlp.lang.schema.phrases import phrase_table
from nutgraf.nlp.word_lists import word_set, word_tuple

_UNITS: Final = word_tuple(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
)
_TENS: Final = word_tuple("twenty thirty forty fifty sixty seventy eighty ninety")
_DOZEN: Final = Decimal(12)
_SCALES: Final = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "lakh": Decimal(10**5),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_PLURAL_SCALES: Final = {f"{word}s": value for word, value in _SCALES.items()}

ORDINAL_SUFFIXES: Final = word_set("st nd rd th")
"""Endings glued to a number in digits."""

PARTITIVES: Final = frozenset({"of"})

NUMBERS: Final = NumberWords(
    digits=DigitNotation(decimal=".", grouping=",", inner_groups=frozenset({2, 3})),
    units={word: Decimal(value) for value, word in enumerate(_UNITS)},
    tens={word: Decimal(value * 10) for value, word in enumerate(_TENS, start=2)},
    scales=_SCALES | {word: _PLURAL_SCALES[word] for word in ("lakhs", "crores")},
    dozens={"dozen": _DOZEN},
    vague_plurals=_PLURAL_SCALES | {"dozens": _DOZEN, "scores": Decimal(20)},
    vague_multiples={"tens": Decimal(10), "hundreds": Decimal(100)},
    vague_quantifiers=word_set("several few"),
    scale_shares={"half": Decimal("0.5"), "quarter": Decimal("0.25")},
    halves=phrase_table(
        {
            Decimal("0.5"): "and a half|- and - a - half|and one half|and one - half",
            Decimal("0.25"): "and a quarter",
            Decimal("0.75"): "and three quarters|and three - quarters|and three quarter|and three - quarter",
        }
    ),
    scale_abbreviations={
        "k": Decimal(1000),
        "m": Decimal(10**6),
        "mn": Decimal(10**6),
        "mln": Decimal(10**6),
        "mil": Decimal(10**6),
        "mm": Decimal(10**6),
        "bn": Decimal(10**9),
        "bln": Decimal(10**9),
        "b": Decimal(10**9),
        "tn": Decimal(10**12),
        "trn": Decimal(10**12),
        "cr": Decimal(10**7),
    },
    clear_scale_abbreviations=word_set("bn mn mln bln tn trn"),
    counted_scale_letters={"m": Decimal(10**6), "k": Decimal(1000), "b": Decimal(10**9)},
    articles=INDEFINITE_ARTICLES,
    conjunctions=frozenset({"and"}),
    partitives=PARTITIVES,
    not_continued_by=frozenset({"in"}),
    minus_words=frozenset({"minus"}),
)

FRACTIONS: Final = FractionWords(
    parts={
        "half": 2,
        "halves": 2,
        "third": 3,
        "thirds": 3,
        "quarter": 4,
        "quarters": 4,
        "fifth": 5,
        "fifths": 5,
        "sixth": 6,
        "sixths": 6,
        "seventh": 7,
        "eighth": 8,
        "eighths": 8,
        "tenth": 10,
        "tenths": 10,
    },
    halves=frozenset({"half"}),
    after_halves=POSSESSIVES | word_set("of the"),
    articles=frozenset({"a"}),
    partitives=PARTITIVES,
    among=frozenset({"in"}),
    out_of=phrase_table({True: "out of"}),
    not_shared=word_set("life lives century season match game year month day week innings term"),
    sides=word_set("bottom top first second other latter upper lower back front better"),
)
