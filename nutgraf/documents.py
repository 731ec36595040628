"""Articles as JSON, the same in the API's answers and in the payloads of webhooks."""

from __future__ import annotations

from typing import Any

from nutgraf.codec import plain
from nutgraf.model import Article


def article_document(article: Article) -> dict[str, Any]:
    """Everything that is told of an article but its analysis, whose place holds None."""
    return {
        "id": article.id,
        "status": article.status.value,
        "created_at": plain(article.created_at),
        "started_at": plain(article.started_at),
        "completed_at": plain(article.completed_at),
        "expires_at": plain(article.expires_at),
        "attempts": article.attempts,
        "queue_position": article.queue_position,
        "title": article.title,
        "url": article.url,
        "source": article.source and {"name": article.source},
        "published_at": plain(article.published_at),
        "external_id": article.external_id,
        "metadata": article.metadata,
        "error": plain(article.error),
        "analysis": None,
        "story": plain(article.story),
    }
