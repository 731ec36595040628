from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp import language_identification
from nutgraf.nlp.lang import LANGUAGES

TEXTS = {
    "en": "The council closed the old bridge on Monday after inspectors found cracks in its pillars.",
    "de": "Der Stadtrat hat die alte Brücke am Montag gesperrt, weil Prüfer Risse entdeckt haben.",
    "fr": "Le conseil municipal a fermé le vieux pont lundi après la découverte de fissures.",
    "es": "El ayuntamiento cerró el puente viejo el lunes tras encontrar grietas en sus pilares.",
    "uk": "Міська рада закрила старий міст у понеділок після виявлення тріщин в опорах.",
    "ar": "أغلق مجلس المدينة الجسر القديم يوم الاثنين بعد العثور على شقوق في دعاماته.",
    "zh": "市议会周一关闭了旧桥，因为检查人员在桥墩上发现了裂缝。",
}


ENGLISH = LANGUAGES["en"]

DENSE = (
    "The chef Paolo Bertolucci opens Osteria del Vecchio Porto in the Via delle Rose. Dinner is 80 euros.",
    "The choir sings Guten Abend, Gute Nacht and Stille Nacht in the Alte Kirche of Weilheim on Friday.",
    "Adebayo Ogunbanjo and Chukwuemeka Nwosu met Governor Babatunde Akinola in Abeokuta, and signed it.",
    "Prix Lumière d'Automne: “Les Oiseaux de la nuit” by Claire Dubois-Lefèvre wins, the jury said in Lille.",
    "Sławomir Wiśniewski beat Zdzisław Brzęczyk in the final of the Puchar Polski at Grudziądz on Sunday.",
    "Mbongeni Dlamini and Nomvula Khumalo of Abahlali baseMjondolo spoke to the crowd in KwaMashu.",
    "Ayşe Yıldız of Beşiktaş Jimnastik Kulübü ran the Bosphorus race in Üsküdar in a time of two hours.",
)
FOREIGN = (
    "Il sindaco Mario Rossi apre il ponte of the River in centro a Lucca venerdì mattina alle nove.",
    "Die Band The Beatles Of The North spielt am Freitag in der Alten Kirche und die Karten kosten 40 Euro.",
    "Le film The Return of the King in the Dark sort vendredi dans les salles, a dit le distributeur.",
    "Dem don close di bridge for Monday because inspectors see crack for di pillar wey dey under am.",
)


@pytest.mark.parametrize("text", DENSE)
def test_english_with_many_foreign_names_is_english(text: str) -> None:
    assert language_identification.identify_language(text).code == "en"
    assert language_identification.identify_language(text, "en").supported


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_with_english_names_is_not_english(text: str) -> None:
    assert not language_identification.identify_language(text).supported


@pytest.mark.parametrize("code", TEXTS)
def test_a_sentence_tells_its_language(code: str) -> None:
    found = language_identification.identify_language(TEXTS[code])
    assert found.code == code
    assert found.confidence > 0.8


def test_only_english_is_supported() -> None:
    assert {
        code: language_identification.identify_language(text).supported for code, text in TEXTS.items()
    } == {code: code == "en" for code in TEXTS}


@pytest.mark.parametrize("text", ["", "  \n ", "12 345", "😀😀", "\x00" * 50, "?!"])
def test_a_text_without_letters_is_undetermined(text: str) -> None:
    found = language_identification.identify_language(text)
    assert (found.code, found.confidence, found.supported) == ("und", 0.0, False)


def test_a_short_text_has_low_confidence() -> None:
    assert language_identification.identify_language("Hello").confidence < 0.5


@pytest.mark.parametrize("hint", ["en", "EN", "en-GB", "en_US", " en "])
def test_a_known_hint_wins_over_a_weak_detection(hint: str) -> None:
    found = language_identification.identify_language("Bridge shut", hint)
    assert (found.code, found.supported) == ("en", True)


def test_a_hint_does_not_win_over_a_sure_detection() -> None:
    assert language_identification.identify_language(" ".join([TEXTS["de"]] * 3), "en").code == "de"


@pytest.mark.parametrize("hint", ["", "xx", "english", "zxx", "🙂"])
def test_an_unknown_hint_changes_nothing(hint: str) -> None:
    assert language_identification.identify_language(
        "Bridge shut", hint
    ) == language_identification.identify_language("Bridge shut")


def test_a_hint_answers_for_a_text_without_letters() -> None:
    assert language_identification.identify_language("12 345", "fr").code == "fr"


def test_a_language_that_the_model_does_not_know_is_identified_by_its_hint() -> None:
    found = language_identification.identify_language("Ta pontu klosat.", "qtv", {"qtv": ENGLISH})
    assert (found.code, found.confidence, found.supported) == ("qtv", 0.0, True)
    unsupported = language_identification.identify_language("Ta pontu klosat.", "qtv")
    assert unsupported == language_identification.identify_language("Ta pontu klosat.")


def test_the_caller_says_which_languages_are_supported() -> None:
    assert language_identification.identify_language(TEXTS["de"], None, {"de": ENGLISH}).supported
    assert not language_identification.identify_language(TEXTS["en"], None, {"de": ENGLISH}).supported


@given(st.text(max_size=200), st.none() | st.text(max_size=5))
def test_any_text_and_hint_give_a_code_and_a_probability(text: str, hint: str | None) -> None:
    found = language_identification.identify_language(text, hint)
    assert found.code.isascii()
    assert found.code
    assert 0 <= found.confidence <= 1


def test_threads_share_one_model() -> None:
    language_identification._load.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        codes = list(
            pool.map(lambda _: language_identification.identify_language(TEXTS["fr"]).code, range(8))
        )
    assert codes == ["fr"] * 8
    assert language_identification._load.cache_info().currsize == 1


FORKED = """
import json, os, sys
from pathlib import Path
from nutgraf.nlp import language_identification as language
language.load_language_model()
shared = lambda: int(Path("/proc/self/status").read_text().partition("RssShmem:")[2].split()[0])
loaded = shared()
inside, outside = os.pipe()
if os.fork() == 0:
    found = language.identify_language(sys.argv[1]).code
    os.write(outside, json.dumps([found, loaded, shared()]).encode())
    os._exit(0)
os.wait()
print(os.read(inside, 1000).decode())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_forked_process_holds_no_more_of_the_model_than_it_reads() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORKED, TEXTS["fr"]], check=True, capture_output=True, text=True
    )
    code, loaded, held = json.loads(done.stdout)
    assert code == "fr"
    assert loaded > 50_000  # kB: the tables are in shared memory at all
    assert 0 < held < loaded / 2
