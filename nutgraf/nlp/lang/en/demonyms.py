"""Words for nationalities, peoples, religions, parties and inhabitants of regions in English."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en import compass
from nutgraf.nlp.lang.schema.names import Demonyms
from nutgraf.nlp.word_lists import phrase_set, word_set

_NATIONS: Final = word_set(
    """
    Afghan Albanian Algerian American Andorran Angolan Antiguan Argentine Argentinean Argentinian
    Armenian Australian Austrian Azerbaijani Azeri Bahamian Bahraini Bangladeshi Barbadian Belarusian
    Belarussian Belgian Belizean Beninese Bhutanese Bolivian Bosnian Botswanan Brazilian Briton Bruneian
    Bulgarian Burkinabe Burundian Cambodian Cameroonian Canadian Chadian Chilean Colombian Comorian
    Congolese Croat Croatian Cuban Cypriot Czech Czechoslovak Dane Djiboutian Dominican Ecuadorean
    Ecuadorian Egyptian Emirati Eritrean Estonian Ethiopian Fijian Filipina Filipino Finn Gabonese
    Gambian Georgian German Ghanaian Greek Greenlander Grenadian Guatemalan Guinean Guyanese Haitian
    Honduran Hungarian Icelander Indian Indonesian Iranian Iraqi Israeli Italian Ivorian Jamaican
    Japanese Jordanian Kazakh Kazakhstani Kenyan Kosovar Kuwaiti Kyrgyz Laotian Latvian Lebanese
    Liberian Libyan Lithuanian Luxembourger Macedonian Malagasy Malawian Malaysian Maldivian Malian
    Maltese Mauritanian Mauritian Mexican Moldovan Monacan Mongolian Montenegrin Moroccan Mozambican
    Namibian Nepalese Nepali Nicaraguan Nigerian Nigerien Norwegian Omani Pakistani Palestinian
    Panamanian Paraguayan Peruvian Pole Portuguese Qatari Romanian Russian Rwandan Salvadoran
    Salvadorean Samoan Saudi Senegalese Serb Serbian Singaporean Slovak Slovakian Slovene Slovenian
    Somali Somalian Spaniard Sudanese Surinamese Swazi Swede Syrian Taiwanese Tajik Tanzanian Thai
    Tibetan Timorese Togolese Tongan Trinidadian Tunisian Turk Turkmen Ugandan Ukrainian Uruguayan Uzbek
    Venezuelan Vietnamese Yemeni Yemenite Yugoslav Zambian Zimbabwean
    """
)

_UNCHANGED: Final = word_set(
    """
    British Britisher Chinese Cornish Danish Dutch English Finnish Flemish French Icelandic Irish Polish
    Scottish Spanish Swedish Swiss Turkish Welsh Lao Manx Greenlandic Kosovan Burmese Cantonese
    Western Hispanic Jewish Islamic Semitic Nordic Slavic Balkan Iberian Frenchman Frenchmen
    Englishman Englishmen Irishman Irishmen Dutchman Dutchmen Welshman Scotsman Scotsmen Frenchwoman
    Englishwoman Irishwoman Dutchwoman LGBT LGBTQ LGBTQ+ LGBTI LGBTQI LGBTQIA
    """
)

_PEOPLES: Final = word_set(
    """
    Aboriginal Adivasi African Afrikaner Alaskan Alawite Albertan Amazigh Andalusian Anglican Arab Asian
    Assyrian Aussie Bahai Baltic Baptist Basque Bavarian Bedouin Bengali Berber Breton Brit Buddhist
    Californian Calvinist Catalan Catholic Caucasian Chechen Cherokee Christian Circassian Copt Creole
    Crimean Dalit Darfuri Druze European Evangelical Fleming Florentine Floridian Fulani Gandhian
    Gujarati Gurkha Hashemite Hausa Hawaiian Hindu Hutu Igbo Inuit Islamist Jain Jew Kannadiga Kashmiri
    Khmer Kiwi Korean Kurd Latina Latino Latinx Leninist Londoner Lutheran Malay Malayali Maori Maronite
    Marxist Maya Mayan Mennonite Methodist Milanese Miskito Mohawk Mormon Muslim Māori
    Navajo Ndebele Neapolitan Oromo Orthodox Parisian Parsi Pashtun Pentecostal Persian Polynesian
    Presbyterian Protestant Punjabi Quaker Quebecer Québécois Rohingya Roma Roman Salafi Salafist
    Samaritan Sami Saxon Scandinavian Scot Shia Shiite Sicilian Sikh Sindhi Sinhalese Slav Soviet
    Sufi Sunni Tamil Tatar Texan Tigrayan Tuareg Tutsi Uighur Uyghur Venetian Wahhabi Walloon
    Xhosa Yazidi Yiddish Yoruba Zionist Zoroastrian Zulu
    """
)

_PARTIES: Final = word_set(
    """
    Chavista Communist Democrat Labourite Maoist Nazi Peronist Republican Stalinist Thatcherite Tories
    Tory Trotskyist
    """
)

_PHRASES: Final = phrase_set(
    """
    Costa Rican|Puerto Rican|Sri Lankan|New Zealander|Sierra Leonean|Saudi Arabian
    Cape Verdean|Papua New Guinean|Hong Konger|Hongkonger|New Yorker|Latin American
    Native American|First Nations|First Nation|Middle Eastern|San Marinese|Equatorial Guinean
    Bissau-Guinean|Trinidadian and Tobagonian
    """
)
_WITHOUT_PLURAL: Final = ("s", "ese", "ish", "men", "lao")
_SINGULARS: Final = frozenset(word.casefold() for word in _NATIONS | _UNCHANGED | _PEOPLES | _PARTIES)
_REGIONS: Final = word_set("balkans baltics")
_PLURALS: Final = frozenset(word + "s" for word in _SINGULARS if not word.endswith(_WITHOUT_PLURAL))

DEMONYMS: Final = Demonyms(
    words=_SINGULARS | (_PLURALS - _REGIONS),
    phrases=_PHRASES | {phrase + "s" for phrase in _PHRASES},
    prefixes=compass.DIRECTIONS | word_set("pan afro anglo franco indo sino non"),
    plural_endings=("s",),
)
