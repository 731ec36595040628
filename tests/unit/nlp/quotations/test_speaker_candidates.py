"""Words of a stretch, read once and cut from what was read before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from nutgraf.nlp.lang.schema.quotations import QuotationRules
from nutgraf.nlp.quotations.speaker_candidates import SpeakerMentions, context_words

TEXT = "Mia's-boat, “so it was”: 3.5 knots—and Drivers’ Guild (Norvik) left."
_POSITIONS = some.lists(some.tuples(some.integers(0, len(TEXT)), some.integers(0, len(TEXT))), max_size=6)


@given(_POSITIONS)
def test_words_are_those_of_the_stretch_alone(stretches: list[tuple[int, int]]) -> None:
    names = SpeakerMentions(TEXT, (), QuotationRules())
    for one, other in stretches:
        start, end = sorted((one, other))
        assert names.words(start, end) == context_words(TEXT, start, end)
