"""The dashboard and the alerts ask for what exists."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import Any

import pytest
import yaml

from deploy.observability.dashboard import PAGE, dashboard
from dev.stack import ROOT
from nutgraf.settings import Settings
from nutgraf.store import Store
from service.app import create_app
from tests.support.metric_names import known_metrics

FOLDER = ROOT / "deploy" / "observability" / "prometheus"
RULES = yaml.safe_load((FOLDER / "alerts.yml").read_text())["groups"][0]["rules"]
PANELS = json.loads(PAGE.read_text())["panels"]
QUERIES = [
    *((rule["alert"], rule["expr"]) for rule in RULES),
    *((panel["title"], target["expr"]) for panel in PANELS for target in panel["targets"]),
]


def test_the_committed_dashboard_is_what_its_table_says() -> None:
    assert json.loads(PAGE.read_text()) == dashboard(), "run `make dashboard`"


@pytest.mark.parametrize(("name", "query"), QUERIES, ids=[name for name, _ in QUERIES])
def test_every_query_asks_for_metrics_and_routes_that_exist(store: Store, name: str, query: str) -> None:
    metrics = set(re.findall(r"\b((?:nutgraf|redis)_\w+)\b(?=[\s\[{)]|$)", query))
    assert metrics, name
    ours = {
        re.sub(r"_(bucket|count|sum)$", "", metric) for metric in metrics if metric.startswith("nutgraf_")
    }
    assert ours <= known_metrics(store)
    routes = {rule.rule for rule in create_app(Settings()).url_map.iter_rules()}
    assert set(re.findall(r'route!?="([^"]+)"', query)) <= routes


def test_every_metric_is_seen_on_the_dashboard(store: Store) -> None:
    shown = " ".join(query for _, query in QUERIES)
    assert {name for name in known_metrics(store) if name not in shown} == set()


def test_no_two_panels_overlap_and_none_leaves_the_page() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in PANELS:
        place = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(place["x"], place["x"] + place["w"])
            for y in range(place["y"], place["y"] + place["h"])
        }
        assert place["x"] + place["w"] <= 24
        assert not cells & taken, panel["title"]
        taken |= cells


def test_every_alert_says_how_bad_it_is_and_what_to_do() -> None:
    for rule in RULES:
        assert rule["labels"]["severity"] in ("page", "ticket")
        assert set(rule["annotations"]) == {"summary", "description"}


def test_prometheus_looks_for_the_services_of_the_compose_file() -> None:
    config = yaml.safe_load((FOLDER / "prometheus.yml").read_text())
    services: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
    for job in config["scrape_configs"]:
        for found in job.get("dns_sd_configs", ()):
            assert set(found["names"]) <= set(services)
            settings = services[found["names"][0]]["environment"]
            assert found["port"] == settings["NUTGRAF_METRICS_PORT"]


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool (Prometheus) is not installed")
@pytest.mark.parametrize(
    "arguments", [("check", "config", "prometheus.yml"), ("test", "rules", "alerts_test.yml")], ids=" ".join
)
def test_prometheus_own_tool_accepts_the_files(arguments: tuple[str, ...]) -> None:
    done = subprocess.run(["promtool", *arguments], cwd=FOLDER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
