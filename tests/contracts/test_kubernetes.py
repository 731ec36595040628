"""The manifests are valid, fit one another, and run nothing that a restricted cluster would refuse."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from dev.stack import ROOT
from nutgraf.settings import Settings

FOLDER = ROOT / "deploy" / "kubernetes"
VERSIONS = ("1.29", "1.32", "1.34")


def _documents(folder: Path) -> list[dict[str, Any]]:
    """Everything that a folder's kustomization lists and that lies in the folder itself."""
    listed = yaml.safe_load((folder / "kustomization.yaml").read_text())["resources"]
    files = [folder / name for name in listed if name.endswith(".yaml")]
    return [document for file in files for document in yaml.safe_load_all(file.read_text())]


DOCUMENTS = [*_documents(FOLDER / "base"), *_documents(FOLDER / "autoscaling")]
KUBERNETES_OWN = [document for document in DOCUMENTS if document["kind"] != "ScaledObject"]
DEPLOYMENTS = [document for document in DOCUMENTS if document["kind"] == "Deployment"]


def name_of(document: dict[str, Any]) -> str:
    return f"{document['kind']}-{document['metadata']['name']}"


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("document", KUBERNETES_OWN, ids=name_of)
def test_every_manifest_is_valid_to_the_letter(document: dict[str, Any], version: str) -> None:
    kubernetes_validate.validate(document, version, strict=True)


def test_a_misspelt_field_would_be_noticed() -> None:
    broken = yaml.safe_load(yaml.safe_dump(DEPLOYMENTS[0]))
    broken["spec"]["template"]["spec"]["enableServiceLink"] = False
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(broken, VERSIONS[0], strict=True)


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=name_of)
def test_every_pod_keeps_the_restricted_standard(deployment: dict[str, Any]) -> None:
    pod = deployment["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["runAsUser"] == 10001
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert pod["automountServiceAccountToken"] is False
    assert set(container["resources"]) == {"requests", "limits"}
    assert "livenessProbe" in container


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=name_of)
def test_nothing_is_restarted_because_redis_is_away(deployment: dict[str, Any]) -> None:
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    for name in ("startupProbe", "livenessProbe"):
        probe = container[name]
        asks_no_redis = probe.get("httpGet", {}).get("path") == "/livez"
        assert asks_no_redis or "--live" in probe["exec"]["command"]


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=name_of)
def test_a_worker_is_ready_when_it_has_told_redis(deployment: dict[str, Any]) -> None:
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    ready, live = container["readinessProbe"], container["livenessProbe"]
    if "exec" in live:
        assert [*ready["exec"]["command"], "--live"] == live["exec"]["command"]


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=name_of)
def test_no_service_of_the_cluster_becomes_a_setting(deployment: dict[str, Any]) -> None:
    assert deployment["spec"]["template"]["spec"]["enableServiceLinks"] is False


def test_the_settings_can_be_used_with_the_secret_that_the_page_names() -> None:
    settings = next(document["data"] for document in DOCUMENTS if document["kind"] == "ConfigMap")
    secret = {"NUTGRAF_REDIS_URL": "rediss://:PASSWORD@redis.example.com:6379/0"}
    read = Settings.from_env({"NUTGRAF_HOST": "0.0.0.0", **settings, **secret})
    ports = [
        port for one in DEPLOYMENTS for port in one["spec"]["template"]["spec"]["containers"][0]["ports"]
    ]
    assert {port["containerPort"] for port in ports if port["name"] == "metrics"} == {read.metrics_port}
    assert {port["containerPort"] for port in ports if port["name"] == "http"} == {read.port}


def test_everything_that_selects_pods_selects_some() -> None:
    components = {
        document["spec"]["selector"]["matchLabels"]["app.kubernetes.io/component"] for document in DEPLOYMENTS
    }
    for document in DOCUMENTS:
        selector = (
            document.get("spec", {}).get("selector") or document.get("spec", {}).get("podSelector") or {}
        )
        labels = selector.get("matchLabels", selector)
        assert labels.get("app.kubernetes.io/component") in {*components, None}, name_of(document)
    disruption = [document for document in DOCUMENTS if document["kind"] == "PodDisruptionBudget"]
    assert len(disruption) == len(components)


def test_the_autoscalers_scale_what_exists_by_metrics_that_exist() -> None:
    deployed = {document["metadata"]["name"] for document in DEPLOYMENTS}
    scaled = [
        document for document in DOCUMENTS if document["kind"] in ("ScaledObject", "HorizontalPodAutoscaler")
    ]
    assert {document["spec"]["scaleTargetRef"]["name"] for document in scaled} <= deployed
    queries = [
        trigger["metadata"]["query"]
        for document in scaled
        for trigger in document["spec"].get("triggers", ())
    ]
    described = (ROOT / "docs" / "operations.md").read_text()
    assert all(f"`{query.removeprefix('max(').removesuffix(')')}`" in described for query in queries)
    assert queries


def test_workers_may_not_reach_the_internet() -> None:
    policies = [document["spec"] for document in DOCUMENTS if document["kind"] == "NetworkPolicy"]
    assert {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]} in policies
    worker = {"app.kubernetes.io/component": "worker"}
    for policy in policies:
        if policy["podSelector"].get("matchLabels", worker) == worker:
            addresses = [
                peer for rule in policy.get("egress", ()) for peer in rule.get("to", ()) if "ipBlock" in peer
            ]
            assert addresses == []


@pytest.mark.skipif(shutil.which("kustomize") is None, reason="kustomize is not installed")
@pytest.mark.parametrize("folder", ["base", "autoscaling"])
def test_kustomize_renders_the_folder_and_the_result_is_valid(folder: str) -> None:
    done = subprocess.run(["kustomize", "build", FOLDER / folder], capture_output=True, text=True, check=True)
    rendered = list(yaml.safe_load_all(done.stdout))
    assert len(rendered) >= 14
    for document in rendered:
        if document["kind"] != "ScaledObject":
            kubernetes_validate.validate(document, VERSIONS[1], strict=True)
    if folder == "autoscaling":
        assert all(
            "replicas" not in one["spec"] or "webhooks" in name_of(one)
            for one in rendered
            if one["kind"] == "Deployment"
        )
