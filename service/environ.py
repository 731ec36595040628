"""Keys under which the layers of the API pass facts about one request to each other.

The constants are keys of the WSGI environ, which exists before Flask sees the request:

========== =========================================================== ========================
key        value                                                       written by
========== =========================================================== ========================
REQUEST_ID id of the request                                           middleware.request_log
ROUTE      template of the matched route; absent if none matched       middleware.request_log,
                                                                       middleware.cached_reads
WAITED     True if the response was delayed on purpose                 http.rate_limits,
                                                                       routes.articles
ADMITTED   result of the store's request gate: an ``AdmittedRequest``, middleware.cached_reads
           or the exception that it raised
========== =========================================================== ========================

Attributes of ``flask.g``, which exist once Flask handles the request:

======== ========================================================= ============================
name     value                                                     written by
======== ========================================================= ============================
tenant   the caller's tenant                                       http.auth
record   the ``ArticleRecord`` that the route reads, or None       http.auth
quota    the caller's ``Quota`` after this request, or None        http.auth, http.rate_limits
seed     id for the first article of an idempotent request         http.idempotency
accepted ids of the articles that the request has submitted        submission.accept
======== ========================================================= ============================
"""

from __future__ import annotations

from typing import Final

REQUEST_ID: Final = "nutgraf.request_id"
ROUTE: Final = "nutgraf.route"
WAITED: Final = "nutgraf.waited"
ADMITTED: Final = "nutgraf.admitted"
