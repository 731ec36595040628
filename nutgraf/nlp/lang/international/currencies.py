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
}
"""A sign by itself."""

DOLLAR_PREFIXES: Final = {
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
}
"""Letters glued to a dollar sign, on either side of it ("US$", "$NZ")."""

PREFIXED: Final = {(letters, "$"): code for letters, code in DOLLAR_PREFIXES.items()} | {
    ("gh", "¢"): "GHS",
    ("gh", "₵"): "GHS",
    ("cn", "¥"): "CNY",
}
"""Letters before a sign, with the currency of both together."""

CODES: Final = word_set(
    """
    USD EUR GBP JPY CHF CAD AUD NZD CNY HKD SGD INR PKR BDT LKR NPR RUB UAH PLN CZK HUF RON SEK NOK
    DKK ISK ILS AED SAR QAR KWD EGP ZAR NGN KES GHS UGX TZS ETB MXN BRL ARS CLP KRW TWD
    THB MYR IDR PHP VND KZT GEL AZN AMD
    """
)
"""Codes that are written beside a number; those that are words or names of other things are left out."""
