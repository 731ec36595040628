"""Parts of persons' names, as English-language news writes them."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en import given_names
from nutgraf.nlp.lang.en.name_particles import PARTICLES
from nutgraf.nlp.lang.schema.person_names import PersonNames
from nutgraf.nlp.word_lists import word_set, word_tuple

FULL_NAME: Final = re.compile(
    rf"[A-Z][\w’'\-]*\.?(?:[ \t]+(?:(?:{'|'.join(sorted(PARTICLES))})[ \t]+)*[A-Z][\w’'\-]*\.?){{0,4}}"
)
"""One to five words with a capital, particles between them, with the points of initials and titles."""

MASCULINE_NOUNS: Final = word_set(
    """
    husband father dad son brother uncle nephew grandfather grandson stepfather stepson widower boyfriend
    godfather fiancé half-brother ex-husband man boy gentleman businessman fisherman policeman
    """
)
"""Nouns for male relatives and men."""

FEMININE_NOUNS: Final = word_set(
    """
    wife mother mum mom daughter sister aunt niece grandmother granddaughter stepmother stepdaughter widow
    girlfriend godmother fiancée half-sister ex-wife woman girl actress businesswoman policewoman
    """
)
"""Nouns for female relatives and women."""

OFFICE_LEADS: Final = re.compile(
    r"\b(?:mayor|president|governor|minister|chief|head|director|leader|chair(?:man|woman)?|bishop|archbishop"
    r"|ambassador|prefect|premier|secretary|king|queen|emir|sultan) of (?:the )?"
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}, $"
)
"""An office with its place or its body, before the name of who holds it."""

PERSONS: Final = PersonNames(
    suffixes=word_set("jr sr jnr snr ii iii iv"),
    detachable_prefixes=("al-", "el-"),
    capital_prefixes=word_tuple("Mc Mac De Di La Le Li Van Von Fitz San"),
    followers=word_set(
        """
        administration government cabinet family campaign regime era team presidency brothers sisters trial
        case camp doctrine plan years estate ally allies aide loyalist supporter supporters
        """
    ),
    masculine_nouns=MASCULINE_NOUNS,
    feminine_nouns=FEMININE_NOUNS,
    masculine_pronouns=word_set("his"),
    feminine_pronouns=word_set("her"),
    masculine_given_names=given_names.MASCULINE,
    feminine_given_names=given_names.FEMININE,
    office_leads=OFFICE_LEADS,
)
