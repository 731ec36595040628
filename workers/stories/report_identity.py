"""Identity of a report: which submissions are one report that was sent again."""

from __future__ import annotations

from urllib.parse import urlsplit

from nutgraf.store import StoredArticle, text_name


def report_name(article: StoredArticle) -> str | None:
    """Return the name that all submissions of one text by one source share; white space does not count.

    Nor does the title: an outlet that changes a headline has not written another report.

    The source of an article that names none is the host of its URL. An article with neither shares its name
    with equal ones, unless an external id tells it from them: then the result is None.
    """
    source = _words(article.source) or _host(article.url)
    if not source and article.external_id:
        return None
    return text_name("\n".join((source, _words(article.text))))


def is_same_report(one: StoredArticle, other: StoredArticle) -> bool:
    """Return whether two articles have the same title and text; white space does not count."""
    return _content(one) == _content(other)


def _content(article: StoredArticle) -> tuple[str, str]:
    return _words(article.title), _words(article.text)


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
