"""Nouns of English that stand for a speaker: roles of people, kinds of organisations and documents."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en import given_names, honorifics, people_nouns
from nutgraf.nlp.lang.schema.quotations import SpeakerNouns
from nutgraf.nlp.word_lists import word_set

_OFFICES: Final = (
    honorifics.RANKS - word_set("hon honourable honorable father sister brother king queen")
) | word_set(
    """
    leader secretary-general undersecretary lawmaker legislator deputy mp mep msp candidate whip mayor
    sheriff prosecutor attorney solicitor barrister lawyer counsel investigator detective coroner magistrate
    warden spokesman spokeswoman spokesperson representative rep official delegate envoy diplomat negotiator
    mediator head chief chief-executive boss executive president founder co-founder cofounder owner chairman
    chairwoman chairperson chair manager supervisor administrator treasurer secretary economist strategist
    analyst adviser advisor consultant expert specialist researcher scientist professor lecturer historian
    physicist chemist biologist astronomer geologist seismologist meteorologist forecaster climatologist
    epidemiologist virologist psychologist psychiatrist sociologist criminologist archaeologist engineer
    architect designer developer programmer inventor principal headteacher headmaster headmistress teacher
    rector dean provost chancellor vice-chancellor doctor surgeon physician paediatrician pediatrician nurse
    midwife paramedic pharmacist vet veterinarian priest vicar pastor chaplain
    """
)
_OCCUPATIONS: Final = word_set(
    """
    coach trainer captain skipper goalkeeper keeper defender midfielder striker forward winger quarterback
    pitcher baseman shortstop outfielder catcher batsman batter bowler sprinter swimmer cyclist racer golfer
    boxer skier jockey player footballer referee umpire athlete champion teammate team-mate actor actress
    singer songwriter rapper musician guitarist drummer bassist violinist pianist conductor composer dancer
    choreographer comedian comic presenter host filmmaker film-maker director producer screenwriter
    playwright novelist poet writer author columnist blogger journalist reporter correspondent editor
    photographer artist painter sculptor curator model celebrity farmer fisherman shepherd baker butcher
    chef cook waiter waitress barman barmaid bartender shopkeeper landlord landlady publican hairdresser
    plumber electrician carpenter builder miner docker welder driver pilot co-pilot sailor astronaut
    cosmonaut firefighter fireman policeman policewoman officer soldier veteran ranger gamekeeper zookeeper
    gardener volunteer organiser organizer activist campaigner protester demonstrator unionist entrepreneur
    businessman businesswoman businessperson investor trader banker broker billionaire philanthropist
    witness eyewitness bystander survivor victim resident neighbour neighbor villager tourist holidaymaker
    passenger fisher guard student pupil undergraduate graduate pensioner therapist harbourmaster leaker
    """
)
_ROLES: Final = (_OFFICES | _OCCUPATIONS) - word_set("private major fr hon model forward")
_GENDERS: Final = {"woman": "she", "girl": "she", "lady": "she", "man": "he", "boy": "he"}
_ONLOOKERS: Final = honorifics.RANKS | word_set(
    """
    official spokesman spokeswoman spokesperson representative rep head chief boss manager owner chairman
    chairwoman president director prosecutor attorney solicitor barrister lawyer counsel investigator
    detective coroner magistrate warden witness eyewitness bystander survivor victim resident neighbour
    neighbor villager doctor surgeon physician nurse paramedic vet officer policeman policewoman soldier
    fireman firefighter rescuer judge reporter interviewer journalist host presenter coach trainer captain
    referee teammate team-mate expert analyst passenger driver pilot landlord landlady driver caller
    customer shopkeeper cyclist motorist pedestrian banker lender dealer priest vicar pastor teacher
    headteacher principal
    """
)
_IRREGULAR: Final = {
    "man": "men",
    "woman": "women",
    "lady": "ladies",
    "spokesman": "spokesmen",
    "spokeswoman": "spokeswomen",
    "businessman": "businessmen",
    "businesswoman": "businesswomen",
    "congressman": "congressmen",
    "congresswoman": "congresswomen",
    "chairman": "chairmen",
    "chairwoman": "chairwomen",
    "fisherman": "fishermen",
    "fireman": "firemen",
    "policeman": "policemen",
    "policewoman": "policewomen",
    "batsman": "batsmen",
    "baseman": "basemen",
    "witness": "witnesses",
    "coach": "coaches",
}


def _plural(role: str) -> str:
    if role in _IRREGULAR:
        return _IRREGULAR[role]
    return f"{role[:-1]}ies" if role.endswith(("cy", "ry", "ty")) else f"{role}s"


_KINDS: Final = {
    "airline": "airlines airways airline air",
    "carrier": "airlines airways airline air",
    "airport": "airport",
    "ministry": "ministry",
    "department": "department",
    "agency": "agency",
    "administration": "administration",
    "authority": "authority",
    "commission": "commission",
    "committee": "committee",
    "council": "council",
    "court": "court",
    "embassy": "embassy",
    "university": "university",
    "college": "college",
    "school": "school academy",
    "hospital": "hospital infirmary clinic",
    "clinic": "clinic",
    "museum": "museum gallery",
    "zoo": "zoo",
    "aquarium": "aquarium",
    "bank": "bank banking",
    "brewery": "brewery",
    "church": "church",
    "theatre": "theatre theater",
    "theater": "theatre theater",
    "federation": "federation",
    "association": "association",
    "institute": "institute",
    "foundation": "foundation",
    "society": "society",
    "party": "party",
    "police": "police constabulary",
    "league": "league",
    "newspaper": "times post tribune gazette herald courier news journal chronicle telegraph guardian",
    "paper": "times post tribune gazette herald courier news journal chronicle telegraph guardian",
    "magazine": "magazine",
    "broadcaster": "television tv radio broadcasting news",
    "company": "",
    "firm": "",
    "business": "",
    "corporation": "corporation",
    "group": "group",
    "conglomerate": "",
    "maker": "",
    "carmaker": "motors",
    "automaker": "motors",
    "chipmaker": "",
    "manufacturer": "",
    "supplier": "",
    "operator": "",
    "retailer": "",
    "supermarket": "",
    "chain": "",
    "startup": "",
    "start-up": "",
    "utility": "water power gas energy electric",
    "lender": "bank",
    "insurer": "insurance",
    "brewer": "brewery",
    "shipyard": "shipyard yard",
    "railway": "railway rail railways",
    "network": "network",
    "union": "union",
    "charity": "trust foundation",
    "organisation": "organisation",
    "organization": "organization",
    "club": "club fc united city rovers",
    "team": "fc united city rovers",
    "outfit": "",
}
_OPEN_KINDS: Final = word_set(
    """
    airline carrier bank brewery company firm business corporation group conglomerate maker carmaker
    automaker chipmaker manufacturer supplier operator retailer supermarket chain startup start-up utility
    lender insurer brewer network union charity organisation organization club
    """
)

SPEAKER_NOUNS: Final = SpeakerNouns(
    roles=_ROLES | frozenset(_GENDERS),
    genders=_GENDERS,
    onlookers=_ONLOOKERS,
    age=re.compile(r"[0-9]{1,3}-year-old"),
    addresses=honorifics.TITLES,
    plural_roles={_plural(role): role for role in sorted(_ROLES | frozenset(_GENDERS))},
    other_offices=word_set("prime deputy vice assistant former ex acting interim shadow junior opposition"),
    kinds={noun: frozenset(words.split()) for noun, words in _KINDS.items()},
    open_kinds=_OPEN_KINDS,
    documents=word_set(
        """
    statement letter post tweet email e-mail message memo note notice release report article commentary
    editorial leaflet poster communique petition
    """
    ),
    counts={"two": 2, "both": 2, "three": 3, "pair": 2, "couple": 2, "duo": 2, "trio": 3},
    groups=word_set("pair couple duo trio"),
    many=people_nouns.KINDS_OF_PEOPLE
    | people_nouns.PEOPLE
    | word_set(
        "police families parents couples relatives friends fans voters supporters members staff guests"
    ),
    document_sources=word_set("from by"),
    voices=word_set("words"),
    sayings=word_set("words word remark remarks comment comments slogan phrase phrases message outburst"),
    surfaces=word_set(
        """
        shirt t-shirt tshirt sweatshirt hoodie jacket cap hat sign signs banner banners placard placards flag
        badge sticker stickers mural plaque tattoo billboard shirts t-shirts
        """
    ),
    given_names={"he": given_names.FEMININE, "she": given_names.MASCULINE},
)
