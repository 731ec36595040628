"""Does a summary stand in its text, character for character."""

from __future__ import annotations

import pytest

from tests.conftest import TEXT
from tests.integration.conftest import ApiHarness

SENTENCE = "Mayor Ines Calloway said the work would cost 4 million euros."


def test_sentences_of_the_text_are_verified_with_their_places(api: ApiHarness) -> None:
    answer = api.http.post("/v1/verify", json={"text": TEXT, "sentences": [SENTENCE]})
    body = answer.get_json()
    assert (answer.status_code, body["verified"]) == (200, True)
    (found,) = body["sentences"]
    assert TEXT[found["start"] : found["end"]] == SENTENCE


def test_one_changed_character_is_named(api: ApiHarness) -> None:
    changed = SENTENCE.replace("4 million", "5 million")
    body = api.http.post("/v1/verify", json={"text": TEXT, "sentences": [SENTENCE, changed]}).get_json()
    assert body["verified"] is False
    assert [item["verbatim"] for item in body["sentences"]] == [True, False]
    assert body["sentences"][1] == {"text": changed, "verbatim": False, "start": None, "end": None}


def test_places_come_in_the_unit_asked_for(api: ApiHarness) -> None:
    text = "🚢 " + TEXT
    answer = api.http.post("/v1/verify?offset_unit=utf16", json={"text": text, "sentences": [SENTENCE]})
    (found,) = answer.get_json()["sentences"]
    raw = text.encode("utf-16-le")[found["start"] * 2 : found["end"] * 2]
    assert raw.decode("utf-16-le") == SENTENCE


@pytest.mark.parametrize(
    "body", [{}, {"text": TEXT}, {"text": TEXT, "sentences": []}, {"text": TEXT, "sentences": [""]}]
)
def test_there_must_be_something_to_verify(api: ApiHarness, body: dict[str, object]) -> None:
    answer = api.http.post("/v1/verify", json=body)
    assert (answer.status_code, answer.get_json()["type"]) == (422, "/problems/validation")
