from __future__ import annotations

from nutgraf.store.articles.analysis_cache import (
    LARGEST_CACHED_ANALYSIS_BYTES,
    MOST_ANALYSES,
    AnalysisCache,
)


def test_an_article_that_is_not_cached_has_no_analysis() -> None:
    cache = AnalysisCache()
    assert cache.get("art_a").analysis is None
    assert cache.get(None).completed_at == ""


def test_an_analysis_is_cached_with_the_time_of_its_completion() -> None:
    cache = AnalysisCache()
    cache.put("art_a", "1700000000000", b"{}")
    assert (cache.get("art_a").completed_at, cache.get("art_a").analysis) == ("1700000000000", b"{}")


def test_an_analysis_that_is_too_large_is_not_cached() -> None:
    cache = AnalysisCache()
    cache.put("art_a", "1", b"x" * (LARGEST_CACHED_ANALYSIS_BYTES + 1))
    cache.put("art_b", "1", b"x" * LARGEST_CACHED_ANALYSIS_BYTES)
    assert cache.get("art_a").analysis is None
    assert cache.get("art_b").analysis is not None


def test_the_analysis_that_came_first_makes_room() -> None:
    cache = AnalysisCache()
    for number in range(MOST_ANALYSES + 1):
        cache.put(f"art_{number}", "1", b"{}")
    assert cache.get("art_0").analysis is None
    assert cache.get("art_1").analysis == cache.get(f"art_{MOST_ANALYSES}").analysis == b"{}"
