"""Units of measure by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nutgraf.nlp.lang.international import units as international
from nutgraf.nlp.lang.schema.phrases import PhraseTable


@dataclass(frozen=True, eq=False, slots=True)
class UnitWords:
    """Names of units, lower case; the symbols that every language shares are added to them.

    Attributes:
        names: the unit's symbol by its name ("miles per hour": "mi/h").
        symbols: further symbols that mean a unit only in this case ("in"); short ones must be glued to the
            number.
        dimensions: words behind a unit that a space parts from its number ("5 m *high*").
        percentages: ``percent``, ``percentage_points`` or ``basis_points`` by phrase ("per cent").
        magnitudes_before: phrases before the number of an earthquake's magnitude ("magnitude of").
        magnitudes_after: phrases behind it ("on the Richter scale").
        spellings: ``names`` and the international symbols.
        cased: ``symbols`` and the international symbols in which case matters.
        shares: ``percentages`` and the percent sign.
        durations: the unit of time by its name of one word ("years": "year").
    """

    names: PhraseTable[str] = field(default_factory=PhraseTable)
    symbols: Mapping[str, str] = field(default_factory=dict)
    dimensions: frozenset[str] = frozenset()
    percentages: PhraseTable[str] = field(default_factory=PhraseTable)
    magnitudes_before: PhraseTable[bool] = field(default_factory=PhraseTable)
    magnitudes_after: PhraseTable[bool] = field(default_factory=PhraseTable)
    spellings: PhraseTable[str] = field(init=False)
    cased: Mapping[str, str] = field(init=False)
    shares: PhraseTable[str] = field(init=False)
    durations: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        names = self.names.entries
        durations = {
            phrase[0]: unit
            for phrase, unit in names.items()
            if len(phrase) == 1 and unit in international.DURATIONS
        }
        spellings: PhraseTable[str] = PhraseTable({**international.SYMBOLS, **names})
        shares: PhraseTable[str] = PhraseTable({("%",): "percent", **self.percentages.entries})
        object.__setattr__(self, "spellings", spellings)
        object.__setattr__(self, "cased", {**international.CASED_SYMBOLS, **self.symbols})
        object.__setattr__(self, "shares", shares)
        object.__setattr__(self, "durations", durations)
