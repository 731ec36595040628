"""Errors of the article store."""

from __future__ import annotations


class QueueFullError(Exception):
    """Too many articles are unfinished; ``seconds`` is the time after which the client may try again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class ArticleGoneError(Exception):
    """The article was deleted or has expired."""


class ArticleUnknownError(Exception):
    """The tenant never had such an article."""


class ArticleFinishedError(Exception):
    """The article has ended and can't be canceled."""


def raise_unless_owner(owner: bytes | None, gone: bytes | None, tenant: str) -> None:
    """Check that a tenant owns an article.

    Args:
        owner: the tenant in the article's record; None if there is no record.
        gone: the tenant in its tombstone; None if there is none.
        tenant: that asks.

    Raises:
        ArticleGoneError, ArticleUnknownError.
    """
    if owner == tenant.encode():
        return
    raise ArticleGoneError if owner is None and gone == tenant.encode() else ArticleUnknownError


def raise_if_absent(outcome: bytes) -> None:
    """Raise the error that a script's outcome stands for, if it stands for one.

    Raises:
        ArticleGoneError, ArticleUnknownError.
    """
    if outcome == b"gone":
        raise ArticleGoneError
    if outcome == b"unknown":
        raise ArticleUnknownError
