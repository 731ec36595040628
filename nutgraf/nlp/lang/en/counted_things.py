"""Nouns of English that are counted in the singular: behind "one", or joined to their number by a hyphen."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

SINGLE_THINGS: Final = word_set(
    """
    session medal goal point match game title trophy run wicket try penalty save set win defeat draw loss
    award prize incident accident crash explosion blast attack shooting stabbing murder robbery raid strike
    earthquake quake storm flood fire landslide avalanche outbreak infection case vaccine dose trial charge
    count conviction complaint lawsuit ballot seat constituency election referendum debate speech interview
    statement meeting conference summit hearing protest march rally demonstration contract deal agreement
    proposal bill law amendment resolution decision ruling appeal petition report study survey poll question
    answer book film movie album song single episode series show concert play performance photo photograph
    picture image painting video letter email message tweet call road street lane bridge tunnel station
    terminal runway harbour port dam reactor mine well pipeline engine wing tyre wheel door window wall
    room bedroom apartment flat hotel restaurant bar pub cafe club prison jail court stadium theatre museum
    library clinic laboratory university college classroom farm field tree cow horse dog cat bird shark
    bear elephant whale dolphin lion tiger island lake river mountain volcano glacier province district
    county suburb neighbourhood region team squad party union charity agency department ministry committee
    panel branch office plant mill warehouse brewery weapon gun rifle pistol knife grenade warhead
    satellite spacecraft rover telescope camera computer phone tablet laptop device app website machine
    robot bicycle bike motorcycle van taxi tram carriage wagon ambulance tanker trawler ferry yacht barge
    submarine warship frigate jet airliner bomber fighter balloon parachute bullet arrow stone brick bottle
    box bag suitcase parcel package ticket passport certificate coin banknote painting sculpture statue
    assist substitution card booking error foul corner try conversion
    """
) - word_set(
    """
    single series try set win run play march mine well call bar fighter strike raid point question
    answer statement speech debate interview study report survey poll corner street branch window door
    wall room region neighbourhood cafe case message tweet letter email image photo photograph picture
    video phone website bag law amendment resolution decision ruling box arrow stone account field
    """
)
"""Things; words that are as often a verb or an adjective are left out."""

HYPHENATED: Final = word_set(
    """
    member person man woman seat seater room bed bedroom storey story judge goal run vote point game match
    set try wicket page car vehicle ship boat aircraft nation country state city team player party volume
    lane hole stage step course track song episode item count unit berth carriage coach gun strong shot
    stroke part piece question word letter acre tree turbine house home child dog horse floor chapter verse
    country club race lap bout fight
    """
) - word_set("acre step part state")
"""Nouns behind a hyphen ("a 13-*point* lead"); "12-strong" counts people."""
