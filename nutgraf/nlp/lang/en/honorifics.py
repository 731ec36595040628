"""Forms of address, ranks and offices before a person's name in English, casefolded, without full stops."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

ADDRESSES: Final = word_set(
    """
    mr mrs ms miss mx sir dame dr prof lord lady madam mme monsieur señor señora herr frau
    """
)
"""Forms that stand directly before a surname and may be shown with it ("Mr Witkoff")."""

RANKS: Final = word_set(
    """
    admiral adm general gen brigadier brig lieutenant lt colonel col major maj captain capt cpt sergeant
    sgt corporal cpl private commander cmdr cdr commodore marshal inspector superintendent constable
    officer president vice-president premier chancellor minister secretary senator sen representative
    rep congressman congresswoman mp governor gov mayor councillor ambassador amb envoy commissioner
    chairman chairwoman chair taoiseach tánaiste emperor empress king queen prince princess duke duchess
    earl baron baroness count countess sheikh sheikha shaikh emir sultan ayatollah imam mullah rabbi
    pope cardinal archbishop bishop reverend rev father fr sister brother pastor professor doctor judge
    justice attorney lawyer coach director chief ceo spokesman spokeswoman spokesperson analyst author
    editor hon honourable honorable
    """
)
"""Ranks and offices."""

TITLES: Final = ADDRESSES | RANKS

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
