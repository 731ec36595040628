"""Open-loop HTTP load generator: a fixed rate of requests, independent of the answers."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

THREADS = 32


@dataclass(frozen=True, slots=True)
class TimedResponse:
    """Answer to one request; status 0 means that the connection broke."""

    status: int
    seconds: float
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ResponseTimes:
    """Count of each status, and seconds of each request since it was due."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    answers: list[TimedResponse] = field(default_factory=list)

    def quantile(self, share: float) -> float:
        """Return a quantile of the seconds; 0 without requests."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0

    def row(self) -> str:
        """Return p50, p95 and p99 in milliseconds as cells of a table."""
        return " | ".join(f"{self.quantile(share) * 1000:.1f}" for share in (0.5, 0.95, 0.99))


class HttpCaller:
    """HTTP client with one kept connection a thread."""

    def __init__(self, url: str) -> None:
        self._host = urlsplit(url).netloc
        self._local = threading.local()

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> TimedResponse:
        """Send a request; after a broken connection, return status 0 and connect anew at the next call."""
        connection: http.client.HTTPConnection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = http.client.HTTPConnection(self._host, timeout=60)
        began = time.perf_counter()
        try:
            payload = None if body is None else json.dumps(body)
            connection.request(method, path, payload, {"Content-Type": "application/json", **headers})
            response = connection.getresponse()
            raw = response.read()
        except (OSError, http.client.HTTPException):
            connection.close()
            self._local.connection = None
            return TimedResponse(0, time.perf_counter() - began)
        seconds = time.perf_counter() - began
        return TimedResponse(
            response.status, seconds, json.loads(raw) if raw else None, dict(response.headers)
        )


def run_open_loop(
    per_second: float, seconds: float, request: Callable[[int], TimedResponse]
) -> ResponseTimes:
    """Call ``request`` with 0, 1, 2 … at even intervals, and measure each from when it was due.

    Args:
        per_second: rate of requests.
        seconds: duration.
        request: sends the request of a number.
    """
    times, lock = ResponseTimes(), threading.Lock()

    def one(number: int, due: float) -> None:
        answer = request(number)
        late = time.perf_counter() - due
        with lock:
            times.statuses[answer.status] += 1
            times.seconds.append(late)
            times.answers.append(answer)

    began = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        for number in range(int(per_second * seconds)):
            due = began + number / per_second
            time.sleep(max(0.0, due - time.perf_counter()))
            pool.submit(one, number, due)
    return times
