"""Words before a person's name that are not part of it: forms of address, ranks and offices."""

from __future__ import annotations

from nutgraf.nlp.word_lists import word_set

ADDRESSES = word_set(
    """
    mr mrs ms miss mx sir dame dr prof lord lady madam mme monsieur señor señora herr frau
    """
)
"""Forms that stand directly before a surname and may be shown with it ("Mr Witkoff")."""

_RANKS = word_set(
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
_LEADS = word_set(
    """
    prime foreign deputy vice interim acting former late then ex retired major his her
    """
)

_NATIONALS = word_set(
    """
    brit briton aussie spaniard swede frenchman frenchwoman englishman englishwoman irishman irishwoman
    scotsman welshman dutchman londoner parisian
    """
)
"""Nouns for somebody's origin that no parents give as a name."""


def is_title(word: str) -> bool:
    """Whether a word is a form of address, a rank or an office, with or without its full stop."""
    folded = word.casefold().rstrip(".,")
    return folded in ADDRESSES or folded in _RANKS


def is_address(word: str) -> bool:
    """Whether a word is a form of address that may be shown before a surname."""
    return word.casefold().rstrip(".") in ADDRESSES


def without_titles(text: str, start: int, end: int) -> int:
    """Give the offset behind the titles that open a name; the name's last word is never taken for a title.

    A noun for the person's origin goes too where a full name is left: "Brit Tom Reed", not "Brit Hume".
    """
    while True:
        word, space, rest = text[start:end].partition(" ")
        if word.casefold() in _NATIONALS and " " in rest.strip():
            start = end - len(rest.lstrip())
            continue
        lead = word.casefold() in _LEADS and is_title(rest.split(" ", 1)[0])
        if not space or not rest.strip() or not (is_title(word) or lead):
            return start
        start += len(word) + 1
        while text[start:end][:1].isspace():
            start += 1
