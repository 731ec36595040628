"""Names in English whose sense no rule finds: synonyms, occasions, and abbreviations that name nothing."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

SYNONYMS: Final = {
    "united states": ("us", "usa", "america", "united states of america"),
    "united kingdom": ("uk", "britain", "great britain"),
    "united arab emirates": ("uae", "emirates"),
    "european union": ("eu",),
    "united nations": ("un",),
    "democratic republic of the congo": ("drc", "dr congo", "democratic republic of congo"),
    "north atlantic treaty organization": ("nato",),
    "north atlantic treaty organisation": ("nato",),
    "world health organization": ("who",),
    "world health organisation": ("who",),
}
"""Other names of a thing by its full name, normalized."""

OCCASIONS: Final = word_set(
    """
    accords accord agreement treaty protocol convention cup games olympics festival championship
    championships marathon prize award act bill war revolution summit day week night derby tournament
    grammys oscars conference
    """
)
"""Last words of the names of events, treaties, laws and prizes, lower case."""

COMMON_ABBREVIATIONS: Final = word_set(
    """
    NGO NGOs MoU MoUs MOU NFT NFTs CEO CEOs CFO CTO COO PM MP MPs IT AI PR HR TV GDP VAT FDI IPO FIR DNA
    HIV AIDS CCTV GPS PCR ICU SUV EV EVs LED SMS ID IQ QR URL VIP DIY Q&A FAQ Covid COVID
    Covid-19 COVID-19 Kingdom Republic Party President
    """
)
"""Abbreviations of common nouns, and common nouns that news writes with a capital."""
