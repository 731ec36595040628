"""Generate the Grafana dashboard from a table of its panels: ``make dashboard``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent / "grafana" / "dashboards" / "nutgraf.json"
DATA_SOURCE = {"type": "prometheus", "uid": "prometheus"}
WIDTH, HEIGHT = 24, 8


@dataclass(frozen=True, slots=True)
class Panel:
    """Panel of the dashboard.

    Attributes:
        queries: PromQL by legend.
        unit: Grafana's name of the unit.
        width: in columns, of 24.
        kind: Grafana's type of the panel.
    """

    title: str
    queries: dict[str, str]
    unit: str = "short"
    width: int = 8
    kind: str = "timeseries"


def _quantiles(metric: str, by: str = "", only: str = "") -> dict[str, str]:
    grouping = f"le, {by}" if by else "le"
    legend = f"{{{{{by}}}}} " if by else ""
    return {
        f"{legend}p{percent}": f"histogram_quantile({percent / 100:g}, sum by ({grouping}) "
        f"(rate({metric}_bucket{only}[$__rate_interval])))"
        for percent in ((95,) if by else (50, 95, 99))
    }


def _rates(metric: str, by: str) -> dict[str, str]:
    return {f"{{{{{by}}}}}": f"sum by ({by}) (rate({metric}[$__rate_interval]))"}


_ACCEPT = '{method="POST", route="/v1/articles", waited="no"}'
_READ = '{method="GET", route="/v1/articles/<article:identifier>", waited="no"}'
_CACHE_HIT_RATIO = (
    'sum(rate(nutgraf_articles_accepted_total{outcome="cached"}[$__rate_interval])) '
    "/ sum(rate(nutgraf_articles_accepted_total[$__rate_interval]))"
)
PANELS = (
    Panel("Store", {"up": "max(nutgraf_store_up)"}, width=4, kind="stat"),
    Panel("Workers", {"alive": "max(nutgraf_workers)"}, width=4, kind="stat"),
    Panel("Senders", {"alive": "max(nutgraf_senders)"}, width=4, kind="stat"),
    Panel("Waiting", {"articles": "max(nutgraf_queue_depth)"}, width=4, kind="stat"),
    Panel("The oldest has waited", {"seconds": "max(nutgraf_queue_oldest_seconds)"}, "s", 4, "stat"),
    Panel(
        "Pipeline", {"{{fingerprint}}": "max by (fingerprint) (nutgraf_pipeline_info)"}, width=4, kind="stat"
    ),
    Panel("Submissions a second", _rates("nutgraf_articles_accepted_total", "outcome")),
    Panel("Analyses a second", _rates("nutgraf_analyses_total", "outcome")),
    Panel("Answered from the cache at once", {"share": _CACHE_HIT_RATIO}, "percentunit"),
    Panel("Queue", {"waiting": "max(nutgraf_queue_depth)", "worked on": "max(nutgraf_articles_processing)"}),
    Panel("From acceptance to commit", _quantiles("nutgraf_article_seconds"), "s"),
    Panel("From claim to commit", _quantiles("nutgraf_analysis_seconds"), "s"),
    Panel("Stages, p95", _quantiles("nutgraf_stage_seconds", by="stage"), "s", 12),
    Panel("Messages with nothing to do", _rates("nutgraf_claims_refused_total", "reason"), width=12),
    Panel("Requests a second", _rates("nutgraf_http_requests_total", "status")),
    Panel("Accepting an article", _quantiles("nutgraf_http_request_seconds", only=_ACCEPT), "s"),
    Panel("Reading an article", _quantiles("nutgraf_http_request_seconds", only=_READ), "s"),
    Panel(
        "Lost and found",
        {
            "messages sent again": "increase(max(nutgraf_nudges_resent_total)[$__rate_interval:])",
            "leases that ran out": "increase(max(nutgraf_leases_lost_total)[$__rate_interval:])",
            "{{action}} by sweeps": "sum by (action) (increase(nutgraf_swept_total[$__rate_interval]))",
            "stories withheld": "sum(increase(nutgraf_stories_unproven_total[$__rate_interval]))",
        },
    ),
    Panel("Stories waiting", {"stories": "max(nutgraf_stories_waiting)"}),
    Panel("Stories behind by", {"longest": "max(nutgraf_stories_late_seconds)"}, "s"),
    Panel("Deliveries a second", _rates("nutgraf_deliveries_total", "outcome")),
    Panel("Time to deliver", _quantiles("nutgraf_delivery_seconds"), "s"),
    Panel(
        "Deliveries waiting",
        {"under way": "max(nutgraf_deliveries_sending)", "receivers": "max(nutgraf_receivers_waiting)"},
    ),
    Panel("Deliveries overdue", {"longest": "max(nutgraf_delivery_late_seconds)"}, "s"),
    Panel("Redis' memory", {"used": "redis_memory_used_bytes", "limit": "redis_memory_max_bytes"}, "bytes"),
)


def dashboard() -> dict[str, Any]:
    """Return the dashboard in Grafana's JSON model."""
    return {
        "uid": "nutgraf",
        "title": "Nutgraf",
        "schemaVersion": 41,
        "refresh": "10s",
        "time": {"from": "now-1h", "to": "now"},
        "timezone": "browser",
        "panels": _layout(),
    }


def _layout() -> list[dict[str, Any]]:
    """Place the panels in rows from left to right."""
    placed: list[dict[str, Any]] = []
    x = y = 0
    for number, panel in enumerate(PANELS, 1):
        height = HEIGHT // 2 if panel.kind == "stat" else HEIGHT
        if x + panel.width > WIDTH:
            x, y = 0, y + int(placed[-1]["gridPos"]["h"])
        place = {"x": x, "y": y, "w": panel.width, "h": height}
        placed.append({"id": number, "gridPos": place, **_panel(panel)})
        x += panel.width
    return placed


def _panel(panel: Panel) -> dict[str, Any]:
    return {
        "type": panel.kind,
        "title": panel.title,
        "datasource": DATA_SOURCE,
        "fieldConfig": {"defaults": {"unit": panel.unit, "min": 0}, "overrides": []},
        "targets": [
            {
                "refId": chr(ord("A") + number),
                "datasource": DATA_SOURCE,
                "expr": query,
                "legendFormat": legend,
            }
            for number, (legend, query) in enumerate(panel.queries.items())
        ],
    }


if __name__ == "__main__":
    PAGE.write_text(json.dumps(dashboard(), indent=1) + "\n", encoding="utf-8")
