"""Money by name; signs and ISO 4217 codes are international."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from nutgraf.nlp.lang.schema.phrases import PhraseTable


class CurrencyName(NamedTuple):
    """What one form of a currency's name stands for.

    Attributes:
        lemma: the name in the singular, by which its forms are one ("pound").
        code: ISO 4217; None where several countries share the name.
        share: how much of the main unit one of them is worth, as a decimal number ("0.01" for a cent).
    """

    lemma: str
    code: str | None
    share: str = "1"


@dataclass(frozen=True, eq=False, slots=True)
class CurrencyWords:
    """Names of money.

    Attributes:
        names: what each lower-case form stands for ("pounds").
        national: the code by the last word of a nationality and the lemma ("mexican", "peso").
        abbreviations: the code by letters before a number, in their case ("Rs"); single letters count only
            glued to a large sum.
        glued_minor_units: what letters glued to a number of one or two digits stand for ("50p").
        suffixes: the lemma by a word behind its name that belongs to it ("pounds *sterling*").
        repetitions: words by code that repeat a currency whose sign stood before the number ("$5
            *dollars*"), in their case.
        weights: lemmas that are weights too ("pound").
        verbs: lemmas that are verbs too ("won").
        national_only: lemmas that are money behind their country's adjective alone ("Czech *crowns*").
        payment_words: words beside a number that tell money from weight ("fined").
        weighed: words behind "of" that tell weight from money ("a million pounds of *explosives*").
        weight_words: words beside a number that tell weight from money ("*weighed* 200 pounds").
        money_matters: words behind "of" that tell money from weight ("200 pounds of *damage*").
        shared_minors: the codes of the currencies that share a minor unit, by its lemma ("cent").
        abbreviated_nations: the last word of a nationality by its abbreviation ("u.s." dollars: "us").
    """

    names: Mapping[str, CurrencyName] = field(default_factory=dict)
    national: Mapping[tuple[str, str], str | None] = field(default_factory=dict)
    abbreviations: Mapping[str, str | None] = field(default_factory=dict)
    glued_minor_units: Mapping[str, CurrencyName] = field(default_factory=dict)
    suffixes: Mapping[str, str] = field(default_factory=dict)
    repetitions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    weights: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    national_only: frozenset[str] = frozenset()
    payment_words: frozenset[str] = frozenset()
    weighed: frozenset[str] = frozenset()
    weight_words: frozenset[str] = frozenset()
    money_matters: frozenset[str] = frozenset()
    shared_minors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    abbreviated_nations: PhraseTable[str] = field(default_factory=PhraseTable)
