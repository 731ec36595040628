from __future__ import annotations

import re
from dataclasses import replace

from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.lang.schema.summarization import UNKNOWN_LANGUAGE, SummarizationRules
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from nutgraf.nlp.spans import SentenceSpan
from nutgraf.nlp.summarization.extractive import SentenceRanker, rank_sentences
from nutgraf.nlp.summarization.sentence_features import FEATURE_NAMES, sentence_features
from nutgraf.nlp.summarization.sentence_openings import is_context_dependent

RULES = SummarizationRules(
    reporting=re.compile(r"\bdika\b", re.IGNORECASE),
    speaker=re.compile(r"\bnia\b", re.IGNORECASE),
    pronoun_opening=re.compile(r"(?:ul|tia)\b", re.IGNORECASE),
    context_opening=re.compile(r"ul\b", re.IGNORECASE),
    connective_opening=re.compile(r"sed\b", re.IGNORECASE),
    frequent_words=frozenset({"ka", "zu"}),
)
INVENTED = replace(ENGLISH, code="zz", name="Invented", summarization=RULES)
SENTENCES = (
    "Ka rado zu porto klosa mi olda ponto ek lundo.",
    "Ul dika ke nia laboro dura til primo.",
    "Sed ka vendu zu bordo tima por mi komerco.",
    "He added that we would pay for the work.",
    "But this was said before the council met.",
)


def doc() -> Doc:
    text = ""
    spans: list[SentenceSpan] = []
    for sentence in SENTENCES:
        spans.append(SentenceSpan(len(text), len(text) + len(sentence), len(spans)))
        text += sentence + " "
    return Doc(text, "Ka ponto zu lundo", language_code="zz", language=INVENTED, sentences=tuple(spans))


def feature(name: str) -> list[float]:
    features, _ = sentence_features(doc(), doc().sentences, doc().title)
    column: list[float] = features[:, FEATURE_NAMES.index(name)].tolist()
    return column


def test_a_pronoun_of_the_language_makes_a_sentence_depend_on_the_one_before() -> None:
    assert is_context_dependent("Ul dika ke nia laboro dura.", RULES)
    assert is_context_dependent("(Ul dika ke nia laboro dura.)", RULES)
    assert not is_context_dependent("Tia laboro dura.", RULES)
    assert not is_context_dependent("He added that it was late.", RULES)


def test_without_a_language_only_a_quotation_depends_on_the_sentence_before() -> None:
    assert is_context_dependent("“Ul dika,” ka rado.", UNKNOWN_LANGUAGE)
    assert not is_context_dependent("Ul dika ke nia laboro dura.", UNKNOWN_LANGUAGE)
    assert not is_context_dependent("He added that it was late.", UNKNOWN_LANGUAGE)


def test_candidates_depend_on_their_context_by_the_words_of_the_language() -> None:
    ranker = SentenceRanker.load(SHIPPED_MODELS / "summarization" / "weights.json")
    ranked = rank_sentences(doc(), ranker)
    assert [sentence.context_dependent for sentence in ranked] == [False, True, False, False, False]


def test_features_of_wording_are_those_of_the_language() -> None:
    assert feature("reporting_verb") == [0, 1, 0, 0, 0]
    assert feature("first_person") == [0, 1, 0, 0, 0]
    assert feature("opens_with_pronoun") == [0, 1, 0, 0, 0]
    assert feature("opens_with_connective") == [0, 0, 1, 0, 0]


def test_frequent_words_of_the_language_do_not_count_for_the_title() -> None:
    assert feature("title_news") == [1, 0, 0, 0, 0]
