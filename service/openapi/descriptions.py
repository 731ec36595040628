"""Texts and examples of the OpenAPI document that belong to no single view or schema."""

from __future__ import annotations

ABOUT = """Analyses news articles: summaries, entities, figures and quotations. Every span is verbatim:
it equals `text[start:end]` of the submitted text. Submissions are queued, analysed by workers, cached and
served as JSON. Every response has `X-Request-Id`: the caller's own if it sent one."""
TAGS = {
    "articles": "Submit articles and read their analyses.",
    "stories": "Several reports of one event: what they agree on and where they differ.",
    "verification": "Check a summary against its text.",
    "webhooks": "Register endpoints for events and inspect their deliveries.",
    "operations": "Version, limits, health and metrics of the service.",
    "pages": "HTML pages and their example articles.",
}
STATUS_TEXT = {
    200: "Done.",
    201: "Created.",
    202: "Accepted; processing continues.",
    204: "Deleted.",
    207: "Each item has its own status.",
    304: "Not modified since that ETag.",
}
ID_PREFIXES = {"article": "art", "story": "sty", "webhook": "whk", "delivery": "dlv"}
PATH_NAMES = {
    "problems.name": ("Name of a problem type.", "too_short"),
    "playground.name": ("Name of a file.", "styles.css"),
    "articles.name": ("Name of a body in the manifest.", "daily-bellman.txt"),
}
SAMPLE_ID = "01m7xwcjpmwer7g2ha83b5mhcd"
IF_NONE_MATCH = {
    "in": "header",
    "name": "If-None-Match",
    "description": "ETags that the caller has; if one is current, the response is 304 without a body.",
    "schema": {"type": "string", "examples": ['"5f2b9c1e"']},
}
HEADERS = {
    "Location": ("URL of the new resource.", "/v1/articles/art_" + SAMPLE_ID),
    "ETag": ("Identifies exactly this response; send it back as `If-None-Match`.", '"5f2b9c1e"'),
    "Retry-After": ("Seconds to wait before the next request.", "5"),
    "WWW-Authenticate": ("How to authenticate.", 'Bearer realm="nutgraf"'),
    "RateLimit": ("Remaining quota (draft-ietf-httpapi-ratelimit-headers).", '"read";r=599;t=60'),
    "RateLimit-Policy": ("Quota and its window (draft-ietf-httpapi-ratelimit-headers).", '"read";q=600;w=60'),
    "Idempotent-Replayed": ("`true` if this is the stored response to an earlier request.", "true"),
    "Preference-Applied": ("The wait that was granted.", "wait=5"),
}
