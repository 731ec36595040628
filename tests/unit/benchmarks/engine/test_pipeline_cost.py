from benchmarks.engine.pipeline_cost import text_of


def test_a_text_can_be_had_of_any_length() -> None:
    assert [len(text_of(length)) for length in (1, 999, 12_345)] == [1, 999, 12_345]
