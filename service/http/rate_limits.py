"""Quotas over HTTP: spent for each authenticated request, told on every answer to it.

The headers are those of the IETF's draft-ietf-httpapi-ratelimit-headers.
"""

from __future__ import annotations

import random
import time
from http import HTTPStatus

from flask import Flask, Response, g, request

from nutgraf.store import Quota, QuotaExceededError
from nutgraf.store.access.quotas import WINDOW_SECONDS, Purpose
from service.dependencies import dependencies
from service.http.problems import ProblemError
from service.middleware.request_log import WAITED

CHARACTERS_PER_UNIT = 10_000
_SPREAD = (0.5, 1.5)
_HELD_BACK = (HTTPStatus.UNAUTHORIZED, HTTPStatus.TOO_MANY_REQUESTS)


def register(app: Flask) -> None:
    """Tell callers on every answer what is left to them, and slow those down who are refused."""
    app.after_request(_tell)
    app.after_request(_hold_back)


def spend_quota(purpose: Purpose, units: int = 1) -> None:
    """Take units from the caller's quota; without keys there is no caller to count for.

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
    """The problem of a quota that is used up; the answer tells the quota too."""
    g.quota = quota
    return ProblemError(
        "rate_limited",
        f"The quota for {'submitting' if quota.purpose == 'submit' else 'reading'} is used up.",
        headers={"Retry-After": str(quota.reset_seconds)},
    )


def quota_units(text: str) -> int:
    """What submitting a text costs: a unit for every 10,000 characters begun."""
    return max(1, -(-len(text) // CHARACTERS_PER_UNIT))


def rate_limit_headers(quota: Quota | None) -> list[tuple[str, str]]:
    """The headers that tell a caller of the quota; none where nothing is counted."""
    if quota is None:
        return []
    name = quota.purpose
    return [
        ("RateLimit-Policy", f'"{name}";q={quota.limit};w={WINDOW_SECONDS}'),
        ("RateLimit", f'"{name}";r={quota.remaining};t={quota.reset_seconds}'),
    ]


def _hold_back(response: Response) -> Response:
    """Let who has no key or no quota wait for the answer.

    A caller that asks again as soon as it is refused would otherwise take the others' time.
    """
    deps = dependencies()
    if response.status_code in _HELD_BACK and deps.settings.refusal_seconds:
        with deps.refused.try_acquire() as seated:
            if seated:
                request.environ[WAITED] = True
                # Who was refused together would come back together.
                spread = random.uniform(*_SPREAD)  # noqa: S311 - nobody gains by guessing it
                time.sleep(deps.settings.refusal_seconds * spread)
    return response


def _tell(response: Response) -> Response:
    response.headers.extend(rate_limit_headers(g.get("quota")))
    return response
