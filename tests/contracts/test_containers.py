"""What the image and the compose file promise, as far as it can be seen without starting them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from dev.stack import ROOT
from nutgraf.settings import Settings, SettingsError

SERVICES: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
OURS = [name for name, service in SERVICES.items() if service["image"].startswith("nutgraf:")]
DOCKERFILE = (ROOT / "Dockerfile").read_text()


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_is_hardened_and_bounded(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "mem_limit" in service
    assert service["read_only"] is (name != "rabbitmq")
    assert name == "password" or "cpus" in service


def test_the_api_may_have_as_many_threads_as_it_is_set_to() -> None:
    settings = Settings()
    assert SERVICES["api"]["pids_limit"] >= settings.processes * (settings.threads + 8) + 8


@pytest.mark.parametrize(
    "name", [name for name in SERVICES if "profiles" not in SERVICES[name] and name != "password"]
)
def test_every_service_of_the_product_says_whether_it_is_well(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]


def test_only_loopback_is_published_by_default() -> None:
    for name, service in SERVICES.items():
        for port in service.get("ports", ()):
            assert port.startswith(("127.0.0.1:", "${NUTGRAF_PUBLISH:-127.0.0.1}:")), name
            assert ":9100" not in port


def test_workers_and_the_store_are_on_a_network_without_an_exit() -> None:
    networks = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["networks"]
    assert networks["store"]["internal"] is True
    assert SERVICES["worker"]["networks"] == SERVICES["redis"]["networks"] == ["store"]


@pytest.mark.parametrize("name", [name for name in OURS if name != "password"])
def test_the_settings_of_the_containers_can_be_used(name: str, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("s3cret/with:signs@")
    written = {key: _default(str(value)) for key, value in SERVICES[name]["environment"].items()}
    environment = {
        **written,
        "NUTGRAF_HOST": "0.0.0.0",
        "NUTGRAF_REDIS_PASSWORD_FILE": str(tmp_path / "password"),
    }
    settings = Settings.from_env(environment)
    assert settings.redis_url == "redis://:s3cret%2Fwith%3Asigns%40@redis:6379/0"
    assert settings.metrics_port == 9100


def _default(value: str) -> str:
    """A value as compose reads it without any .env."""
    return re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", value)


def test_a_password_that_stands_in_the_url_is_kept(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("other\n")
    named = {"NUTGRAF_REDIS_URL": "rediss://:mine@redis/0", "NUTGRAF_BROKER_URL": "amqp://rabbitmq//"}
    settings = Settings.from_env({**named, "NUTGRAF_REDIS_PASSWORD_FILE": str(tmp_path / "password")})
    assert (settings.redis_url, settings.broker_url) == tuple(named.values())


def test_a_password_file_that_is_missing_is_a_fault_without_its_name() -> None:
    with pytest.raises(SettingsError) as fault:
        Settings.from_env({"NUTGRAF_REDIS_PASSWORD_FILE": "/nowhere/password"})
    assert fault.value.faults == ["NUTGRAF_REDIS_PASSWORD_FILE can't be read"]


def test_the_image_runs_as_a_number_and_installs_by_hash() -> None:
    assert re.search(r"^USER 10001:10001$", DOCKERFILE, re.MULTILINE)
    assert "--require-hashes" in DOCKERFILE
    assert "uv sync --frozen" in DOCKERFILE
    assert "ORT_DISABLE_TELEMETRY=1" in DOCKERFILE
    pins = (ROOT / "deploy" / "image" / "uv.txt").read_text()
    assert re.search(r"^uv==[\d.]+ \\\n    --hash=sha256:[0-9a-f]{64}", pins)


def test_every_package_of_the_lock_file_has_a_hash() -> None:
    lock = (ROOT / "uv.lock").read_text()
    files = re.findall(r'\{ url = "[^"]+"[^}]*\}', lock)
    assert len(files) > 100
    assert all('hash = "sha256:' in file for file in files)


@pytest.mark.skipif(shutil.which("hadolint") is None, reason="hadolint is not installed")
def test_hadolint_has_nothing_to_say() -> None:
    done = subprocess.run(["hadolint", ROOT / "Dockerfile"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(
    shutil.which("make") is None or shutil.which("uv") is None, reason="make or uv is missing"
)
def test_the_bill_of_materials_names_every_package_of_the_image() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(["make", "--silent", "sbom"], cwd=ROOT, check=True, env=environment, capture_output=True)
    bill = yaml.safe_load((ROOT / ".run" / "sbom.cdx.json").read_text())
    names = {component["name"] for component in bill["components"]}
    assert bill["bomFormat"] == "CycloneDX"
    assert {"flask", "celery", "redis", "onnxruntime", "prometheus-client"} <= names
    assert "pytest" not in names
