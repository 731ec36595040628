"""The noun that a number counts, found by rules over the words after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.figures.numerals import HYPHENS
from nutgraf.nlp.lang.en import event_verbs
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

IRREGULAR_PLURALS: Final = word_set(
    """
    people men women children police troops cattle fish sheep aircraft personnel staff crew others
    teeth mice geese spacecraft helicopters policemen policewomen firemen gunmen servicemen
    servicewomen fishermen businessmen congressmen grandchildren schoolchildren militiamen
    infantrymen lawmen crewmen cavalrymen salmon deer media data criteria alumni crises bases
    analyses hypotheses yes-votes livestock poultry swine offspring buses viruses campuses bonuses
    gases cases houses lenses nurses courses horses classes losses businesses glasses passes crosses
    witnesses illnesses masses addresses processes successes princesses actresses abscesses bosses
    dresses hostesses waitresses fortresses mistresses wildernesses weaknesses stresses presses
    kisses focuses choruses statuses caucuses walruses cactuses octopuses crocuses censuses doses
    roses noses phases purchases releases increases decreases databases diseases phrases leases
    vases clauses causes pauses excuses uses abuses fuses nooses
    """
)
VERBS: Final = word_set(
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
_PLURAL_ANYWAY: Final = frozenset({"species", "series", "headquarters"})
_NOT_PLURAL_ENDINGS: Final = ("ss", "us", "is", "ous", "'s")
# Plural words that stand before another plural noun: "sales assistants", "police officers".
_ATTRIBUTIVE: Final = word_set(
    """
    sales arms sports goods systems rights women men police communications operations savings
    customs media data crew staff security troops fish sheep cattle humanities emergency games
    aircraft news civilians weapons drugs works services resources children
    """
)
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
_PRONOUNS: Final = word_set("i he she it we they you that this there here who what where how let")
_LEADING: Final = word_set("more other further additional of")
_DETERMINERS: Final = word_set("the his her its their our my your these those")
_SINGULAR: Final = word_set(
    """
    person man woman child boy girl soldier officer civilian student passenger driver worker
    policeman fireman firefighter journalist doctor pilot nurse patient teenager toddler baby infant
    pensioner resident villager protester demonstrator suspect attacker gunman victim survivor
    hostage prisoner detainee inmate tourist migrant refugee house home building car vehicle ship
    boat vessel plane aircraft helicopter drone missile rocket bomb shell bullet vote seat
    death injury arrest fatality member employee cyclist pedestrian motorist rider miner
    fisherman sailor teacher pupil school hospital bridge church mosque shop store factory village
    town city country nation state company firm bank airport flight train bus truck lorry tank
    """
)
_IRREGULAR_SINGULAR: Final = {
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
_HYPHENATED: Final = word_set(
    "member person man woman seat seater room bed bedroom storey story judge goal run vote"
)
_NOUNS_AND_VERBS: Final = word_set("building record train house test free fire order report ship open cost")
_MOVES: Final = frozenset({"risen", "fallen", "grown", "closed", "opened", "reopened"})
_WINDOW: Final = 6
_SHORTEST_PLURAL: Final = 4
_SHORTEST_ACRONYM: Final = 3


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A counted noun: its plural, the words that describe it, and the index after it.

    ``apart`` says that something else stands between the number and the noun, so that they are no single
    span.
    """

    unit: str
    phrase: str
    head: int
    after: int
    apart: bool = False


def ends_noun_phrase(word: str) -> bool:
    """Whether a lower-case word ends a noun phrase, pronouns with a verb ("he's", "they've") included."""
    if word in STOPS or word.endswith("n't"):
        return True
    stem, apostrophe, _ = word.partition("'")
    return bool(apostrophe) and stem in _PRONOUNS


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in IRREGULAR_PLURALS or word in _PLURAL_ANYWAY:
        return True
    if (
        len(word) < _SHORTEST_PLURAL
        or not word.endswith("s")
        or word in _NOT_PLURAL
        or word in VERBS
        or word in STOPS
    ):
        return False
    return not word.endswith(_NOT_PLURAL_ENDINGS)


def counted_noun_at(reader: TokenReader, index: int, *, single: bool) -> CountedNoun | None:
    """The noun counted by a number that ends before ``index``; ``single`` when the number is one."""
    if reader.low(index) in HYPHENS and reader.glued(index) and reader.glued(index + 1):
        return _hyphenated(reader, index)
    first = index
    while first < index + 2 and reader.low(first) in _LEADING:
        first += 1
    if first > index and reader.low(first) in _DETERMINERS:
        first += 1
    named = first
    if reader.lows(first, 3) == ("u", ".", "s"):
        first += 4 if reader.low(first + 3) == "." else 3
    first, apart = _past_age(reader, first)
    head = _singular_head(reader, first) if single else _plural_head(reader, first)
    if head is None:
        return None
    phrase = " ".join(reader.slice(first if apart else named, head + 1).split())
    low = reader.low(head)
    unit = _IRREGULAR_SINGULAR.get(low, _pluralised(low) if single else low)
    return CountedNoun(unit, phrase.lower() if phrase.isupper() else phrase, head, head + 1, apart)


def _past_age(reader: TokenReader, index: int) -> tuple[int, bool]:
    """Steps over "12-year-old" between a number and its noun ("two 12-year-old boys")."""
    if reader.at(index).kind == "number" and reader.lows(index + 1, 4) == ("-", "year", "-", "old"):
        return index + 5, True
    return index, False


def _hyphenated(reader: TokenReader, index: int) -> CountedNoun | None:
    """Reads "a 12-member panel" counts members."""
    low = reader.low(index + 1)
    if low not in _HYPHENATED:
        return None
    unit = _IRREGULAR_SINGULAR.get(low, _pluralised(low))
    return CountedNoun(unit, unit, index + 1, index + 2)


def _pluralised(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _singular_head(reader: TokenReader, first: int) -> int | None:
    for index in range(first, first + 3):
        low = reader.low(index)
        if low in _SINGULAR:
            return index + 1 if reader.low(index + 1) in _SINGULAR else index
        if reader.at(index).kind != "word" or ends_noun_phrase(low):
            return None
    return None


def _plural_head(reader: TokenReader, first: int) -> int | None:
    """The first plural noun within a few words, or the last of a run of them."""
    index = first
    while index < first + _WINDOW:
        low = reader.low(index)
        if reader.at(index).kind != "word":
            if not (low in HYPHENS and index > first and reader.glued(index) and reader.glued(index + 1)):
                return None
        elif (
            ends_noun_phrase(low)
            or low in VERBS
            or (low in event_verbs.CANONICAL and not _modifies(reader, index))
        ):
            return None
        elif is_plural(low) or _acronym(reader.at(index).text):
            following = reader.low(index + 1)
            name = reader.at(index).text[0].isupper() and reader.at(index + 1).text.islower()
            if (
                (name or low in _ATTRIBUTIVE)
                and is_plural(following)
                and following not in event_verbs.CANONICAL
            ):
                return index + 1
            return index
        index += 1
    return None


def _acronym(word: str) -> bool:
    """Whether a word is the plural of capitals: "MPs"."""
    return len(word) >= _SHORTEST_ACRONYM and word[-1] == "s" and word[:-1].isupper()


def _modifies(reader: TokenReader, index: int) -> bool:
    """Whether a form of a verb is a noun itself, "12 attacks", or stands before one, "12 injured men".

    "FTSE 100 closes" has a verb: what indices do is seldom counted.
    """
    low = reader.low(index)
    if is_plural(low):
        return low in event_verbs.NOUNS or event_verbs.CANONICAL[low] not in _MOVES
    return is_plural(reader.low(index + 1)) or low in _NOUNS_AND_VERBS
