"""Forms of address, ranks and offices before a person's name in English, casefolded, without full stops."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

_COMMON_ADDRESSES: Final = word_set("mr mrs ms miss dr sir lady lord prof")
ADDRESSES: Final = _COMMON_ADDRESSES | word_set("mx dame madam mme monsieur señor señora herr frau")
"""Forms that stand directly before a surname and may be shown with it ("Mr Witkoff")."""

_COMMON_RANKS: Final = word_set(
    """
    admiral general gen lt colonel col captain sgt president minister secretary senator sen rep governor gov
    mayor king queen prince princess pope rev professor judge chief
    """
)
RANKS: Final = _COMMON_RANKS | word_set(
    """
    adm brigadier brig lieutenant major maj capt cpt sergeant corporal cpl private commander cmdr cdr
    commodore marshal inspector superintendent constable officer vice-president premier chancellor
    representative congressman congresswoman mp councillor ambassador amb envoy commissioner chairman
    chairwoman chair taoiseach tánaiste emperor empress duke duchess earl baron baroness count countess
    sheikh sheikha shaikh emir sultan ayatollah imam mullah rabbi cardinal archbishop bishop reverend
    father fr sister brother pastor doctor justice attorney lawyer coach director ceo spokesman
    spokeswoman spokesperson analyst author editor hon honourable honorable
    """
)
"""Ranks and offices."""

TITLES: Final = ADDRESSES | RANKS
COMMON_TITLES: Final = _COMMON_ADDRESSES | _COMMON_RANKS
"""Titles that are common before a surname and seldom part of another name."""

MODIFIERS: Final = word_set(
    "prime foreign deputy vice interim acting former late then ex retired major his her"
)
"""Words before a title."""

ORIGINS: Final = word_set(
    """
    brit briton aussie spaniard swede frenchman frenchwoman englishman englishwoman irishman irishwoman
    scotsman welshman dutchman londoner parisian
    """
)
"""Nouns for a person's origin that nobody has as a given name."""

MASCULINE: Final = word_set("mr sir lord king prince father")
"""Titles of men."""

FEMININE: Final = word_set("mrs ms miss lady dame queen princess madam sister")
"""Titles of women."""
