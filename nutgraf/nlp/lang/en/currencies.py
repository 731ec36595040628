"""Signs, codes and names of money, as English-language newspapers use them, under ISO 4217 codes.

Names that several countries share stand for a code only with their country's adjective ("Mexican pesos");
alone they are money of an unknown currency. Three are settled by habit of the press: a bare "$" or "dollar"
is the United States', a bare "£" the United Kingdom's, and "Rs" or "rupees" India's.
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

ABBREVIATIONS: Final = {
    "Rs": "INR",
    "Re": "INR",
    "RM": "MYR",
    "Rp": "IDR",
    "R": "ZAR",
    "N": "NGN",
    "Tk": "BDT",
    "RMB": "CNY",
    "KSh": "KES",
    "Ksh": "KES",
    "Sh": None,
    "Fr": "CHF",
}
"""Letters before a number; single ones count only when they are glued to it."""

NAMES: Final[dict[str, tuple[str | None, str]]] = {
    "dollar": ("USD", "1"),
    "buck": ("USD", "1"),
    "cent": ("USD", "0.01"),
    "pound": ("GBP", "1"),
    "quid": ("GBP", "1"),
    "pence": ("GBP", "0.01"),
    "penny": ("GBP", "0.01"),
    "euro": ("EUR", "1"),
    "yen": ("JPY", "1"),
    "yuan": ("CNY", "1"),
    "renminbi": ("CNY", "1"),
    "rupee": ("INR", "1"),
    "rouble": ("RUB", "1"),
    "ruble": ("RUB", "1"),
    "franc": (None, "1"),
    "lira": ("TRY", "1"),
    "rand": ("ZAR", "1"),
    "peso": (None, "1"),
    "dirham": (None, "1"),
    "dinar": (None, "1"),
    "riyal": (None, "1"),
    "rial": (None, "1"),
    "shekel": ("ILS", "1"),
    "hryvnia": ("UAH", "1"),
    "zloty": ("PLN", "1"),
    "forint": ("HUF", "1"),
    "krona": (None, "1"),
    "kronor": ("SEK", "1"),
    "krone": (None, "1"),
    "kroner": (None, "1"),
    "naira": ("NGN", "1"),
    "shilling": (None, "1"),
    "cedi": ("GHS", "1"),
    "birr": ("ETB", "1"),
    "baht": ("THB", "1"),
    "ringgit": ("MYR", "1"),
    "rupiah": ("IDR", "1"),
    "taka": ("BDT", "1"),
    "tenge": ("KZT", "1"),
    "won": ("KRW", "1"),
}
"""Names in the singular, with the share of the main unit that one of them is worth."""

NATIONAL: Final = {
    ("us", "dollar"): "USD",
    ("american", "dollar"): "USD",
    ("australian", "dollar"): "AUD",
    ("canadian", "dollar"): "CAD",
    ("singapore", "dollar"): "SGD",
    ("taiwan", "dollar"): "TWD",
    ("jamaican", "dollar"): "JMD",
    ("kong", "dollar"): "HKD",
    ("zealand", "dollar"): "NZD",
    ("euro", "cent"): "EUR",
    ("egyptian", "pound"): "EGP",
    ("lebanese", "pound"): "LBP",
    ("syrian", "pound"): "SYP",
    ("sudanese", "pound"): "SDG",
    ("indian", "rupee"): "INR",
    ("pakistani", "rupee"): "PKR",
    ("lankan", "rupee"): "LKR",
    ("nepali", "rupee"): "NPR",
    ("nepalese", "rupee"): "NPR",
    ("swiss", "franc"): "CHF",
    ("cfa", "franc"): None,
    ("russian", "rouble"): "RUB",
    ("russian", "ruble"): "RUB",
    ("belarusian", "rouble"): "BYN",
    ("belarusian", "ruble"): "BYN",
    ("turkish", "lira"): "TRY",
    ("mexican", "peso"): "MXN",
    ("argentine", "peso"): "ARS",
    ("chilean", "peso"): "CLP",
    ("colombian", "peso"): "COP",
    ("philippine", "peso"): "PHP",
    ("cuban", "peso"): "CUP",
    ("uae", "dirham"): "AED",
    ("emirati", "dirham"): "AED",
    ("moroccan", "dirham"): "MAD",
    ("kuwaiti", "dinar"): "KWD",
    ("iraqi", "dinar"): "IQD",
    ("tunisian", "dinar"): "TND",
    ("saudi", "riyal"): "SAR",
    ("qatari", "riyal"): "QAR",
    ("yemeni", "rial"): "YER",
    ("iranian", "rial"): "IRR",
    ("omani", "rial"): "OMR",
    ("swedish", "krona"): "SEK",
    ("swedish", "kronor"): "SEK",
    ("icelandic", "krona"): "ISK",
    ("norwegian", "kroner"): "NOK",
    ("danish", "kroner"): "DKK",
    ("norwegian", "krone"): "NOK",
    ("danish", "krone"): "DKK",
    ("kenyan", "shilling"): "KES",
    ("kenya", "shilling"): "KES",
    ("ugandan", "shilling"): "UGX",
    ("tanzanian", "shilling"): "TZS",
    ("somali", "shilling"): "SOS",
    ("japanese", "yen"): "JPY",
    ("chinese", "yuan"): "CNY",
    ("korean", "won"): "KRW",
    ("african", "rand"): "ZAR",
    ("israeli", "shekel"): "ILS",
    ("ukrainian", "hryvnia"): "UAH",
    ("polish", "zloty"): "PLN",
    ("hungarian", "forint"): "HUF",
    ("nigerian", "naira"): "NGN",
}
"""The last word of a nationality before a name."""
