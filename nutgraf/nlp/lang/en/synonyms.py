"""Words of news that mean the same in most reports, under one name each, so that two outlets' words compare.

The names of verbs are participles, as in ``event_verbs``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from nutgraf.nlp.lang.en import grammar
from nutgraf.nlp.lang.en.event_verbs import EVENT_VERBS

_NOUNS: Final = """
    fire blaze inferno flame wildfire
    ship vessel boat
    company firm business corporation
    plane aircraft airliner jet airplane aeroplane
    car vehicle automobile
    lorry truck
    worker employee staff staffer workforce personnel
    doctor physician medic
    hospital infirmary
    lawyer attorney solicitor barrister
    judge magistrate
    prison jail gaol
    police policeman policewoman officer constable cop
    firefighter fireman
    child kid youngster infant toddler
    teenager teen adolescent
    mother mum mom
    father dad
    earthquake quake tremor
    storm gale tempest
    flood flooding floodwater deluge
    explosion blast detonation
    crash collision accident smash
    gun weapon firearm
    attack assault raid
    victim casualty
    deal agreement accord pact contract
    talk negotiation discussion
    bought takeover acquisition buyout
    offer bid proposal
    share stock
    profit earnings
    revenue sales turnover
    deficit shortfall
    tax levy duty
    walkout strike stoppage
    protest demonstration rally
    protester demonstrator
    law legislation statute
    probed inquiry investigation probe
    scientist researcher academic
    pupil student schoolchild schoolboy schoolgirl
    match game fixture
    title championship trophy
    coach manager
    chairman chairwoman chair chairperson
    boss chief head leader
    spokesman spokeswoman spokesperson
    resident local inhabitant villager neighbour neighbor
    passenger traveller traveler
    tourist visitor holidaymaker
    illness disease sickness
    drug medicine medication
    vaccine jab
    factory plant mill
    mine pit colliery
    power electricity
    phone mobile smartphone handset
    money cash fund funding
    painting canvas artwork
    theft robbery heist burglary
    thief robber burglar
    suspect defendant
    gunman shooter attacker assailant
    hostage captive
    rain downpour rainfall
    wind gust
    area region zone district
    coast shore shoreline
    harbour harbor port
    railway railroad rail
    fault defect malfunction
    cause reason
    evidence proof
    plan scheme
    project programme program
    statement communique
    pay wage salary
    closed closure shutdown
    flat apartment
    house home residence dwelling
    spill leak leakage
    pollution contamination
    alarm alert
    search hunt
    body corpse remains
    award prize honour honor
    film movie
    concert gig
    author writer novelist
    road highway motorway
    cabinet government administration
    lawmaker legislator parliamentarian
    centre center
    metre meter
    labour labor
    defence defense
    ceasefire truce armistice
    refugee migrant
    soldier troop
    rebel insurgent
    customer client consumer shopper
    supplier vendor
    shareholder investor stockholder
    dismissed layoff redundancy dismissal
    compensation damages payout
    rate percentage
    debt borrowing
    loan credit
    outbreak epidemic
    supporter fan
    opponent rival
    witness eyewitness onlooker bystander
    captain skipper
    coastguard lifeguard
    sailor seaman crewman
    landslide mudslide
    rubble debris wreckage
    dawn daybreak sunrise
    bus coach minibus
    shop store outlet
    restaurant eatery
    pub bar
    farm ranch
    farmer grower
    fee tariff
    emission
    permit licence license
    lawsuit suit
    verdict ruling judgment judgement
    penalty punishment
    anniversary
    ballot vote
    poll survey
    speech address
    dispute row feud
    failure breakdown
    outage blackout
    delay postponement
    launched launch rollout
    found discovery
    destroyed destruction
    killed fatality
    fallen collapse downturn
    beaten defeat
    chosen selection
    fled escape
    update upgrade
    bug glitch flaw
    hacker intruder
    breach hack
"""
"""Nouns, those of a line for one thing; their plurals are made."""

_VERBS: Final = """
    started start begin began begun beginning begins commence originate
    stopped stop halt cease end finish
    closed close shut shuts shutting shutter
    bought purchase acquire
    built construct erect
    destroyed destroy gut demolish raze wreck
    crashed crash collide smash slam plough plow hit hits hitting struck striking ram rams rammed
    rescued rescue save pluck
    arrested arrest detain
    charged charge indict
    jailed jail imprison sentence
    acquitted acquit clear
    resigned resign quit quits quitting
    dismissed dismiss sack oust redundant
    appointed appoint name
    beaten beat beats beating defeat overcome
    approved approve pass authorise authorize endorse ratify
    rejected reject refuse rebuff
    cancelled cancel scrap scraps scrapped abandon
    postponed postpone delay defer defers deferred
    revealed reveal unveil disclose
    found find finds finding discover locate
    fled flee escape
    cut reduce
    risen raise lift hike boost
    banned prohibit outlaw forbid forbade forbidden bar
    blocked block obstruct
    needed require need
    helped help assist aid
    ordered order instruct command
    promised promise pledge vow
    moved move relocate
    tried try attempt seek seeks sought seeking
    probed probe investigate examine
    criticised criticise criticize condemn denounce slam
    praised praise hail laud
    admitted admit acknowledge confess concede
    protested protest demonstrate
    arrived arrive reach
    left leave leaves leaving depart
    replaced replace succeed
    broken break breaks broke breaking
    repaired repair fix mend
    inspected inspect check
    seized seize confiscate impound
    hidden hide hides hid hiding conceal
    carried carry
    hired hire recruit
    gathered gather assemble
    met meet meets meeting
    survived survive
    sunk sink sinks sank sinking
    grounded ground
    driven drive drives drove driving
    flown fly flies flew flying
    fallen collapse
    shaken shake shakes shook shaking rattle jolt
    swept sweep sweeps sweeping engulf
    treated treat
    vanished vanish disappear
    donated donate give gives gave given giving
    awarded award
    rebuilt rebuild rebuilds rebuilding reconstruct
    extinguished extinguish douse
    spread spreads spreading
    torn tear tears tore tearing rip rips ripped
    blamed blame
    warned warn caution
    fined fine
    chosen choose chooses chose choosing select pick
    backed back support
    opposed oppose
    permitted permit allow
    shown show shows showing
    threatened threaten
    kept keep keeps keeping retain
    welcomed welcome
    accepted accept
    withdrawn withdraw withdraws withdrew withdrawing pull
    expected expect anticipate forecast forecasts
    predicted predict
    estimated estimate
    held
    searched search comb scour hunt
"""
"""Forms of verbs, those of a line for one event, its name first; regular forms of each word are made."""

_STOPPAGES: Final = ("walkout", "strike", "strikes")
"""Nouns of a stoppage, which are verbs of a crash only in other forms ("struck")."""

_OPPOSITES: Final = """
    risen fallen; won lost; opened closed; kept sold; kept lost; accepted rejected; approved rejected
    praised criticised; welcomed criticised; backed opposed; backed rejected; arrived left; hired dismissed
    started stopped; acquitted convicted; acquitted jailed; guilty innocent; killed survived; arrested freed
    jailed freed; north south; east west; northern southern; eastern western; higher lower; permitted banned
    admitted denied; safe dangerous; public private; old new; built destroyed; permitted blocked
    postponed brought; best worst; strong weak; early late; resigned appointed; found lost; raised cut
    increased cut; confirmed denied; succeeded failed; passed failed; man woman; boy girl; husband wife
    brother sister; son daughter; mother father
"""
"""Pairs of events and qualities of which only one can be true of a thing."""


def _forms(word: str) -> Iterator[str]:
    yield word
    yield from grammar.verb_forms(word)


def _events() -> Mapping[str, str]:
    events = {line.split()[0]: line.split() for line in _VERBS.strip().splitlines()}
    return {form: name for name, words in events.items() for word in words for form in _forms(word)}


def _concepts() -> Mapping[str, str]:
    named = _events()
    known = {word: named.get(event, event) for word, event in EVENT_VERBS.participles.items()}
    table = {**named, **known, **dict.fromkeys(_STOPPAGES, _STOPPAGES[0])}
    for line in _NOUNS.strip().splitlines():
        first, *others = line.split()
        name = table.get(first, first)
        for noun in (first, *others):
            for form in (noun, grammar.plural_of(noun)):
                table.setdefault(form, name)
    return table


CONCEPTS: Final = _concepts()
"""Words, lower case, with the name of what they mean."""

OPPOSITES: Final = tuple(
    (CONCEPTS.get(one, one), CONCEPTS.get(other, other))
    for one, other in (pair.split() for pair in _OPPOSITES.replace("\n", ";").split(";") if pair.strip())
)
"""Pairs of words or of the names of what they mean."""

EVENTS: Final = frozenset(_events()) | frozenset(EVENT_VERBS.participles)
"""Words, lower case, that say what happens."""
