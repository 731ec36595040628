"""Nouns of English that numbers count, and the words that end a noun phrase."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en import grammar
from nutgraf.nlp.lang.en.counted_things import HYPHENATED, SINGLE_THINGS
from nutgraf.nlp.lang.en.number_words import PARTITIVES
from nutgraf.nlp.lang.en.people_nouns import KINDS_OF_PEOPLE, PEOPLE
from nutgraf.nlp.lang.en.pronouns import POSSESSIVES, SUBJECTS
from nutgraf.nlp.lang.schema.figures.counted_nouns import CountedNounRules
from nutgraf.nlp.lang.schema.phrases import phrase_table
from nutgraf.nlp.word_lists import word_set

_IRREGULAR_PERSONS: Final = word_set(
    """
    people men women children police troops personnel staff crew others policemen policewomen firemen
    gunmen servicemen servicewomen fishermen businessmen congressmen grandchildren schoolchildren
    militiamen infantrymen lawmen crewmen cavalrymen offspring
    """
)
_IRREGULAR_THINGS: Final = word_set(
    """
    cattle fish sheep aircraft teeth mice geese spacecraft helicopters salmon deer media data criteria
    alumni crises bases analyses hypotheses yes-votes livestock poultry swine buses viruses campuses
    bonuses gases cases houses lenses nurses courses horses classes losses businesses glasses passes
    crosses witnesses illnesses masses addresses processes successes princesses actresses abscesses
    bosses dresses hostesses waitresses fortresses mistresses wildernesses weaknesses stresses presses
    kisses focuses choruses statuses caucuses walruses cactuses octopuses crocuses censuses doses roses
    noses phases purchases releases increases decreases databases diseases phrases leases vases clauses
    causes pauses excuses uses abuses fuses nooses
    """
)
_FINITE_VERBS: Final = word_set(
    """
    shows plays makes takes gets goes comes wants needs means remains includes begins leads looks
    seems becomes helps lets puts sees keeps gives tells asks believes thinks knows feels likes
    loves hopes says has does was is
    """
)
_NOT_PLURAL: Final = word_set(
    """
    news gas bus lens always perhaps yes plus minus less across towards afterwards overseas besides
    sometimes thus whereas its his this us as politics economics physics athletics christmas texas
    ours yours hers theirs upwards downwards forwards backwards indoors outdoors nowadays chaos
    species series headquarters james thomas charles francis wales paris brussels los las des les
    athens arms-length s according alas atlas bias canvas pancreas mathematics ethics gymnastics
    aids measles diabetes rabies
    """
)
_PLURAL_ANYWAY: Final = word_set("species series headquarters")
_NOT_PLURAL_ENDINGS: Final = ("ss", "us", "is", "ous", "'s")
_SHORTEST_PLURAL: Final = 4
STOPS: Final = word_set(
    """
    the a an this that these those my your his her its our their and or but nor so yet if then than
    as at by for from in into of off on onto out over to up with within without about above across
    after against along among around before behind below beneath beside between beyond despite down
    during except inside like near outside past per since through throughout toward towards under
    until upon via while when where who whom whose which what why how is are was were be been being
    am has have had do does did will would shall should can could may might must not no i he she it
    we they you him them us me himself themselves itself there here also only just even still
    already ever never again because although though unless whether said says told say ago later
    earlier today yesterday tomorrow tonight including following aboard amid plus minus both each every all
    any some such very too now came went got made took saw gave left according once twice times'
    """
)
"""Words that end a noun phrase."""

PERSONS: Final = word_set(
    """
    person man woman child boy girl soldier officer civilian student passenger driver worker policeman
    fireman firefighter journalist doctor pilot nurse patient teenager toddler baby infant pensioner
    resident villager protester demonstrator suspect attacker gunman victim survivor hostage prisoner
    detainee inmate tourist migrant refugee member employee cyclist pedestrian motorist rider miner
    fisherman sailor teacher pupil
    """
)
"""Nouns for one person."""
_THINGS: Final = word_set(
    """
    house home building car vehicle ship boat vessel plane aircraft helicopter drone missile rocket bomb
    shell bullet vote seat death injury arrest fatality school hospital bridge church mosque shop store
    factory village town city country nation state company firm bank airport flight train bus truck
    lorry tank
    """
)
"""Nouns that are counted in the singular behind "one"."""

_MORE_PEOPLE: Final = word_set(
    """
    activists candidates captives castaways defendants diners fans farmers fighters guests girls boys
    insurgents lawmakers militants mps operatives players politicians rebels recruits schoolgirls
    schoolboys supporters veterans voters worshippers brothers sisters sons daughters twins parents fathers
    mothers husbands wives grandparents cousins
    """
)
_UNIT_NAMES: Final = {
    "strong": "people",
    "try": "tries",
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "policeman": "policemen",
    "fireman": "firemen",
    "gunman": "gunmen",
    "fisherman": "fishermen",
    "aircraft": "aircraft",
    "persons": "people",
    "others": "people",
    "peoples": "people",
}


def is_plural(word: str) -> bool:
    """Return whether a lower-case word looks like a plural noun."""
    if word in _IRREGULAR_PERSONS or word in _IRREGULAR_THINGS or word in _PLURAL_ANYWAY:
        return True
    if (
        len(word) < _SHORTEST_PLURAL
        or not word.endswith("s")
        or word in _NOT_PLURAL
        or word in _FINITE_VERBS
        or word in STOPS
    ):
        return False
    return not word.endswith(_NOT_PLURAL_ENDINGS)


COUNTED_NOUNS: Final = CountedNounRules(
    is_plural=is_plural,
    plural_of=grammar.plural_of,
    is_plural_acronym=grammar.is_plural_acronym,
    singular=PERSONS | _THINGS | SINGLE_THINGS,
    unit_names=_UNIT_NAMES,
    generic_people=word_set("others persons peoples"),
    people=frozenset(_UNIT_NAMES.get(word, grammar.plural_of(word)) for word in PERSONS)
    | _IRREGULAR_PERSONS
    | _MORE_PEOPLE
    | frozenset(word for word in PEOPLE | KINDS_OF_PEOPLE if is_plural(word)) - {"lives"},
    audiences=word_set(
        """
        users viewers followers subscribers customers visitors listeners readers members households fans
        downloads views accounts jobs
        """
    ),
    animals=word_set(
        """
        alpacas animals antelopes bears birds bulls calves camels cats cattle chickens cows deer dogs dolphins
        donkeys ducks eagles elephants ewes fish foxes geese goats hens horses lambs leopards lions lizards
        monkeys mules oxen penguins pigs pigeons ponies puppies rabbits rats rhinos seals sharks sheep snakes
        swans tigers tortoises turkeys turtles vultures walruses whales wolves
        """
    ),
    stops=STOPS,
    stop_suffixes=("n't",),
    contracting_pronouns=SUBJECTS | word_set("that this there here what who where how let"),
    finite_verbs=_FINITE_VERBS,
    # Plural words that stand before another plural noun: "sales assistants", "police officers".
    attributive=word_set(
        """
        sales arms sports goods systems rights women men police communications operations savings
        customs media data crew staff security troops fish sheep cattle humanities emergency games
        aircraft news civilians weapons drugs works services resources children
        """
    ),
    leading=PARTITIVES | word_set("more other further additional such"),
    determiners=POSSESSIVES | word_set("the these those"),
    abbreviated_adjectives=phrase_table({True: "u . s|u . s ."}),
    age_adjectives=phrase_table({True: "- year - old"}),
    hyphenated=HYPHENATED,
    nouns_and_verbs=word_set("building record train house test free fire order report ship open cost"),
)
