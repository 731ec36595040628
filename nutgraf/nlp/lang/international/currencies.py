"""Signs and codes of money, under ISO 4217 codes.

A sign that several countries share stands for the currency that the international press writes it for alone:
"$" for the United States dollar, "£" for sterling, "¥" for the yen.
"""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

SIGNS: Final = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₩": "KRW",
    "₪": "ILS",
    "₴": "UAH",
    "₦": "NGN",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₲": "PYG",
    "₵": "GHS",
    "₸": "KZT",
    "₼": "AZN",
    "₾": "GEL",
    "৳": "BDT",
    "₡": "CRC",
    "₮": "MNT",
    "₭": "LAK",
    "៛": "KHR",
    "֏": "AMD",
    "؋": "AFN",
    "⃀": "KGS",
}
"""A sign by itself."""

DOLLAR_PREFIXES: Final[dict[str, str | None]] = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "aud": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "cad": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "sg": "SGD",
    "r": "BRL",
    "nt": "TWD",
    "mx": "MXN",
    "j": "JMD",
    "tt": "TTD",
    "bds": "BBD",
    "n": "NAD",
    "fj": "FJD",
    "ec": "XCD",
    "ky": "KYD",
    "gy": "GYD",
    "ld": "LRD",
    "bz": "BZD",
    "rd": "DOP",
    "ar": "ARS",
    "mop": "MOP",
    "ws": "WST",
    "si": "SBD",
    "srd": "SRD",
    "zw": "ZWL",
    "usd": "USD",
    "nzd": "NZD",
    "sgd": "SGD",
    "hkd": "HKD",
    "clp": "CLP",
    "col": "COP",
    "cl": "CLP",
    "mxn": "MXN",
    "b": None,
    "g": None,
    "l": None,
    "t": None,
    "z": None,
}
"""Letters glued to a dollar sign, on either side of it ("US$", "$NZ").

None stands for several countries.
"""

PREFIXED: Final[dict[tuple[str, str], str | None]] = {
    (letters, "$"): code for letters, code in DOLLAR_PREFIXES.items()
} | {
    ("gh", "¢"): "GHS",
    ("gh", "₵"): "GHS",
    ("cn", "¥"): "CNY",
    ("jp", "¥"): "JPY",
    ("rmb", "¥"): "CNY",
    ("uk", "£"): "GBP",
    ("gb", "£"): "GBP",
    ("e", "£"): "EGP",
    ("ir", "£"): "IEP",
    ("ll", "£"): "LBP",
}
"""Letters before a sign, with the currency of both together."""

CODES: Final = word_set(
    """
    USD EUR GBP JPY CHF CAD AUD NZD CNY CNH HKD SGD INR PKR BDT LKR NPR RUB UAH PLN CZK HUF RON SEK NOK
    DKK ISK ILS AED SAR QAR KWD EGP ZAR NGN KES GHS UGX TZS ETB MXN BRL ARS CLP KRW TWD
    THB MYR IDR PHP VND KZT GEL AZN AMD AFN AOA BBD BGN BHD BIF BND BSD BTN BWP BYN BZD CDF COP CRC DJF DOP
    DZD FJD GMD GNF GTQ GYD HNL HTG IQD IRR JMD JOD KGS KHR KPW KYD LAK LBP LRD LSL LYD MDL MGA MKD MMK MNT
    MRU MUR MVR MWK MZN NAD NIO OMR PGK PYG RSD RWF SBD SLL SRD SSP SYP SZL TJS TMT TND TTD TWD UYU UZS VES
    VUV WST XAF XCD XOF XPF YER ZMW ZWL
    """
)
"""Codes that are written beside a number; those that are words or names of other things are left out."""

DOUBTFUL_CODES: Final = word_set("ALL BAM BMD BOB CUP MAD MOP PEN SDG SOS TOP TRY")
"""Codes that are words or names of other things, and money only beside a large sum."""

CODE_SCALES: Final = {
    "M": 10**6,
    "m": 10**6,
    "MM": 10**6,
    "k": 1000,
    "K": 1000,
    "T": 1000,
    "B": 10**9,
    "bn": 10**9,
}
"""Letters glued to the front of a code that multiply ("MEUR")."""

NATIONAL_MARKS: Final[dict[str, str | None]] = {
    "zł": "PLN",
    "zl": "PLN",
    "Kč": "CZK",
    "Kčs": "CZK",
    "kr": None,
    "лв": "BGN",
    "руб": "RUB",
    "грн": "UAH",
    "FCFA": None,
    "CFA": None,
    "Dhs": "AED",
    "Dh": None,
    "Ft": "HUF",
}
"""Marks written behind a number, in their case; None where several countries use them."""
