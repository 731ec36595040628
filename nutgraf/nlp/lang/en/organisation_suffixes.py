"""Head words that say what kind of organisation a name is."""

from __future__ import annotations

from nutgraf.nlp.word_lists import word_set

ORGANISATION_SUFFIXES = word_set(
    """
    university college school institute ministry department committee commission council cabinet
    congress senate parliament assembly party police army navy force forces court bank authority agency
    association federation union league club fc united company corporation corp inc ltd limited llc
    group holdings foundation organisation organization society office bureau board service services
    fund trust network media news times post tribune gazette herald airlines airways secretariat centre
    administration alliance front movement
    """
)
"""Words that end the names of organisations only."""

GENERIC_NAMES = ORGANISATION_SUFFIXES | word_set(
    """
    academy house chamber tribunal military guard city town plc international mail journal star press radio
    television tv air center government state states nations street church hospital museum team conference
    division district county records studios pictures games systems industries technologies partners capital
    institution commissioner mission embassy crown kingdom republic democrats labour labor
    """
)
"""Words that name any of many organisations when they stand alone."""
