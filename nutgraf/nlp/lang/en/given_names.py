"""Common given names in English-language news that are given to one gender almost only, lower case."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

FEMININE_GIVEN_NAMES: Final = word_set(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra
    ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia
    kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine catherine christine
    debra rachel carolyn janet maria heather diane julie joyce victoria kelly christina joan evelyn lauren
    judith olivia martha cheryl megan andrea ann alice jean doris jacqueline hannah julia marie sophie sophia
    charlotte lucy claire kate jane anne ruth rosa ana lucia sofia elena irina olga natalia tatiana svetlana
    ingrid astrid lena ines fatima aisha amina leila mariam yasmin zainab priya anita sunita deepika lakshmi
    mei yuki hanna eva ella mia chloe grace isabel isabella carmen pilar teresa francesca giulia chiara
    """
)
"""Given names of women."""

MASCULINE_GIVEN_NAMES: Final = word_set(
    """
    james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony
    mark donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan
    jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander
    patrick frank raymond jack dennis tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan
    jeremy walter christian keith roger terry harry sean gerald carl dylan arthur lawrence jordan jesse bryan
    billy bruce joe simon oliver martin luis carlos juan miguel pedro jorge diego pablo ivan sergei vladimir
    dmitry alexei nikolai igor boris oleg mikhail lars olaf erik nils karl hans klaus jürgen wolfgang marco
    giovanni luca paolo mohammed muhammad mohamed ahmed ali hassan hussein omar ibrahim yusuf abdullah rajesh
    sanjay vijay anil sunil rahul amit hiroshi kenji takeshi
    """
)
"""Given names of men."""
