"""Subject of a clause that attributes a quotation: speakers, or a pronoun or noun that stands for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from nutgraf.model import Speaker
    from nutgraf.nlp.quotations.speaker_candidates import ContextWord


class SpeakerNoun(NamedTuple):
    """Noun phrase that stands for somebody named elsewhere ("the two ministers").

    Attributes:
        head: its last word, lower case.
        tag: the tag of that word.
        before: the words before it, lower case.
        start: where the phrase starts in the text.
    """

    head: str
    tag: str
    before: tuple[str, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks. With none of the three it is somebody whom the text does not name ("a witness").

    Attributes:
        speakers: who are named in the clause; several who speak together.
        pronoun: the pronoun in their place.
        noun: the noun in their place.
    """

    speakers: tuple[Speaker, ...] = ()
    pronoun: ContextWord | None = None
    noun: SpeakerNoun | None = None

    @property
    def is_open(self) -> bool:
        """Whether a pronoun or a noun must still be resolved."""
        return self.pronoun is not None or self.noun is not None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue as written, and who speaks; no subject means that the clause has none that was understood."""

    cue: str | None
    subject: Subject | None

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Who speak, as far as they are named."""
        return self.subject.speakers if self.subject else ()

    @property
    def names_somebody(self) -> bool:
        """Whether a speaker is named, or may be resolved."""
        return self.subject is not None and bool(self.subject.speakers or self.subject.is_open)


NOBODY: Final = Subject()
"""Subject that the text does not name."""
