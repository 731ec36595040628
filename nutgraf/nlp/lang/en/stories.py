"""Stories of several reports, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.schema.stories import StoryRules

STORIES = StoryRules()
