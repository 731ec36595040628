"""Datelines and bylines of English-language news: "PORT ARLE, Norland, March 4 (Kestrel) - "."""

from __future__ import annotations

import re
from typing import Final

DATELINE: Final = re.compile(
    r"""^(?P<place>[A-Z][A-Z.'’-]+(?:[ ][A-Z.'’-]+){0,3})
        (?:,[ ](?:(?!\b[a-z]{4})[^\n(]){1,60}?)?
        (?:[ ]?\((?P<agency>[A-Z][\w&.-]*(?:[ ][A-Z][\w&.-]*){0,3})\))?
        [ ]?(?:--?|[–—])[ ]""",
    re.MULTILINE | re.VERBOSE,
)
"""A place in capitals, a region and a date if any, an agency in brackets if any, and a dash."""

BYLINE: Final = re.compile(
    r"^(?:(?:[Ss]tory|[Rr]eport(?:ing)?|[Ww]ritten|[Ww]ords) by|[Bb]y|BY)[ :]+"
    r"(?P<byline>[A-Z][^\n.!?]{2,80})$",
    re.MULTILINE,
)
"""A line that has only the names of those who wrote the report, and of who employs them."""
