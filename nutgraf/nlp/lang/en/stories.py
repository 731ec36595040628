"""Stories of several reports, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.en.casualty_terms import CASUALTIES
from nutgraf.nlp.lang.en.claims import CLAIMS
from nutgraf.nlp.lang.en.figure_frames import FIGURE_FRAMES
from nutgraf.nlp.lang.en.figure_labels import LABELS
from nutgraf.nlp.lang.en.figure_phrases import CONTEXT, EVENT_DATES
from nutgraf.nlp.lang.en.gathered_titles import GATHERED_TITLES
from nutgraf.nlp.lang.en.story_sentences import HEADLINES, STORY_SENTENCES
from nutgraf.nlp.lang.schema.stories import StoryRules

STORIES = StoryRules(
    casualties=CASUALTIES,
    event_dates=EVENT_DATES,
    context=CONTEXT,
    labels=LABELS,
    gathered_titles=GATHERED_TITLES,
    frames=FIGURE_FRAMES,
    claims=CLAIMS,
    sentences=STORY_SENTENCES,
    headlines=HEADLINES,
)
