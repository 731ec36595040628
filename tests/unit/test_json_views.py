"""Stories that release 1.0 has stored are shown in the present form."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from nutgraf.json_views import story_view
from nutgraf.store import StoredStory
from service.schemas.story import StorySchema

MOMENT = datetime(2026, 3, 2, 9, tzinfo=UTC)
CUTS = [
    {"article_id": "art_a", "text": "We went", "start": 40, "end": 47},
    {"article_id": "art_b", "text": "We went back out", "start": 5, "end": 21},
]
STORED: dict[str, Any] = {
    "title": "Boats counted",
    "article_count": 2,
    "independent_source_count": 2,
    "representative_article_id": "art_a",
    "articles": [],
    "summary": {
        "sentences": [
            {
                "text": "Boats left.",
                "article_id": "art_a",
                "start": 0,
                "end": 11,
                "said_by": ["art_a", "art_b"],
            }
        ]
    },
    "entities": [],
    "figures": [{"what": "boats", "kind": "count", "state": "agreed", "values": []}],
    "quotes": [{"text": "We went We went back out", "speaker": "Oda", "articles": CUTS}],
    "coverage": [
        {
            "claim": "Boats left.",
            "article_id": "art_a",
            "start": 0,
            "end": 11,
            "said_by": ["art_a", "art_b"],
            "only_in": None,
        }
    ],
}
SINCE = {"articles": [], "summary": [1], "entities": [], "figures": [1], "quotes": [1], "coverage": [1]}


def view(story: dict[str, Any]) -> dict[str, Any]:
    document = json.dumps({"story": story, "since": SINCE}).encode()
    return story_view(StoredStory("sty_x", 1, MOMENT, MOMENT, document))


def test_an_older_story_claims_only_what_is_known_of_it() -> None:
    found = view(STORED)
    own = {"article_id": "art_a", "start": 0, "end": 11, "text": "Boats left.", "degree": "full"}
    assert found["coverage"][0]["said_by"] == [own]
    assert found["summary"]["sentences"][0]["evidence"] == [own]
    assert found["summary"]["sentences"][0]["said_by"] == ["art_a"]
    quote = {**CUTS[1], "speaker": "Oda", "speakers": ["Oda"], "articles": CUTS}
    assert found["quotes"] == [quote]
    assert found["figures"][0]["labelled"] is True
    assert StorySchema().validate(found) == {}


def test_a_story_of_this_release_is_shown_as_it_is() -> None:
    once = view(STORED)
    again = view({name: once[name] for name in STORED})
    assert again == once
