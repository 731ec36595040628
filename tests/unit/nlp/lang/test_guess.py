from __future__ import annotations

from dataclasses import replace

import pytest

from nutgraf.nlp.lang import DEFAULT_LANGUAGE, guess_language
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.lang.guess import guess_among
from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules

INVENTED = replace(
    ENGLISH,
    code="zz",
    name="Invented",
    boilerplate=BoilerplateRules(commonest_words=frozenset({"zu", "ka", "mi"})),
)
ENGLISH_TEXT = "The council of the town closed the bridge in a hurry, and asked the mayor to resign."
INVENTED_TEXT = "Ka rado zu urbo klosa mi ponto, ek peta ke ka majoro iza zu domo."


@pytest.mark.parametrize("default", [ENGLISH, INVENTED])
def test_the_language_with_most_of_its_commonest_words_is_guessed(default: object) -> None:
    languages = (ENGLISH, INVENTED)
    assert default in languages
    assert guess_among(languages, ENGLISH_TEXT, INVENTED) is ENGLISH
    assert guess_among(languages, INVENTED_TEXT, ENGLISH) is INVENTED


def test_a_few_lines_in_another_language_change_no_guess() -> None:
    assert (
        guess_among((ENGLISH, INVENTED), f"{ENGLISH_TEXT}\n{INVENTED_TEXT}\n{ENGLISH_TEXT}", INVENTED)
        is ENGLISH
    )


@pytest.mark.parametrize(
    "text",
    ["", "大桥周一关闭。", "Der Rat schloss die alte Brücke am Montag nach einer langen Sitzung.", "the zu"],
    ids=["nothing", "chinese", "german", "as many of each"],
)
def test_the_default_language_is_guessed_where_none_stands_out(text: str) -> None:
    assert guess_among((ENGLISH, INVENTED), text, INVENTED) is INVENTED
    assert guess_among((ENGLISH, INVENTED), text, ENGLISH) is ENGLISH


def test_a_single_language_is_guessed_whatever_the_text() -> None:
    assert guess_among((INVENTED,), ENGLISH_TEXT, ENGLISH) is INVENTED
    assert guess_language(INVENTED_TEXT) is DEFAULT_LANGUAGE
