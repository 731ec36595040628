"""Codes of countries and regions by their English names, where GeoNames has another name."""

from __future__ import annotations

from typing import Final

COUNTRY_CODES: Final = {
    "uk": "GB", "u k": "GB", "britain": "GB", "great britain": "GB",
    "us": "US", "u s": "US", "usa": "US", "united states of america": "US", "america": "US",
    "uae": "AE", "emirates": "AE", "drc": "CD", "dr congo": "CD", "democratic republic of congo": "CD",
    "czech republic": "CZ", "ivory coast": "CI", "burma": "MM", "swaziland": "SZ", "cape verde": "CV",
    "macedonia": "MK", "palestine": "PS", "holland": "NL", "turkey": "TR", "east timor": "TL",
    "republic of ireland": "IE", "vatican city": "VA", "bosnia": "BA", "gambia": "GM", "bahamas": "BS",
    "peoples republic of china": "CN", "republic of korea": "KR", "slovak republic": "SK",
    "netherlands": "NL", "republic of congo": "CG", "korea": "", "congo": "", "macau": "MO",
}  # fmt: skip
"""ISO 3166-1 alpha-2 codes by folded name; empty for a name that two countries have."""

EXONYMS: Final = {
    "new york": "new york city", "la": "los angeles",
    "cologne": "koln", "seville": "sevilla", "hanover": "hannover", "ghent": "gent", "bruges": "brugge",
    "hague": "the hague", "kiev": "kyiv", "kharkov": "kharkiv", "odessa": "odesa",
    "gaza city": "gaza", "hodeidah": "al hudaydah", "bombay": "mumbai", "calcutta": "kolkata",
    "bangalore": "bengaluru", "mysore": "mysuru", "saigon": "ho chi minh city", "peking": "beijing",
    "quebec city": "quebec", "khan younis": "khan yunis", "raqqa": "ar raqqah",
    "frankfurt": "frankfurt am main",
    "naypyidaw": "nay pyi taw", "st petersburg": "saint petersburg",
}  # fmt: skip
"""Names of towns in English, folded, with the folded name that the table has."""

REGION_CODES: Final = {
    "ala": "US.AL", "al": "US.AL", "ariz": "US.AZ", "az": "US.AZ", "ark": "US.AR", "calif": "US.CA",
    "ca": "US.CA", "colo": "US.CO", "co": "US.CO", "conn": "US.CT", "ct": "US.CT", "dc": "US.DC",
    "d.c": "US.DC",
    "fla": "US.FL", "fl": "US.FL", "ga": "US.GA", "ill": "US.IL", "il": "US.IL", "ind": "US.IN",
    "kan": "US.KS",
    "ky": "US.KY", "la": "US.LA", "mass": "US.MA", "ma": "US.MA", "md": "US.MD", "mich": "US.MI",
    "mi": "US.MI",
    "minn": "US.MN", "mn": "US.MN", "miss": "US.MS", "mo": "US.MO", "mont": "US.MT", "nc": "US.NC",
    "n.c": "US.NC", "neb": "US.NE", "nev": "US.NV", "nv": "US.NV", "nh": "US.NH", "n.h": "US.NH",
    "nj": "US.NJ",
    "n.j": "US.NJ", "nm": "US.NM", "n.m": "US.NM", "ny": "US.NY", "n.y": "US.NY", "okla": "US.OK",
    "ore": "US.OR",
    "pa": "US.PA", "s.c": "US.SC", "sc": "US.SC", "tenn": "US.TN", "tex": "US.TX", "tx": "US.TX",
    "va": "US.VA",
    "vt": "US.VT", "wash": "US.WA", "wa": "US.WA", "wis": "US.WI", "wi": "US.WI",
}  # fmt: skip
"""GeoNames' codes of American states by their abbreviations, casefolded, without the last full stop."""
