"""Forms of English verbs by the participle that stands for them in ``event_verbs``."""

from __future__ import annotations

from nutgraf.nlp.lang.en.event_verbs import EVENT_VERBS


def forms_of(*participles: str) -> frozenset[str]:
    """Return every form of some verbs, lower case ("killed": "kills", "died", "deaths").

    Raises:
        KeyError: a participle stands for no verb.
    """
    if unknown := set(participles) - set(EVENT_VERBS.participles.values()):
        raise KeyError(*sorted(unknown))
    return frozenset(
        form for form, participle in EVENT_VERBS.participles.items() if participle in participles
    )
