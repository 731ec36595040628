"""Quotas over HTTP: spending, ``RateLimit`` headers and delayed refusals.

The headers are those of draft-ietf-httpapi-ratelimit-headers.
"""

from __future__ import annotations

import random
import time
from http import HTTPStatus

from flask import Flask, Response, g, request

from nutgraf.store import QUOTA_WINDOW_SECONDS, Purpose, Quota, QuotaExceededError
from service.dependencies import dependencies
from service.environ import WAITED
from service.http.problems import ProblemError

CHARACTERS_PER_UNIT = 10_000
_SPREAD = (0.5, 1.5)
"""Bounds of the random factor of the delay, so that callers refused together do not return together."""

_DELAYED_STATUSES = (HTTPStatus.UNAUTHORIZED, HTTPStatus.TOO_MANY_REQUESTS)


def register(app: Flask) -> None:
    """Register response hooks that add ``RateLimit`` headers and delay refusals."""
    app.after_request(_add_headers)
    app.after_request(_delay_refusal)


def spend_quota(purpose: Purpose, units: int = 1) -> None:
    """Spend units of the caller's quota; do nothing if keys are switched off.

    Raises:
        ProblemError: ``rate_limited``.
    """
    deps = dependencies()
    if deps.settings.auth == "off":
        return
    try:
        g.quota = deps.store.gate.spend(g.tenant, purpose, units)
    except QuotaExceededError as error:
        raise quota_problem(error.quota) from error


def quota_problem(quota: Quota) -> ProblemError:
    """Return the problem for a used-up quota; the response has the ``RateLimit`` headers too."""
    g.quota = quota
    return ProblemError(
        "rate_limited",
        f"The quota for {'submitting' if quota.purpose == 'submit' else 'reading'} is used up.",
        headers={"Retry-After": str(quota.reset_seconds)},
    )


def quota_units(text: str) -> int:
    """Return the price of a text in quota units: one for every 10,000 characters begun."""
    return max(1, -(-len(text) // CHARACTERS_PER_UNIT))


def rate_limit_headers(quota: Quota | None) -> list[tuple[str, str]]:
    """Return the ``RateLimit`` headers of a quota; an empty list if nothing is counted."""
    if quota is None:
        return []
    name = quota.purpose
    return [
        ("RateLimit-Policy", f'"{name}";q={quota.limit};w={QUOTA_WINDOW_SECONDS}'),
        ("RateLimit", f'"{name}";r={quota.remaining};t={quota.reset_seconds}'),
    ]


def _delay_refusal(response: Response) -> Response:
    """Delay a 401 or 429, so that a caller that retries at once does not take the threads of others."""
    deps = dependencies()
    if response.status_code in _DELAYED_STATUSES and deps.settings.refusal_seconds:
        with deps.refusal_slots.try_acquire() as acquired:
            if acquired:
                request.environ[WAITED] = True
                spread = random.uniform(*_SPREAD)  # noqa: S311 - not a secret
                time.sleep(deps.settings.refusal_seconds * spread)
    return response


def _add_headers(response: Response) -> Response:
    response.headers.extend(rate_limit_headers(g.get("quota")))
    return response
