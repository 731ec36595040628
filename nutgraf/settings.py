"""Every NUTGRAF_* knob, read once and checked at once, with all faults reported together."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urlsplit

from nutgraf.redis_urls import sentinel_address
from nutgraf.webhook_targets import AllowedTargets

BROKER_SCHEMES = ("redis", "rediss", "sentinel", "amqp", "amqps")
STORE_SCHEMES = ("redis", "rediss", "unix", "sentinel")


# Read by the command that calls the API, and no concern of the service's.
CALLER_VARIABLES = ("NUTGRAF_API_URL", "NUTGRAF_API_KEY")


def caller_settings() -> tuple[str, str | None]:
    """The API's URL and key for the command line, from the environment."""
    url = os.environ.get("NUTGRAF_API_URL") or "http://127.0.0.1:8000"
    return url.rstrip("/"), os.environ.get("NUTGRAF_API_KEY") or None


class SettingsError(Exception):
    """One or more settings can't be used; the message names each with what is wrong."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def _knob(default: object, about: str, *, least: float | None = None) -> Any:
    """A dataclass field that knows its own documentation and lower limit."""
    return field(default=default, metadata={"about": about, "least": least})


@dataclass(frozen=True, slots=True)
class Settings:
    """The product's settings; each is the environment variable ``NUTGRAF_<NAME>`` in capitals."""

    redis_url: str = _knob(
        "redis://127.0.0.1:6379/0",
        "Where articles, results and webhooks are kept (redis, rediss, unix, sentinel).",
    )
    broker_url: str = _knob(
        "", "Where nudges travel (redis, rediss, sentinel, amqp, amqps); empty: the same Redis."
    )
    redis_password_file: str = _knob(
        "", "File with the password of Redis, put into those two URLs where they are Redis' and name none."
    )
    host: str = _knob("127.0.0.1", "Address that the API listens on.")
    port: int = _knob(8000, "Port that the API listens on.", least=1)
    reachable_at: str = _knob(
        "", "Address on which the container's port is published; empty: that of NUTGRAF_HOST."
    )
    auth: Literal["on", "off"] = _knob("on", "off admits everybody as one tenant, on loopback alone.")
    processes: int = _knob(2, "API processes.", least=1)
    threads: int = _knob(
        128, "Threads of an API process, started as needed; at most half of them wait for analyses.", least=1
    )
    silence_seconds: int = _knob(
        5, "How long the head of a request may take, and the longest pause after it.", least=1
    )
    refusal_seconds: float = _knob(
        0.5, "How long, on average, who has no valid key or no quota left waits for the refusal.", least=0
    )
    worker_children: int = _knob(0, "Children of a worker; 0: one a core.", least=0)
    worker_articles_per_child: int = _knob(1000, "A child is replaced after so many articles.", least=1)
    worker_memory_mb: int = _knob(700, "A child is replaced once its memory passes this.", least=100)
    max_text_characters: int = _knob(200_000, "The longest text, in code points.", least=1)
    max_body_bytes: int = _knob(1_048_576, "The largest request body.", least=1024)
    min_words: int = _knob(8, "A text of fewer words is refused as too short.", least=1)
    max_queue: int = _knob(
        100_000,
        "Unfinished articles beyond which submissions are refused; one tenant alone gets nine tenths.",
        least=1,
    )
    submit_units_per_minute: int = _knob(
        1200, "A tenant's quota for submitting; a unit is 10,000 characters begun.", least=1
    )
    read_units_per_minute: int = _knob(12_000, "A tenant's quota for reading; a unit is a request.", least=1)
    max_wait_seconds: int = _knob(30, "The longest `Prefer: wait`.", least=0)
    max_attempts: int = _knob(3, "An article whose worker was lost so often fails.", least=1)
    lease_seconds: float = _knob(15.0, "How long a silent worker keeps an article.", least=0.5)
    sweep_seconds: float = _knob(0.5, "How often lost leases and lost nudges are looked for.", least=0.05)
    resend_after_seconds: float = _knob(5.0, "How old a nudge must be to count as lost.", least=0.1)
    analysis_soft_seconds: float = _knob(60.0, "An analysis is interrupted after this.", least=0.1)
    analysis_hard_seconds: float = _knob(75.0, "A child that ignores the interruption is killed.", least=0.2)
    article_ttl_seconds: int = _knob(604_800, "How long a finished article is kept.", least=1)
    tombstone_ttl_seconds: int = _knob(604_800, "How long a gone article answers 410.", least=1)
    idempotency_ttl_seconds: int = _knob(86_400, "How long an idempotency key is kept.", least=1)
    events_kept: int = _knob(10_000, "How many of the last events stay on record for operators.", least=1)
    cache_ttl_seconds: int = _knob(86_400, "How long an analysis is kept for equal documents.", least=1)
    story_window_seconds: int = _knob(
        259_200,
        "An article published longer than this before or after a story's others must be more like them.",
        least=1,
    )
    story_merge_seconds: float = _knob(
        60.0, "How long after it has grown a story is compared with those near to it.", least=0
    )
    story_rest_factor: float = _knob(
        100.0, "While articles wait, a story rests for so many times what its last telling took.", least=0
    )
    story_longest_rest_seconds: int = _knob(60, "The longest such rest.", least=0)
    compare_seconds: float = _knob(25.0, "A comparison that takes longer is given up.", least=0.1)
    webhook_allow: str = _knob(
        "", "Networks and host names that webhooks may reach though they are not public, with commas."
    )
    webhook_threads: int = _knob(64, "Deliveries that one webhook worker sends at once.", least=2)
    webhook_in_flight: int = _knob(8, "Deliveries under way to one healthy endpoint at once.", least=1)
    webhook_deadline_seconds: float = _knob(15.0, "An attempt to deliver ends after this.", least=0.1)
    webhook_max_endpoints: int = _knob(50, "Endpoints that one tenant may have.", least=1)
    webhook_disable_after_seconds: int = _knob(
        432_000, "An endpoint that only failed for so long is disabled.", least=1
    )
    webhook_log_ttl_seconds: int = _knob(
        604_800, "How long a finished delivery, its payload and its attempts are kept.", least=1
    )
    models_path: str = _knob("", "Folder of the models; empty: those that ship with the code.")
    metrics_port: int = _knob(
        0, "Port on which the API or a worker answers /metrics without a key; 0: none.", least=0
    )
    metrics_host: str = _knob("127.0.0.1", "Address of that port.")
    log_level: Literal["debug", "info", "warning", "error"] = _knob("info", "Least level that is logged.")

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read and check the environment.

        Raises:
            SettingsError: with every fault, when a value can't be used or a NUTGRAF_ name is unknown.
        """
        environ = os.environ if environ is None else environ
        known = {f"NUTGRAF_{knob.name.upper()}": knob for knob in fields(cls)}
        faults = [
            f"{name} is no setting"
            for name in sorted(environ)
            if name.startswith("NUTGRAF_") and name not in known and name not in CALLER_VARIABLES
        ]
        values: dict[str, Any] = {}
        for name, knob in known.items():
            raw = environ.get(name, "")
            if raw == "":
                continue
            try:
                values[knob.name] = _parse(str(knob.type), raw, knob.metadata["least"])
            except ValueError as error:
                faults.append(f"{name} {error}")
        faults += _read_password(values)
        settings = cls(**values)
        faults.extend(settings.faults())
        if faults:
            raise SettingsError(faults)
        return settings

    def faults(self) -> list[str]:
        """What is wrong with the settings taken together, one sentence each."""
        found = _address_faults("NUTGRAF_REDIS_URL", self.redis_url, STORE_SCHEMES)
        if self.broker_url:
            found += _address_faults("NUTGRAF_BROKER_URL", self.broker_url, BROKER_SCHEMES)
        if self.auth == "off" and not is_loopback(self.reachable_at or self.host):
            found.append(
                "NUTGRAF_AUTH is off, but the API would be reachable from other machines: "
                "set NUTGRAF_HOST=127.0.0.1, or create keys and set NUTGRAF_AUTH=on"
            )
        if self.analysis_hard_seconds <= self.analysis_soft_seconds:
            found.append("NUTGRAF_ANALYSIS_HARD_SECONDS must be above NUTGRAF_ANALYSIS_SOFT_SECONDS")
        if self.metrics_port == self.port:
            found.append("NUTGRAF_METRICS_PORT must differ from NUTGRAF_PORT")
        try:
            AllowedTargets.parse(self.webhook_allow)
        except ValueError as error:
            found.append(f"NUTGRAF_WEBHOOK_ALLOW: {error}")
        return found


def _address_faults(name: str, url: str, schemes: tuple[str, ...]) -> list[str]:
    """What is wrong with a URL; it may hold a password, so it is never quoted."""
    try:
        scheme = urlsplit(url).scheme
        if scheme == "sentinel":
            sentinel_address(url)
    except ValueError:
        return [f"{name} can't be read as a URL"]
    return [] if scheme in schemes else [f"{name} must begin with one of {', '.join(schemes)}"]


def _read_password(values: dict[str, Any]) -> list[str]:
    """Complete the URLs by the password from its file; gives what is wrong with that."""
    path = values.get("redis_password_file")
    if path is None:
        return []
    try:
        password = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ["NUTGRAF_REDIS_PASSWORD_FILE can't be read"]
    for name in ("redis_url", "broker_url"):
        scheme, separator, rest = values.get(name, "").partition("://")
        if scheme in ("redis", "rediss") and "@" not in rest.partition("/")[0]:
            values[name] = f"{scheme}{separator}:{quote(password, safe='')}@{rest}"
    return []


def traces_are_wanted(environ: Mapping[str, str] | None = None) -> bool:
    """Whether OpenTelemetry's own variables name a collector."""
    environ = os.environ if environ is None else environ
    return bool(
        environ.get("OTEL_EXPORTER_OTLP_ENDPOINT") or environ.get("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
    )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _parse(kind: str, raw: str, least: float | None) -> object:
    """Turn one variable's text into its setting's type."""
    if kind.startswith("Literal"):
        choices = [choice.strip(" '\"") for choice in kind[len("Literal[") : -1].split(",")]
        if raw not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}")
        return raw
    if kind == "str":
        return raw
    number: Callable[[str], float] = int if kind == "int" else float
    try:
        value = number(raw)
    except ValueError:
        raise ValueError(f"must be {'a whole number' if kind == 'int' else 'a number'}") from None
    if not value < float("inf") or (least is not None and value < least):
        raise ValueError(f"must be at least {least:g}")
    return value
