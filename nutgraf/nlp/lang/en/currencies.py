"""Names of money, as English-language newspapers use them, under ISO 4217 codes.

Names that several countries share stand for a code only with their country's adjective ("Mexican pesos");
alone they are money of an unknown currency. Three are settled by habit of the press: a bare "dollar" is the
United States', a bare "pound" the United Kingdom's, and "Rs" or "rupees" India's.
"""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.schema.figures.currencies import CurrencyName, CurrencyWords
from nutgraf.nlp.word_lists import word_set

_ABBREVIATIONS: Final = {
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

_LEMMAS: Final[dict[str, tuple[str | None, str]]] = {
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

_NATIONAL: Final = {
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

_FORMS: Final = {
    form: CurrencyName(lemma, *_LEMMAS[lemma]) for lemma in _LEMMAS for form in (f"{lemma}s", lemma)
}
"""Singular and plural forms; "pence" and "pences" are both of the lemma "pence"."""

CURRENCIES: Final = CurrencyWords(
    names=_FORMS,
    national=_NATIONAL,
    abbreviations=_ABBREVIATIONS,
    glued_minor_units={"p": CurrencyName("penny", "GBP", "0.01")},
    suffixes={"sterling": "pound"},
    repetitions={
        "USD": frozenset({"dollars", "US"}),
        "GBP": frozenset({"pounds"}),
        "EUR": frozenset({"euros"}),
    },
    weights=frozenset({"pound"}),
    verbs=frozenset({"won"}),
    payment_words=word_set(
        """
        pay pays paid paying fine fined fines cost costs costing worth price priced salary earn earns
        earned raise raised raising spend spends spent charge charged charges borrow borrowed owed owes
        donate donated bill budget loan grant funding prize reward bail sterling
        """
    ),
    weighed=word_set(
        "tnt thrust explosives cocaine heroin drugs cargo food meat rice coal waste force pressure"
    ),
)
