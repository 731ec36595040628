"""Forms of address, ranks and offices before a person's name in English, casefolded, without full stops."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

_COMMON_ADDRESSES: Final = word_set("mr mrs ms miss dr sir lady lord prof")
ADDRESSES: Final = _COMMON_ADDRESSES | word_set(
    "mx dame madam mme monsieur señor señora doña herr frau datuk dato dato' tun datin puan"
)
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

ALL_MASCULINE: Final = MASCULINE | word_set(
    """
    herr monsieur señor baron count duke emperor brother congressman councilman chairman spokesman datuk dato
    tun
    """
)
"""Titles of men, with those of other languages."""

ALL_FEMININE: Final = FEMININE | word_set(
    """
    frau madame mme señora doña baroness countess duchess empress congresswoman councilwoman chairwoman
    spokeswoman datin puan
    """
)
"""Titles of women, with those of other languages."""

TITLE_PHRASES: Final = (
    "datuk seri utama",
    "datuk sri utama",
    "dato' seri utama",
    "datuk seri",
    "datuk sri",
    "dato' seri",
    "dato’ seri",
    "dato' sri",
    "dato’ sri",
    "dato seri",
    "dato sri",
    "datuk wira",
    "datuk amar",
    "datin seri",
    "datin sri",
    "datin paduka",
    "tan sri",
    "toh puan",
    "puan sri",
    "tengku datuk seri",
    "her excellency",
    "his excellency",
    "his holiness",
    "her majesty",
    "his majesty",
    "his royal highness",
    "her royal highness",
)
"""Titles of several words, with those that English texts take from other languages, longest first."""

INNER_TITLES: Final = word_set("datuk dato dato' seri sri tun datin haji hajah hajjah dr prof ir")
"""Titles that may stand inside a name."""

PROFESSIONS: Final = {
    "dr": word_set(
        """
        doctor physician surgeon gp paediatrician pediatrician cardiologist neurologist psychiatrist dentist
        veterinarian vet anaesthetist oncologist epidemiologist virologist professor scientist
        """
    ),
    "prof": word_set("professor"),
    "professor": word_set("professor"),
    "doctor": word_set("doctor physician surgeon"),
    "judge": word_set("judge magistrate"),
    "justice": word_set("judge justice"),
    "sen": word_set("senator"),
    "senator": word_set("senator"),
    "rep": word_set("representative congressman congresswoman"),
    "gov": word_set("governor"),
    "governor": word_set("governor"),
    "president": word_set("president"),
    "minister": word_set("minister"),
    "mayor": word_set("mayor"),
    "gen": word_set("general"),
    "general": word_set("general"),
    "capt": word_set("captain skipper"),
    "captain": word_set("captain skipper"),
    "sgt": word_set("sergeant"),
    "sergeant": word_set("sergeant"),
    "col": word_set("colonel"),
    "colonel": word_set("colonel"),
    "lt": word_set("lieutenant"),
    "rev": word_set("reverend pastor vicar priest rector chaplain"),
    "father": word_set("priest"),
    "pastor": word_set("pastor"),
    "coach": word_set("coach"),
    "attorney": word_set("attorney lawyer"),
    "councillor": word_set("councillor"),
    "ambassador": word_set("ambassador diplomat"),
}
"""For each title the nouns for those who have it."""
