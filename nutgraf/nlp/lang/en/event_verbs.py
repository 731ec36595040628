"""What happens to counted things: forms of verbs under one participle, so that two outlets' words compare.

"killing", "died", "dead" and "deaths" are all "killed"; "wounded", "hurt" and "injuries" are "injured".
"""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en import grammar
from nutgraf.nlp.lang.schema.figures.event_verbs import EventVerbs
from nutgraf.nlp.word_lists import word_set

_REGULAR: Final = word_set(
    """
    arrest detain evacuate displace rescue destroy damage abduct hospitalise hospitalize evict
    deport execute infect charge convict acquit sentence imprison jail release capture torture
    assault attack recruit employ hire dismiss suspend close open reopen launch fire deploy seize
    confiscate recover intercept target torch burn demolish flood affect delay cancel postpone
    ground divert reroute deliver collect donate raise invest award pledge allocate approve order
    purchase acquire export import produce generate ship test vaccinate treat admit discharge
    diagnose quarantine repatriate rehouse relocate shelter question interview kidnap murder stab
    execute trap strand uproot disconnect restore install plant rape accuse indict fine expel ban
    elect score publish collapse crash derail sink capsize loot vandalise register detect record
    report identify review transport carry attract sack suspend ration house host train equip
    resettle drown bury visit attend join contain cover save create add generate lose
    """
)
_DOUBLING: Final = frozenset({"cancel", "kidnap", "trap", "stab", "admit", "ban", "ship", "expel"})
_IRREGULAR: Final = {
    "killed": "kill kills killing killed die dies died dying dead perish perished perishes slain slay slays "
    "slaying deaths death fatalities drowned",
    "injured": "injure injures injuring injured wound wounds wounding wounded hurt hurts hurting injuries",
    "murdered": "murder murders murdering murdered",
    "missing": "missing disappeared vanished unaccounted",
    "arrested": "arrest arrests arresting arrested",
    "shot": "shoot shoots shooting shot",
    "stolen": "steal steals stealing stole stolen",
    "sold": "sell sells selling sold",
    "bought": "buy buys buying bought",
    "built": "build builds building built",
    "cut": "cut cuts cutting axe axes axing axed slash slashed slashing shed sheds shedding",
    "lost": "lose loses losing lost",
    "won": "win wins winning won",
    "held": "hold holds holding held",
    "sent": "send sends sending sent",
    "taken": "take takes taking took taken",
    "hit": "hit hits hitting",
    "struck": "strike strikes striking struck stricken",
    "sunk": "sinks sinking sank sunk",
    "fled": "flee flees fleeing fled",
    "freed": "free frees freeing freed",
    "homeless": "homeless",
    "hospitalised": "hospitalise hospitalised hospitalises hospitalize hospitalized",
    "kidnapped": "abduct abducts abducted abducting kidnap kidnaps kidnapping kidnapped",
    "jailed": "jail jails jailing jailed imprison imprisons imprisoning imprisoned",
    "dismissed": "sack sacks sacking sacked dismiss dismissed dismisses dismissing",
    "raised": "raise raises raising raised",
    "stranded": "strand stranded stranding",
    "spent": "spend spends spending spent",
    "paid": "pay pays paying paid",
    "fined": "fine fines fining fined",
    "grown": "grow grows growing grew grown",
    "risen": """
        rise rises rising rose risen climb climbs climbing climbed increase increases increasing increased
        jump jumps jumped jumping surge surged surging soar soared soaring gain gains gained gaining
    """,
    "fallen": """
        fall falls falling fell fallen drop drops dropping dropped decline declines declining declined
        decrease decreased decreasing slump slumped slumping slid slide plunge plunged plunging tumble tumbled
    """,
    "cost": "cost costs costing",
    "worth": "worth",
    "infected": "infect infects infected infecting",
}
_PEOPLE_EVENTS: Final = word_set(
    """
    killed injured missing arrested detained evacuated displaced rescued hospitalised trapped
    stranded kidnapped infected charged convicted jailed sentenced executed deported homeless
    murdered captured freed released shot stabbed drowned tortured vaccinated quarantined accused
    indicted raped dismissed expelled fled
    """
)
"""Events that, without a noun, happen to people."""

_INTRANSITIVE: Final = word_set(
    """
    died die dies dying dead perished missing disappeared vanished unaccounted homeless fled
    escaped survived collapsed crashed drowned attended derailed rose fell sank capsized
    """
)
"""Forms that may follow a noun without "were"."""


def _participles() -> dict[str, str]:
    table: dict[str, str] = {}
    for verb in _REGULAR:
        participle, *forms = grammar.verb_forms(verb, doubling=verb in _DOUBLING)
        table.update(dict.fromkeys((participle, *forms), participle))
    for participle, listing in _IRREGULAR.items():
        table.update(dict.fromkeys(listing.split(), participle))
    return table


_PARTICIPLES: Final = _participles()

_NO_PAST_FORMS: Final = word_set(
    """
    hundred indeed speed united armed unarmed aged exceed proceed succeed breed bleed embed need feed seed
    weed
    """
)
"""Words that end like a past form and are none."""

_NO_EVENTS: Final = word_set(
    """
    expected asked linked believed used located named involved required needed scheduled forced allowed aimed
    considered included supposed limited estimated based called masked tired married related skilled talented
    """
)
"""Past forms that say nothing of what happened to the things counted."""


def is_past_form(word: str) -> bool:
    """Return whether a lower-case word looks like the past form of a regular verb."""
    return grammar.ends_like_past(word) and word not in _NO_PAST_FORMS


def _is_event(word: str) -> bool:
    return is_past_form(word) and word not in _NO_EVENTS


def _is_present_participle(word: str) -> bool:
    return word.endswith("ing")


_MOTIONS: Final = word_set("risen fallen grown")

EVENT_VERBS: Final = EventVerbs(
    participles=_PARTICIPLES,
    is_regular_past=_is_event,
    is_present_participle=_is_present_participle,
    nouns={
        "deaths": "killed",
        "death": "killed",
        "fatalities": "killed",
        "injuries": "injured",
        "lives": "killed",
        "arrests": "arrested",
    },
    lost_nouns=frozenset({"lives"}),
    loss_words=word_set("claimed claims claiming claim cost took taken lost loss"),
    states={"unaccounted": "missing", "missing": "missing"},
    people_events=_PEOPLE_EVENTS,
    only_people_events=word_set(
        """
        arrested detained hospitalised kidnapped charged convicted jailed sentenced executed deported murdered
        tortured vaccinated accused indicted raped dismissed expelled homeless
        """
    ),
    intransitive=_INTRANSITIVE,
    bare_participles=word_set("hurt wounded injured abducted imprisoned sacked axed"),
    # Nouns and prepositions that look like forms of the verbs above when they stand before a number.
    not_before=word_set(
        "building dead missing death deaths homeless fine free wound house report order record"
    ),
    unspecific=word_set("risen fallen worth reported added covered contained"),
    people_acts=word_set(
        """
        gathered marched watched protested attended rallied queued flocked voted mourned cheered demonstrated
        celebrated chanted applauded camped enrolled registered travelled traveled applied died fled lined
        turned took joined signed packed filled waited slept stayed
        """
    ),
    motions=_MOTIONS,
    index_events=_MOTIONS | word_set("closed opened reopened"),
    measured_events=_MOTIONS | word_set("cut raised"),
)
