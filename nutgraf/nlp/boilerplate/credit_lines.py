"""Lines that only say who made the report or its pictures, told by their shape: names next to their craft."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"[^\W\d_a-z][\w.'’-]*(?:\s(?:(?:de|van|von|der|al|bin|la)\s)?[^\W\d_a-z][\w.'’-]*){0,3}"
_NAMES: Final = rf"{_NAME}(?:\s?(?:,|;|&|\band\b|\bet\b|\bund\b)+\s?{_NAME}){{0,6}}"
_MADE: Final = (
    r"(?:help(?:ed|s|ing)?|assist(?:ed|s|ing|ance)?|contribut\w+|compiled|reported|reporting|wrote|written|edited"
    r"|editing|researched|research|filmed|photographed|produced|translated|prepared|worked|part)"
)
_THIS_REPORT: Final = (
    r"(?:this|the)\s(?:report|reporting|story|article|piece|dispatch|account|investigation|coverage|text"
    r"|research)"
)
_CRAFT: Final = (
    r"(?:text|words?|story|report(?:ing|er)?|writing|writer|editing|editor|edit|proofreading|research|camera|video"
    r"|photos?|photography|pictures?|images?|graphics?|illustrations?|design|production|producer|translation|layout"
    r"|data|audio|sound|fact[\s-]check(?:ing)?)"
)
_PICTURE: Final = (
    r"(?:photo(?:graph)?s?|pictures?|images?|graphics?|illustrations?|maps?|videos?|footage|foto|pic)"
)

CREDIT: Final = re.compile(
    rf"""(?:
        (?:(?i:with\s)?{_NAMES}\s|(?i:{_THIS_REPORT}\s(?:was|is|has\sbeen)\s))[^"“”!?]{{0,40}}?\b(?i:{_MADE})\b
            [^"“”!?]{{0,30}}(?i:{_THIS_REPORT}|with\s(?:the\s)?(?:help|assistance|reporting)\s(?:of|from|by))
            [^"“”!?]{{0,80}}
        |{_NAME}\sreported\sfrom\s(?:{_NAMES}|[^"“”]{{2,60}}?\band\s{_NAME}\s(?:reported\s)?from\s[^"“”]{{2,60}})
        |(?:[—–-]\s?)?(?i:with|including)\s(?i:additional\s|further\s|extra\s)?
            (?i:reporting|research|material|contributions?|assistance|help)\s
            (?i:by|from)\s[^"“”]{{2,120}}
        |(?:(?i:{_CRAFT})(?:\s?(?:,|&|/|\band\b)\s?(?i:{_CRAFT}))*(?::|\sby|\s–|\s-)?\s{_NAMES}[\s,;.|/·•]*){{1,5}}
        |{_NAMES}\scan\sbe\s(?:reached|contacted|found)\s(?:at|on|via|by)\s[^"“”]{{2,80}}
    )\.?""",
    re.VERBOSE,
)
"""A line that names who made it: "Ann Poe helped to report this story", "Text Ann Poe, photos Li Wen"."""

CREDITED_PICTURE: Final = re.compile(
    rf"""(?:[^"“”]{{8,160}}[.!?]\s?[|]\s?{_NAME}|[^"“”]{{8,300}}(?:
        [.!?]\s(?i:{_PICTURE})(?:\s?[:/|]\s?|\s(?i:by|from|via|courtesy|supplied|provided|taken|private)\b)[^.!?]{{0,60}}
        |[\(\[](?i:(?:{_PICTURE})\s(?:by|from|via|courtesy|supplied|provided)\b[^)\]]{{0,80}}|supplied|handout)[\)\]]
    ))\.?""",
    re.VERBOSE,
)
"""A caption that ends with whose picture it is: "The quay on Sunday. Photo: Ann Poe"."""
