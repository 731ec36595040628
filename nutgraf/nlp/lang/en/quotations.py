"""Rules of English for quotations and their speakers."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en import reporting_verbs
from nutgraf.nlp.lang.en.person_names import FULL_NAME
from nutgraf.nlp.lang.en.possessives import POSSESSIVES
from nutgraf.nlp.lang.en.speaker_nouns import SPEAKER_NOUNS
from nutgraf.nlp.lang.en.speaker_words import NOT_NAMES, SPEAKER_WORDS
from nutgraf.nlp.lang.schema.quotations import QuotationRules, ReportingVerbs

_ELIDED: Final = re.compile(r"(?:em|til|tis|twas|cause|n|round|bout|[0-9]{2}s)\b", re.IGNORECASE)

QUOTATIONS: Final = QuotationRules(
    verbs=ReportingVerbs(
        finite=reporting_verbs.FINITE,
        plural=reporting_verbs.PLURAL,
        participial=reporting_verbs.PARTICIPIAL,
        clause_final=reporting_verbs.REPORTING,
        quoting=reporting_verbs.QUOTING,
        passing_on=reporting_verbs.PASSING_ON,
        addressing=reporting_verbs.ADDRESSING,
        naming=reporting_verbs.NAMING,
        describing=reporting_verbs.DESCRIBING,
        manner=reporting_verbs.MANNER,
        phrasal=reporting_verbs.PHRASAL,
        asking=reporting_verbs.ASKING,
        continuing=reporting_verbs.CONTINUING,
        replying=reporting_verbs.REPLYING,
        of_documents=reporting_verbs.OF_DOCUMENTS,
        denying=reporting_verbs.DENYING,
        performing=reporting_verbs.PERFORMING,
    ),
    words=SPEAKER_WORDS,
    nouns=SPEAKER_NOUNS,
    name=FULL_NAME,
    not_names=NOT_NAMES,
    possessives=POSSESSIVES,
    elided=_ELIDED,
)
