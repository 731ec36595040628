"""Words of English for what is counted again and again while an event goes on."""

from __future__ import annotations

import re
from typing import Final

DEVELOPING: Final = re.compile(
    r"\b(?:without (?:power|electricity|water|heating|gas)|(?:no|lost|lose) (?:power|electricity|water)"
    r"|power (?:\w+ ){0,2}failed|power (?:cuts|outages|failures?)|blackouts?|in the dark"
    r"|still (?:dark|down|off|offline|closed|shut|waiting|stuck)|cut off|snowed in|closed to traffic"
    r"|at anchor|idled?|held up|holds up|holding up|backed up|stuck (?:in|at|outside|off)"
    r"|waiting (?:to|off|outside|at)"
    r"|no longer (?:start|work|function|respond|boot|switch|turn)\w*"
    r"|(?:failed|unable|refus(?:ed|e|ing)) to (?:re)?(?:start|boot|switch|load|open|connect)"
    r"|search(?:ing|ed|ers)|looking for|fighting (?:the|it)|battling|battled"
    r"|deploy(?:ed|s|ing)?|sen(?:d|ds|t)|dispatched|mobili[sz]ed"
    r"|projected|projections?|exit polls?|partial results|provisional|counted"
    r"|(?:roads?|bridges?|lanes?|tunnels?|schools?|kindergartens|stations|airports|borders?|crossings)"
    r" [^,;.]{0,30}?(?:was|were|are|is|remain(?:ed|s)?|had been|have been) (?:\w+ )?closed"
    r"|so far|by now|on sale|contained)\b",
    re.IGNORECASE,
)
"""What may become more or less."""

GROWING: Final = re.compile(
    r"\b(?:burn(?:ed|t)|scorched|charred|blackened|consumed"
    r"|cancell?ed|scrapped|cancellations|delayed|diverted|grounded"
    r"|signed|signatures?|signatories|joined|(?:backed|supported) (?:the|a|an|it)"
    r"|su(?:ed|ing)|filed (?:a |the )?(?:claims?|suits?|complaints?|lawsuits?)"
    r"|lawsuits?|plaintiffs|complaints|complained|reports? of"
    r"|collected|cleared|pumped|sold|ordered|pre-?ordered|booked|downloads?|downloaded|viewed|views"
    r"|sent home|affected|infected|fell ill|fallen ill|tested positive|confirmed cases"
    r"|vaccinated|doses (?:given|administered)|administered|inoculated|in custody"
    r"|(?:had|received|took|taken|logged|counted|answered|fielded|handled|got) [^,;.]{0,30}calls"
    r"|calls (?:came|had|have|by|since|were)|called the|thanked [^,;.]{0,30}calls)\b",
    re.IGNORECASE,
)
"""What becomes more and never less."""

COLLECTED: Final = re.compile(
    r"\b(?:donat(?:ed|ions?|ing|e)|fund-?rais\w+|crowdfund\w+|appeal|collected|pledged)\b", re.IGNORECASE
)
