"""Paragraphs and sentences, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.en.calendar import MONTHS, WEEKDAYS
from nutgraf.nlp.lang.en.function_words import ARTICLES, CONJUNCTIONS, OPEN_ENDINGS, PREPOSITIONS
from nutgraf.nlp.lang.en.name_particles import ELIDED_PARTICLES, PARTICLES
from nutgraf.nlp.lang.en.pronouns import DEMONSTRATIVES, POSSESSIVES, SUBJECTS
from nutgraf.nlp.lang.en.reporting_verbs import AFTER_EXCLAMATION
from nutgraf.nlp.lang.schema.segmentation import SegmentationRules
from nutgraf.nlp.word_lists import word_set

_NAME_ENDINGS = word_set(
    """
    Inc Co Corp Ltd Plc Jr Sr Esq Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Mich Minn Mo Mont
    Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ala Ariz Ark
    """
)

_SENTENCE_OPENINGS = (
    ARTICLES
    | SUBJECTS
    | POSSESSIVES
    | DEMONSTRATIVES
    | CONJUNCTIONS
    | (PREPOSITIONS - word_set("of like via per"))
    | word_set(
        """
        when while if because although though since as then there here however meanwhile also still now
        today yesterday earlier later both all some many most no not one another other what who how why only
        even once nobody nothing everybody everyone none police officials
        """
    )
)

SEGMENTATION = SegmentationRules(
    open_endings=OPEN_ENDINGS,
    titles=word_set("Ms Mx Amb Atty Cllr Pte Supt Det Insp"),
    places=word_set("Ft"),
    clock_endings=word_set("a.m. p.m."),
    date_openings=frozenset(name.capitalize() for name in (*MONTHS, *WEEKDAYS)),
    name_particles=PARTICLES - {"den"},  # a den is a room as well
    elided_particles=ELIDED_PARTICLES,
    reporting_verbs=AFTER_EXCLAMATION,
    subject_pronouns=SUBJECTS,
    words_like_abbreviations=word_set(
        """
        no nos ill art fig mar may miss ore cal op ver ref res exec fed min sat sun med pa mo dec rd ing ord
        del exp ext sc rt la al etc cit ind int May
        """
    ),
    closing_abbreviations=_NAME_ENDINGS
    | word_set(
        """
        ibid Bros Miss Ave Rd St Blvd Dept dept Univ Assn Hosp PhD Jan Feb Mar Apr Jun Jul Aug Sep Sept
        Oct Nov Dec
        """
    ),
    name_endings=_NAME_ENDINGS,
    roles=word_set(
        """
        chief chairman chairwoman chair president director founder spokesman spokeswoman managing vice senior
        executive general manager head owner partner mayor governor police senator representative chapter
        """
    ),
    works=word_set(
        """
        show film movie musical play opera series sitcom programme program game band group duo song album
        single record book novel magazine newspaper channel station site website app firm company brand
        festival party exhibition quiz podcast comedy hit sequel revival franchise
        """
    ),
    names_with_marks=word_set("Yahoo Jeopardy Oklahoma Airplane Wham Panic Hello OK Oliver"),
    sentence_openings=_SENTENCE_OPENINGS,
    number_abbreviations=word_set(
        """
        approx Approx est Est max Max min Min avg Avg ca Ca c circa incl excl pop Pop temp tel Tel ext Ext no
        No nos Nos fig Fig figs Figs vol Vol vols p pp sec Sec art Art ch Ch ver Ver para paras
        """
    ),
)
