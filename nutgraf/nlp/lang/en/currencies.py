"""Names of money, as English-language newspapers use them, under ISO 4217 codes.

Names that several countries share stand for a code only with their country's adjective ("Mexican pesos");
alone they are money of an unknown currency. Three are settled by habit of the press: a bare "dollar" is the
United States', a bare "pound" the United Kingdom's, and "Rs" or "rupees" India's.
"""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en.national_currencies import NATIONAL_CURRENCIES
from nutgraf.nlp.lang.schema.figures.currencies import CurrencyName, CurrencyWords
from nutgraf.nlp.lang.schema.phrases import phrase_table
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
    "SFr": "CHF",
    "DKr": "DKK",
    "SKr": "SEK",
    "NKr": "NOK",
    "Kr": None,
    "kr": None,
    "TSh": "TZS",
    "Tsh": "TZS",
    "USh": "UGX",
    "Ush": "UGX",
    "GHC": "GHS",
    "GHc": "GHS",
    "Dh": None,
    "Dhs": "AED",
    "SR": "SAR",
    "QR": "QAR",
    "KD": "KWD",
    "LE": "EGP",
    "Php": "PHP",
    "Nu": "BTN",
    "Rf": "MVR",
    "Bs": None,
    "Q": "GTQ",
    "L": None,
    "P": None,
    "K": None,
    "D": None,
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
    "real": ("BRL", "1"),
    "reais": ("BRL", "1"),
    "leu": (None, "1"),
    "lei": (None, "1"),
    "lev": ("BGN", "1"),
    "leva": ("BGN", "1"),
    "koruna": ("CZK", "1"),
    "dong": ("VND", "1"),
    "kyat": ("MMK", "1"),
    "riel": ("KHR", "1"),
    "tugrik": ("MNT", "1"),
    "manat": (None, "1"),
    "afghani": ("AFN", "1"),
    "pula": ("BWP", "1"),
    "kwacha": (None, "1"),
    "kina": ("PGK", "1"),
    "metical": ("MZN", "1"),
    "meticais": ("MZN", "1"),
    "kwanza": ("AOA", "1"),
    "dalasi": ("GMD", "1"),
    "lari": ("GEL", "1"),
    "quetzal": ("GTQ", "1"),
    "lempira": ("HNL", "1"),
    "gourde": ("HTG", "1"),
    "guarani": ("PYG", "1"),
    "boliviano": ("BOB", "1"),
    "bolivar": ("VES", "1"),
    "rufiyaa": ("MVR", "1"),
    "ngultrum": ("BTN", "1"),
    "vatu": ("VUV", "1"),
    "paise": (None, "0.01"),
    "kopeck": ("RUB", "0.01"),
    "kopek": ("RUB", "0.01"),
}
"""Names in the singular, with the share of the main unit that one of them is worth."""

_ADJECTIVES: Final = word_set("real")
# Words of other meanings that are money behind their country's adjective alone.
_NATIONAL_ONLY: Final = word_set("crown sol kip som dram lek")

_FORMS: Final = {
    form: CurrencyName(lemma, *_LEMMAS[lemma])
    for lemma in _LEMMAS
    for form in (f"{lemma}s", lemma)
    if form not in _ADJECTIVES
} | {form: CurrencyName(lemma, None) for lemma in _NATIONAL_ONLY for form in (f"{lemma}s", lemma)}
"""Singular and plural forms; "pence" and "pences" are both of the lemma "pence"."""

CURRENCIES: Final = CurrencyWords(
    names=_FORMS,
    national=NATIONAL_CURRENCIES,
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
    national_only=_NATIONAL_ONLY,
    payment_words=word_set(
        """
        till bank fraud draw lottery jackpot theft stole stolen steal robbed cash money win wins won scam
        savings debt debts owing compensation damages wage wages rent refund invest invested investment sell
        sells sold sale buy buys bought value valued deposit fee fees ticket tickets bet stake cheque notes
        coins wallet purse tax taxes fare fares auction bid tip bribe bribes bonus pension profit
        pay pays paid paying fine fined fines cost costs costing worth price priced salary earn earns
        earned raise raised raising spend spends spent charge charged charges borrow borrowed owed owes
        donate donated bill budget loan grant funding prize reward bail sterling
        """
    ),
    weighed=word_set(
        "tnt thrust explosives cocaine heroin drugs cargo food meat rice coal waste force pressure"
    ),
    weight_words=word_set(
        """
        weigh weighs weighed weighing weight heavy heavier lighter overweight kg kgs kilogram
        kilograms kilo kilos ounce ounces oz lbs stone stones diet fat muscle thrust force pressure payload
        cargo load loads lift lifts lifted
        """
    ),
    money_matters=word_set(
        "damage damages money debt debts savings cash taxpayers' tax taxes investment funding losses profit"
    ),
    shared_minors={
        "cent": word_set("EUR USD AUD CAD NZD SGD HKD TWD ZAR NAD JMD KES TZS UGX LKR MYR"),
        "paise": word_set("INR PKR NPR"),
    },
    abbreviated_nations=phrase_table({"us": "u . s|u . s ."}),
)
