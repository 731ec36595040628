"""Boilerplate detection, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.en import boilerplate_appeals as appeals
from nutgraf.nlp.lang.en import boilerplate_credits as credit_lines
from nutgraf.nlp.lang.en import boilerplate_inline as inline
from nutgraf.nlp.lang.en import boilerplate_navigation as navigation
from nutgraf.nlp.lang.en import reader_address, site_vocabulary
from nutgraf.nlp.lang.en.function_words import COMMONEST, UNSPECIFIC
from nutgraf.nlp.lang.schema.boilerplate import (
    AddressPatterns,
    BoilerplateRules,
    CreditPatterns,
    InlinePatterns,
    SiteWords,
    line_patterns,
)

BOILERPLATE = BoilerplateRules(
    line_patterns=line_patterns(
        {
            "metadata": navigation.METADATA,
            "navigation": navigation.NAVIGATION,
            "share": navigation.SHARE,
            "caption": credit_lines.CAPTION,
            "advertisement": appeals.ADVERTISEMENT,
            "cookie": appeals.COOKIE,
            "newsletter": appeals.NEWSLETTER,
            "comments": appeals.COMMENTS,
            "copyright": appeals.COPYRIGHT,
            "related": navigation.RELATED,
        }
    ),
    credits=CreditPatterns(
        byline=credit_lines.BYLINE,
        biography=credit_lines.BIOGRAPHY,
        credit=credit_lines.CREDIT,
        credited_picture=credit_lines.CREDITED_PICTURE,
    ),
    related_heading=navigation.RELATED_HEADING,
    inline=InlinePatterns(prefix=inline.PREFIX, byline=inline.BYLINE, suffix=inline.SUFFIX),
    reported=reader_address.REPORTED,
    addressed=reader_address.ADDRESSED,
    address=AddressPatterns(
        first_person=reader_address.FIRST_PERSON,
        second_person=reader_address.SECOND_PERSON_OR_PLEASE,
        imperative=reader_address.IMPERATIVE,
        speech=reader_address.SPEECH,
        person=reader_address.PERSON,
        past=reader_address.PAST,
        present=reader_address.PRESENT,
        self_reference=reader_address.SELF_REFERENCE,
    ),
    unambiguous_words=SiteWords.compile(site_vocabulary.UNAMBIGUOUS),
    ambiguous_words=SiteWords.compile(site_vocabulary.AMBIGUOUS),
    commonest_words=COMMONEST,
    unspecific_words=UNSPECIFIC,
    plural_endings="s",
    model="boilerplate",
)
