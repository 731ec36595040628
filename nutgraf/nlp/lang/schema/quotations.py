"""Rules of a language for quotations and their speakers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.patterns import NEVER
from nutgraf.nlp.lang.schema.possessives import Possessives


@dataclass(frozen=True, eq=False, slots=True)
class ReportingVerbs:
    """Forms of verbs that a quotation may hang on, lower case.

    Attributes:
        finite: forms that take a subject ("said", "says").
        plural: those of them that are infinitives too ("write").
        participial: forms that continue the clause of a subject ("saying", "adding").
        clause_final: finite forms that may end a sentence whose beginning they report ("..., Lenz said.").
        quoting: verbs whose object is the speaker ("quoted").
        passing_on: verbs whose object is the speaker where one of ``SpeakerWords.complement_markers`` follows
            ("cited Lenz as saying"), those of ``quoting`` included.
        addressing: verbs whose object may be a person ("told reporters").
        naming: verbs and participles that, right before an opening mark, give a name instead of quoting ("a
            group called “Free Now”").
        describing: verbs that a quotation of one or two words may hang on, though nobody is named ("hailed").
        manner: finite verbs of a manner or of another act ("fumed", "smiled"), which report only behind a
            quotation, or right before its colon or comma.
        phrasal: verbs of manner by the particles that make them report ("shot": "back").
        asking: verbs of questions, whose object is to answer.
        continuing: verbs by which somebody goes on speaking ("added").
        replying: verbs of answers, which are not said by who asked.
        of_documents: verbs whose subject may be a sign or a paper ("read"); only people speak by them.
        denying: verbs by which somebody says that they did not speak ("denied saying").
        performing: verbs of songs and roles, whose words are another's ("sang").
        forms: the finite and the participial ones, and those of manner.
    """

    finite: frozenset[str] = frozenset()
    plural: frozenset[str] = frozenset()
    participial: frozenset[str] = frozenset()
    clause_final: frozenset[str] = frozenset()
    quoting: frozenset[str] = frozenset()
    passing_on: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    describing: frozenset[str] = frozenset()
    manner: frozenset[str] = frozenset()
    phrasal: Mapping[str, frozenset[str]] = field(default_factory=dict)
    asking: frozenset[str] = frozenset()
    continuing: frozenset[str] = frozenset()
    replying: frozenset[str] = frozenset()
    of_documents: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    performing: frozenset[str] = frozenset()
    forms: frozenset[str] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        forms = self.finite | self.participial | self.manner | frozenset(self.phrasal)
        object.__setattr__(self, "forms", forms)


@dataclass(frozen=True, eq=False, slots=True)
class SpeakerWords:
    """Function words around a reporting verb and its subject, lower case.

    Attributes:
        pronouns: pronouns that may be the subject of a reporting verb ("he", "they", "who").
        person_pronouns: those of them that stand for one person, each with the titles that no such person has
            ("he": "mrs", "queen").
        relative_pronouns: those of them that refer to the noun before ("who").
        thing_pronouns: those of them that stand for an organisation ("it").
        plural_pronouns: those of them that stand for several people ("they").
        third_persons: by pronoun of one person, all its forms ("he": "him", "his").
        joint: words that tell that several people speak as one ("joint", "together").
        infinitive_openings: words before an infinitive, which has no subject of its own ("to", "will").
        first_persons: pronouns by which somebody speaks of themselves ("I", "our").
        possessives: possessive determiners ("his").
        definite_articles: articles of something known ("the").
        articles: all articles ("the", "a", "an").
        determiners: articles, possessives and quantifiers that may open a subject ("his", "another").
        noun_determiners: determiners behind which a word is a noun, even one that looks like a verb ("his
            claims").
        prepositions: prepositions; a name behind one is no subject.
        title_prepositions: those of them that a title may have before its place ("Mayor of").
        conjunctions: conjunctions between two verbs of one subject ("and", "but").
        joining: conjunctions between two names ("and").
        clause_openings: words that open a clause ("that", "when").
        participle_openings: words between a clause and a participle that continues it ("while", "by").
        absolute_openings: prepositions before a subject with a participle ("with Lenz saying").
        agent_prepositions: prepositions before the agent of a passive verb ("hailed by Lenz").
        complement_markers: words before what somebody says or calls a thing ("quoted Lenz as saying").
        passive_auxiliaries: auxiliaries of the passive voice ("was"); the subject of a passive verb does not
            speak.
        between: words that may stand between a subject and its verb ("has", "later", "on", "monday").
        verb_openings: adverbs that may stand between a quotation and an inverted verb ("later said Lenz").
        adverb_endings: endings of adverbs that may stand in both places ("ly").
        not_adverbs: words with such an ending that are no adverbs ("family").
        continuing: adverbs by which somebody goes on speaking ("also").
        source_phrases: phrases that a source follows, as tuples of words ("according", "to").
        source_openings: their first words.
        negations: words that say that something was not said ("never", "refused").
        restricting: words behind a negation that leave it said ("not only").
        denied_openings: words behind a verb of denial before what was not said ("having", "that").
        object_relatives: relative pronouns of an object ("whom"), behind which another subject follows.
        grounds: prepositions before what somebody speaks or acts about ("over").
        relative_clause: pattern of the beginning of a relative clause or of a participle behind a name.
    """

    pronouns: frozenset[str] = frozenset()
    person_pronouns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    relative_pronouns: frozenset[str] = frozenset()
    thing_pronouns: frozenset[str] = frozenset()
    plural_pronouns: frozenset[str] = frozenset()
    third_persons: Mapping[str, frozenset[str]] = field(default_factory=dict)
    joint: frozenset[str] = frozenset()
    infinitive_openings: frozenset[str] = frozenset()
    first_persons: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    definite_articles: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    noun_determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    title_prepositions: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    clause_openings: frozenset[str] = frozenset()
    participle_openings: frozenset[str] = frozenset()
    absolute_openings: frozenset[str] = frozenset()
    agent_prepositions: frozenset[str] = frozenset()
    complement_markers: frozenset[str] = frozenset()
    passive_auxiliaries: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    verb_openings: frozenset[str] = frozenset()
    adverb_endings: tuple[str, ...] = ()
    not_adverbs: frozenset[str] = frozenset()
    continuing: frozenset[str] = frozenset()
    source_phrases: tuple[tuple[str, ...], ...] = ()
    source_openings: frozenset[str] = field(init=False, default=frozenset())
    negations: frozenset[str] = frozenset()
    restricting: frozenset[str] = frozenset()
    denied_openings: frozenset[str] = frozenset()
    object_relatives: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    relative_clause: re.Pattern[str] = NEVER

    def __post_init__(self) -> None:
        object.__setattr__(self, "source_openings", frozenset(phrase[0] for phrase in self.source_phrases))


@dataclass(frozen=True, eq=False, slots=True)
class SpeakerNouns:
    """Nouns that stand for a speaker, and what tells whom they stand for, lower case.

    Attributes:
        roles: what a person may be ("minister", "spokeswoman").
        genders: those of the roles that tell the sex, each with the pronoun of that sex ("woman": "she").
        onlookers: roles that an event brings with it, so that a report may quote "the doctor" whom it has not
            named.
        age: pattern of an age that stands for a person ("29-year-old").
        addresses: what stands before a name with a capital alone ("Mr").
        plural_roles: their plurals, each with its singular.
        other_offices: words before a role that make another office of it ("deputy minister").
        kinds: what an organisation may be ("airline"), each with the words that such organisations bear in
            their names ("airways").
        open_kinds: those of them whose organisations often bear no such word.
        documents: what is written and has an author ("statement").
        counts: numerals and nouns that tell how many people a plural stands for ("two").
        groups: those of them that stand for people without another noun ("couple").
        many: other words for people in the plural ("families", "them").
        document_sources: prepositions between a document and its author ("from").
        voices: nouns that follow the possessive of a speaker ("words").
        sayings: nouns for words that somebody has spoken ("remark").
        surfaces: things with words on them, which nobody speaks ("banner").
        given_names: by pronoun, first names that nobody has whom it stands for.
    """

    roles: frozenset[str] = frozenset()
    genders: Mapping[str, str] = field(default_factory=dict)
    onlookers: frozenset[str] = frozenset()
    age: re.Pattern[str] = NEVER
    addresses: frozenset[str] = frozenset()
    plural_roles: Mapping[str, str] = field(default_factory=dict)
    other_offices: frozenset[str] = frozenset()
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    open_kinds: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)
    groups: frozenset[str] = frozenset()
    many: frozenset[str] = frozenset()
    document_sources: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    sayings: frozenset[str] = frozenset()
    surfaces: frozenset[str] = frozenset()
    given_names: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, slots=True)
class QuotationRules:
    """Word lists and rules for quotations.

    With the empty object quotations are found by their marks, and a speaker only in front of a colon.

    Attributes:
        verbs: reporting verbs.
        words: function words around a reporting verb.
        nouns: nouns that stand for a speaker.
        name: pattern of a person's full name or surname, for speakers who are no entity of the article.
        not_names: words with a capital that are no part of a speaker's name, lower case, without full stops:
            titles, weekdays, and words that open a sentence.
        possessives: possessive forms; a name in the possessive is no subject.
        elided: pattern of a word behind an apostrophe that is no quotation mark ("'em", "'90s").
    """

    verbs: ReportingVerbs = field(default_factory=ReportingVerbs)
    words: SpeakerWords = field(default_factory=SpeakerWords)
    nouns: SpeakerNouns = field(default_factory=SpeakerNouns)
    name: re.Pattern[str] = NEVER
    not_names: frozenset[str] = frozenset()
    possessives: Possessives = field(default_factory=Possessives)
    elided: re.Pattern[str] = NEVER
