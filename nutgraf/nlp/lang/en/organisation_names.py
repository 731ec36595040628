"""Head words of organisations' names in English, lower case."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.compass import DIRECTIONS
from nutgraf.nlp.lang.en.function_words import CONJUNCTIONS, PREPOSITIONS
from nutgraf.nlp.lang.schema.organisation_names import OrganisationNames
from nutgraf.nlp.word_lists import word_set

_COMPANY_FORMS: Final = word_set("company corporation corp inc ltd limited llc group")
LEGAL_FORMS: Final = _COMPANY_FORMS | word_set("incorporated plc co gmbh ag sa nv bv")
"""Legal forms of companies at the end of a name; those of other languages stand in English texts too."""

SUFFIXES: Final = _COMPANY_FORMS | word_set(
    """
    university college school institute ministry department committee commission council cabinet
    congress senate parliament assembly party police army navy force forces court bank authority agency
    association federation union league club fc united holdings foundation organisation organization society
    office bureau board service services fund trust network media news times post tribune gazette herald
    airlines airways secretariat centre administration alliance front movement
    """
)
"""Last words that only an organisation's name has."""

GENERIC_NAMES: Final = (
    SUFFIXES
    | LEGAL_FORMS
    | word_set(
        """
        academy house chamber tribunal military guard city town international mail journal star press radio
        television tv air center government state states nations street church hospital museum team conference
        division district county records studios pictures games systems industries technologies partners
        capital institution commissioner mission embassy crown kingdom republic democrats labour labor
        """
    )
)
"""Words that name any of many organisations when they stand alone."""

COMPANY_WORDS: Final = LEGAL_FORMS | word_set(
    """
    holdings line lines shipping motors motor pharma pharmaceuticals energy bank banking airlines airways air
    aviation aerospace oil gas petroleum mining minerals metals steel power electric electronics software
    systems technologies technology tech labs laboratories therapeutics biotech biosciences foods food
    beverages brewery breweries brewing insurance financial finance capital partners securities ventures
    investments industries industrial engineering construction logistics freight cargo retail stores
    supermarkets entertainment studios games gaming media publishing telecom telecoms communications wireless
    networks solutions chemicals materials cement paper textiles automotive cars trucks semiconductor
    semiconductors robotics ai properties realty water rail railways trains hotels resorts cruises travel
    brands products international consulting associates bancorp bakeries farms dairy seafood fisheries
    shipyard shipyards timber furniture toys fashion cosmetics
    """
)
"""Last words of companies' names."""

PUBLIC_BODIES: Final = word_set(
    """
    police council court courts parliament assembly senate congress government cabinet ministry department
    county district borough municipality army navy force forces guard guards brigade commission authority
    embassy consulate university college school hospital airport station port museum library cathedral church
    chamber prison fire parish diocese town city
    """
)
"""Last words of the names of bodies that are called after their place."""

CLUB_WORDS: Final = word_set(
    """
    united city town rovers wanderers athletic county fc f.c afc rangers albion hotspur wednesday forest
    palace orient argyle thistle celtic dynamo dinamo spartak
    """
)
"""Last words of the names of sports clubs."""

SHARED_OPENINGS: Final = (
    GENERIC_NAMES
    | DIRECTIONS
    | word_set(
        """
        new old royal national international first second third united general global world grand great
        greater central federal state public social free young big best better good little upper lower inner
        outer american european african asian pacific atlantic arctic democratic republican liberal
        conservative people people's workers women men children youth student students family human civil
        political
        medical financial economic business commercial industrial digital modern advanced open clear green
        blue red white black golden gold silver high top prime super mega total all one two three northern
        southern eastern western north south east west island islands lake river mountain valley coast saint
        san santa los las les city town county air sea land water fire energy health home house the our my
        money labour labor foreign home interior defence defense justice education transport trade supreme
        chief joint special premier real st
        """
    )
)
"""First words of many organisations' names, which stand for none of them."""

_COMMON_NOUNS: Final = word_set(
    "party government newspaper magazine administration officials spokesman spokeswoman"
)
_STAFF: Final = (
    r"(?:co-?)?founders?|CEO|CFO|COO|CTO|chief executive|chief operating|spokes(?:man|woman|person|people)"
    r"|chair(?:man|woman|person)|managing director|executives?|shareholders?|shares"
    r"|stock|employees?|staffers?|boss(?:es)?|headquarters"
)
_FOLLOWERS: Final = re.compile(
    rf"(?:['’]s?)?[ \u00a0](?:{_STAFF})\b"
    r"|[ \u00a0](?:(?:has|have|had)[ ])?(?:said|says|announced|announces|confirmed|confirms|told|denied"
    r"|denies|reported|reports|learned|learnt|hired|hires|employs|acquired|sued|apologi[sz]ed|declined)\b",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(rf"\b(?:{_STAFF})[ \u00a0](?:of|at|for|in)[ \u00a0](?:the )?$", re.IGNORECASE)
_COMPANY_STAFF: Final = r"(?:chief executive|CEO|CFO|co-?founder|shareholders|board of directors|subsidiary)"
_COMPANY_FOLLOWERS: Final = re.compile(rf"(?:['’]s?)?[ \u00a0](?:{_COMPANY_STAFF}|shares (?:rose|fell))\b")
_COMPANY_LEADS: Final = re.compile(
    rf"\b(?:{_COMPANY_STAFF}|[Ee]mployees|[Ss]taff) (?:of|at) (?:the )?$|\b[Ss]hares (?:of|in) $"
)
_INSTITUTIONS: Final = re.compile(
    r"(?<=\b[Tt]he )(?:Cabinet|Congress|Senate|Parliament|Diet|Duma|Knesset|Bundestag|Kremlin|Pentagon"
    r"|White House|Supreme Court|High Court|National Assembly|House of Representatives|House of Commons"
    r"|Treasury)\b(?! [A-Z])"
)

ORGANISATIONS: Final = OrganisationNames(
    suffixes=SUFFIXES,
    generic_names=GENERIC_NAMES,
    legal_forms=LEGAL_FORMS,
    linking_words=PREPOSITIONS | CONJUNCTIONS | {"&"},
    partner_signs=word_set("& +"),
    common_nouns=_COMMON_NOUNS,
    institutions=_INSTITUTIONS,
    company_words=COMPANY_WORDS,
    public_bodies=PUBLIC_BODIES,
    club_words=CLUB_WORDS,
    shared_openings=SHARED_OPENINGS,
    followers=_FOLLOWERS,
    leads=_LEADS,
    company_followers=_COMPANY_FOLLOWERS,
    company_leads=_COMPANY_LEADS,
    blocs=word_set("EU UN NATO Nato ASEAN Asean G7 G20 BRICS Mercosur GCC AU"),
)
