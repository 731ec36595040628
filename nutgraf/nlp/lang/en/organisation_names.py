"""Head words of organisations' names in English, lower case."""

from __future__ import annotations

import re
from typing import Final

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

_COMMON_NOUNS: Final = word_set(
    "party government newspaper magazine administration officials spokesman spokeswoman"
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
    common_nouns=_COMMON_NOUNS,
    institutions=_INSTITUTIONS,
    blocs=word_set("EU UN NATO Nato ASEAN Asean G7 G20 BRICS Mercosur GCC AU"),
)
