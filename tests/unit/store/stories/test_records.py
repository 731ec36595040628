from __future__ import annotations

from nutgraf.store import edition_names

URL = "https://example.org/harbour"


def test_an_edition_is_found_by_its_external_id_and_by_its_url() -> None:
    by_id, by_url = edition_names("cms-1", URL)
    assert (by_id.partition(":")[0], by_url.partition(":")[0]) == ("external_id", "url")
    assert edition_names("cms-1", None) == [by_id]
    assert edition_names(None, URL) == [by_url]
    assert edition_names(None, None) == []


def test_an_external_id_and_an_equal_url_are_different_names() -> None:
    assert len({*edition_names(URL, URL)}) == 2
