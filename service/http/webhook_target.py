"""Check of webhook URLs that callers submit."""

from __future__ import annotations

from nutgraf.webhook_targets import (
    AllowedTargets,
    ForbiddenTargetError,
    UnresolvedError,
    parse_target,
    resolve_target,
)
from service.dependencies import Dependencies
from service.http.problems import ProblemError

RESOLVE_SECONDS = 3.0


def check_webhook_url(deps: Dependencies, url: str, pointer: str) -> None:
    """Refuse a URL that webhooks must not call. The webhook worker checks it again at each connection.

    Args:
        deps: the app's collaborators.
        url: the URL as submitted.
        pointer: JSON Pointer to it in the body, for the problem.

    Raises:
        ProblemError: ``webhook_target_forbidden``.
    """
    allowed = AllowedTargets.parse(deps.settings.webhook_allow)
    try:
        resolve_target(parse_target(url, allowed), allowed, RESOLVE_SECONDS)
    except ForbiddenTargetError as error:
        detail = str(error)
    except UnresolvedError:
        detail = "The host has no address."
    else:
        return
    raise ProblemError("webhook_target_forbidden", detail, [{"pointer": pointer, "message": detail}])
