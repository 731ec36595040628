"""Names of organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.nlp.lang.schema.patterns import NEVER


@dataclass(frozen=True, eq=False, slots=True)
class OrganisationNames:
    """Parts of organisations' names; words are casefolded.

    Attributes:
        suffixes: last words that only an organisation's name has ("ministry", "university").
        generic_names: words that name any of many organisations when they stand alone ("council", "club").
        legal_forms: words for the legal form at the end of a company's name ("ltd", "inc").
        linking_words: words that join the parts of a name ("of" in "Bank of Norland"); a name that has one is
            not shortened to its last words.
        partner_signs: signs between the names of a company's founders ("&"), behind the first of which the
            company is called.
        common_nouns: lower-case nouns behind a name that are not part of it ("party" in "Labour party").
        institutions: pattern of parliaments, cabinets and courts under a bare name, with what has to stand
            around them ("the Senate").
        company_words: last words of companies' names ("ltd", "line", "motors"), whose first word may stand
            for the company even where it is a place's name too.
        public_bodies: last words of the names of bodies that are called after their place ("police",
            "council"); the place's name alone never stands for them.
        club_words: last words of the names of sports clubs ("rovers"), which may go by their town's name.
        shared_openings: first words of many organisations' names ("national", "royal"), which stand for none.
        followers: pattern of what stands right behind an organisation's name and no other's ("’s shares",
            " announced").
        leads: pattern of what stands right before it, up to its end ("a spokesman for ").
        company_followers: pattern like ``followers``, of what stands behind a company's name and no person's
            ("’s chief executive").
        company_leads: pattern like ``leads``, of what stands before a company's name and no person's ("shares
            in ").
        blocs: names of alliances of states, as written ("EU", "NATO"); each side of a hyphen is a name where
            both sides are blocs or countries ("EU-Russia").
    """

    suffixes: frozenset[str] = frozenset()
    generic_names: frozenset[str] = frozenset()
    legal_forms: frozenset[str] = frozenset()
    linking_words: frozenset[str] = frozenset()
    partner_signs: frozenset[str] = frozenset()
    common_nouns: frozenset[str] = frozenset()
    institutions: re.Pattern[str] = NEVER
    company_words: frozenset[str] = frozenset()
    public_bodies: frozenset[str] = frozenset()
    club_words: frozenset[str] = frozenset()
    shared_openings: frozenset[str] = frozenset()
    followers: re.Pattern[str] = NEVER
    leads: re.Pattern[str] = NEVER
    company_followers: re.Pattern[str] = NEVER
    company_leads: re.Pattern[str] = NEVER
    blocs: frozenset[str] = frozenset()
