"""Keys under which the layers of the API pass facts about one request to each other.

The constants are keys of the WSGI environ, which exists before Flask sees the request:

========== ====================================================== ============================
key        value                                                  written by
========== ====================================================== ============================
REQUEST_ID the request's id, a string                             middleware.request_log
ROUTE      the matched route template; absent if no route matched middleware.request_log,
                                                                  middleware.cached_reads
WAITED     True if the response was delayed on purpose            http.rate_limits,
                                                                  routes.articles
ADMITTED   the ``AdmittedRequest`` that the request gate returned, middleware.cached_reads
           or the exception that it raised
========== ====================================================== ============================

Attributes of ``flask.g``, set once Flask handles the request:

======== ========================================================= =====================
name     value                                                     written by
======== ========================================================= =====================
tenant   the caller's tenant, a string                             http.auth
record   the ``ArticleRecord`` that the route reads, or None       http.auth
quota    the caller's ``Quota`` after this request, or None        http.auth, http.rate_limits
seed     the id of the first article of an idempotent request      http.idempotency
accepted the ids of the articles that the request has submitted    submission.accept
======== ========================================================= =====================
"""

from __future__ import annotations

from typing import Final

REQUEST_ID: Final = "nutgraf.request_id"
ROUTE: Final = "nutgraf.route"
WAITED: Final = "nutgraf.waited"
ADMITTED: Final = "nutgraf.admitted"
