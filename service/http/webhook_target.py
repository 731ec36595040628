"""Whether a webhook may go where a caller wants it to go."""

from __future__ import annotations

from nutgraf.webhook_targets import Allowed, ForbiddenTargetError, UnresolvedError, parse, resolve
from service.dependencies import Wiring
from service.http.problems import ProblemError

RESOLVE_SECONDS = 3.0


def check(house: Wiring, url: str, pointer: str) -> None:
    """Refuse a URL that webhooks never call. A sender checks again at each connection.

    Args:
        house: the app's collaborators.
        url: what the caller gave.
        pointer: where it stands in the body.

    Raises:
        ProblemError: ``webhook_target_forbidden``.
    """
    allowed = Allowed.parse(house.settings.webhook_allow)
    try:
        resolve(parse(url, allowed), allowed, RESOLVE_SECONDS)
    except ForbiddenTargetError as error:
        detail = str(error)
    except UnresolvedError:
        detail = "The host has no address."
    else:
        return
    raise ProblemError("webhook_target_forbidden", detail, [{"pointer": pointer, "message": detail}])
