"""A small caller of the API, with nothing but the standard library."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any


class ClientError(Exception):
    """The API refused, or did not answer; the message is a sentence."""


class Client:
    """Submits articles and waits for what becomes of them."""

    def __init__(self, url: str, key: str | None = None) -> None:
        self._url = url
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}

    def submit(self, article: dict[str, Any], **headers: str) -> dict[str, Any]:
        """Submit one article.

        Raises:
            ClientError: it was not accepted.
        """
        return self.call("POST", "/v1/articles", article, **headers)

    def finished(self, identifier: str, seconds: float) -> dict[str, Any]:
        """The article once it is finished, by long polls.

        Raises:
            ClientError: it took longer than ``seconds``.
        """
        patience = 10
        for _ in range(max(1, int(seconds) // patience)):
            article = self.call("GET", f"/v1/articles/{identifier}", Prefer=f"wait={patience}")
            if article["status"] not in ("queued", "processing"):
                return article
        raise ClientError(f"The article {identifier} was not finished within {seconds:g} s.")

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> dict[str, Any]:
        """One request and its JSON answer.

        Raises:
            ClientError: the answer is a problem, or there is none.
        """
        request = urllib.request.Request(  # noqa: S310 - the caller's own URL
            self._url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", **self._headers, **headers},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - as above
                return dict(json.loads(answer.read() or b"{}"))
        except urllib.error.HTTPError as error:
            raise ClientError(f"{method} {path}: {_problem(error)}") from error
        except (OSError, http.client.HTTPException) as error:
            raise ClientError(f"{method} {path}: no answer ({error}).") from error

    @staticmethod
    def examples(folder: Path) -> list[dict[str, Any]]:
        """The example articles as submissions, in the order of their manifest."""
        articles = []
        for entry in json.loads((folder / "articles.json").read_text()):
            kind = "html" if "html_file" in entry else "text"
            body = (folder / entry.pop(f"{kind}_file")).read_text()
            articles.append({**entry, kind: body})
        return articles


def _problem(error: urllib.error.HTTPError) -> str:
    """Return the title and detail of a problem response, or the status line of another server's page."""
    with error:
        try:
            problem = json.load(error)
            return f"{problem['title']} {problem['detail']}"
        except (ValueError, KeyError, TypeError):
            return f"{error.code} {error.reason}."
