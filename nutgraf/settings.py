"""Settings of the product, read from NUTGRAF_* environment variables and validated together."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from nutgraf.redis_urls import SentinelAccess
from nutgraf.setting_values import add_redis_password, add_sentinel_password, parse_value, url_faults
from nutgraf.webhook_targets import AllowedTargets

BROKER_SCHEMES = ("redis", "rediss", "sentinel", "amqp", "amqps")
STORE_SCHEMES = ("redis", "rediss", "unix", "sentinel")

CALLER_VARIABLES = ("NUTGRAF_API_URL", "NUTGRAF_API_KEY")
"""Variables of the command line's API client; they are not settings of the service."""


class SettingsError(Exception):
    """One or more settings are invalid; the message names each of them with its fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def _setting(default: object, about: str, *, least: float | None = None) -> Any:
    """Create a dataclass field with its description and its minimum."""
    return field(default=default, metadata={"about": about, "least": least})


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the product; each is read from ``NUTGRAF_<NAME>`` in capitals."""

    redis_url: str = _setting(
        "redis://127.0.0.1:6379/0",
        "URL of the Redis that stores articles, analyses and webhooks (redis, rediss, unix, sentinel).",
    )
    broker_url: str = _setting(
        "", "URL of the broker (redis, rediss, sentinel, amqp, amqps); empty: the same Redis."
    )
    redis_password_file: str = _setting(
        "",
        "File with the password of Redis; it is added to each of these two URLs of Redis that has none.",
    )
    sentinel_username: str = _setting("", "User that the Sentinels ask for; empty: none.")
    sentinel_password: str = _setting("", "Password that the Sentinels ask for; empty: none.")
    sentinel_password_file: str = _setting("", "File with that password.")
    sentinel_tls: Literal["on", "off"] = _setting(
        "off", "Whether the Sentinels and the Redis that they name speak TLS."
    )
    host: str = _setting("127.0.0.1", "Address that the API listens on.")
    port: int = _setting(8000, "Port that the API listens on.", least=1)
    reachable_at: str = _setting(
        "", "Address on which the container's port is published; empty: that of NUTGRAF_HOST."
    )
    auth: Literal["on", "off"] = _setting(
        "on", "`off` admits all callers as one tenant; allowed on loopback only."
    )
    processes: int = _setting(2, "Number of API processes.", least=1)
    threads: int = _setting(
        128, "Threads per API process, started as needed; at most half of them wait for analyses.", least=1
    )
    silence_seconds: int = _setting(
        5, "Maximum duration of a request's head, and of a pause after it, in seconds.", least=1
    )
    refusal_seconds: float = _setting(0.5, "Average delay of a 401 or 429, in seconds.", least=0)
    worker_children: int = _setting(0, "Child processes of a worker; 0: one per core.", least=0)
    worker_articles_per_child: int = _setting(1000, "Articles after which a child is replaced.", least=1)
    worker_memory_mb: int = _setting(700, "Memory in MB above which a child is replaced.", least=100)
    max_text_characters: int = _setting(200_000, "Maximum length of a text, in code points.", least=1)
    max_body_bytes: int = _setting(1_048_576, "Maximum size of a request body, in bytes.", least=1024)
    min_words: int = _setting(8, "Minimum number of words of a text.", least=1)
    max_queue: int = _setting(
        100_000,
        "Maximum number of unfinished articles; one tenant may have nine tenths of them.",
        least=1,
    )
    accept_replicas: int = _setting(
        0, "Replicas of Redis that must have an article before it counts as accepted; 0: none.", least=0
    )
    accept_replica_seconds: float = _setting(
        1.0, "How long an acceptance waits for these replicas, in seconds.", least=0.001
    )
    submit_units_per_minute: int = _setting(
        1200, "A tenant's submit quota; a unit is 10,000 characters begun.", least=1
    )
    read_units_per_minute: int = _setting(12_000, "A tenant's read quota; a unit is a request.", least=1)
    max_wait_seconds: int = _setting(30, "Maximum of `Prefer: wait`, in seconds.", least=0)
    max_attempts: int = _setting(
        3, "Attempts after which an article fails whose worker was lost each time.", least=1
    )
    lease_seconds: float = _setting(
        15.0, "Lease of a claimed article, in seconds; workers renew it.", least=0.5
    )
    sweep_seconds: float = _setting(
        0.5, "Interval of the search for expired leases and lost nudges, in seconds.", least=0.05
    )
    resend_after_seconds: float = _setting(
        5.0, "Age at which an unanswered nudge counts as lost, in seconds.", least=0.1
    )
    analysis_soft_seconds: float = _setting(
        60.0, "Time after which an analysis is interrupted, in seconds.", least=0.1
    )
    analysis_hard_seconds: float = _setting(
        75.0, "Time after which the child of an analysis is killed, in seconds.", least=0.2
    )
    article_ttl_seconds: int = _setting(604_800, "Retention of a finished article, in seconds.", least=1)
    tombstone_ttl_seconds: int = _setting(
        604_800, "How long a deleted or expired article returns 410, in seconds.", least=1
    )
    idempotency_ttl_seconds: int = _setting(86_400, "Retention of an idempotency key, in seconds.", least=1)
    events_kept: int = _setting(10_000, "Number of latest events that are kept for operators.", least=1)
    cache_ttl_seconds: int = _setting(86_400, "Retention of a cached analysis, in seconds.", least=1)
    story_window_seconds: int = _setting(
        259_200,
        "An article published longer than this before or after the others of a story must be more similar.",
        least=1,
    )
    story_merge_seconds: float = _setting(
        60.0, "Time after which a grown story is compared with stories near it, in seconds.", least=0
    )
    story_rest_factor: float = _setting(
        100.0,
        "While articles wait, a story is not published again for this many times its last publishing time.",
        least=0,
    )
    story_longest_rest_seconds: int = _setting(60, "Maximum of this pause, in seconds.", least=0)
    compare_seconds: float = _setting(25.0, "Timeout of a comparison, in seconds.", least=0.1)
    webhook_allow: str = _setting(
        "",
        "Networks and host names, separated by commas, that webhooks may reach although they are not public.",
    )
    webhook_threads: int = _setting(64, "Deliveries that a webhook worker sends at once.", least=2)
    webhook_in_flight: int = _setting(
        8, "Maximum number of deliveries in flight to one healthy endpoint.", least=1
    )
    webhook_deadline_seconds: float = _setting(15.0, "Timeout of a delivery attempt, in seconds.", least=0.1)
    webhook_max_endpoints: int = _setting(50, "Maximum number of endpoints per tenant.", least=1)
    webhook_disable_after_seconds: int = _setting(
        432_000, "An endpoint whose deliveries all failed for this long, in seconds, is disabled.", least=1
    )
    webhook_log_ttl_seconds: int = _setting(
        604_800, "Retention of a finished delivery with its payload and attempts, in seconds.", least=1
    )
    models_path: str = _setting("", "Folder of the models; empty: the shipped models.")
    metrics_port: int = _setting(0, "Port that serves /metrics without a key; 0: none.", least=0)
    metrics_host: str = _setting("127.0.0.1", "Address that the metrics port listens on.")
    log_level: Literal["debug", "info", "warning", "error"] = _setting("info", "Minimum level of log lines.")

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read and validate the environment.

        Raises:
            SettingsError: with all faults, if a value is invalid or a NUTGRAF_ name is unknown.
        """
        environ = os.environ if environ is None else environ
        known = {f"NUTGRAF_{setting.name.upper()}": setting for setting in fields(cls)}
        faults = [
            f"{name} is no setting"
            for name in sorted(environ)
            if name.startswith("NUTGRAF_") and name not in known and name not in CALLER_VARIABLES
        ]
        values: dict[str, Any] = {}
        for name, setting in known.items():
            raw = environ.get(name, "")
            if raw == "":
                continue
            try:
                values[setting.name] = parse_value(str(setting.type), raw, setting.metadata["least"])
            except ValueError as error:
                faults.append(f"{name} {error}")
        faults += add_redis_password(values, cls().redis_url)
        faults += add_sentinel_password(values)
        settings = cls(**values)
        faults.extend(settings.faults())
        if faults:
            raise SettingsError(faults)
        return settings

    @property
    def sentinel_access(self) -> SentinelAccess:
        """How the sentinels of a ``sentinel://`` URL are reached."""
        return SentinelAccess(self.sentinel_username, self.sentinel_password, self.sentinel_tls == "on")

    def faults(self) -> list[str]:
        """Return the faults of the combination of settings, one sentence each."""
        faults = url_faults("NUTGRAF_REDIS_URL", self.redis_url, STORE_SCHEMES)
        if self.broker_url:
            faults += url_faults("NUTGRAF_BROKER_URL", self.broker_url, BROKER_SCHEMES)
        if self.auth == "off" and not is_loopback(self.reachable_at or self.host):
            faults.append(
                "NUTGRAF_AUTH is off, but the API would be reachable from other machines: "
                "set NUTGRAF_HOST=127.0.0.1, or create keys and set NUTGRAF_AUTH=on"
            )
        if self.analysis_hard_seconds <= self.analysis_soft_seconds:
            faults.append("NUTGRAF_ANALYSIS_HARD_SECONDS must be above NUTGRAF_ANALYSIS_SOFT_SECONDS")
        if self.metrics_port == self.port:
            faults.append("NUTGRAF_METRICS_PORT must differ from NUTGRAF_PORT")
        try:
            AllowedTargets.parse(self.webhook_allow)
        except ValueError as error:
            faults.append(f"NUTGRAF_WEBHOOK_ALLOW: {error}")
        return faults


def operator_settings(local: Mapping[str, str]) -> Settings:
    """Return the environment's settings; where it names no Redis, those of the local stack come first.

    Raises:
        SettingsError: a setting can't be used.
    """
    return Settings.from_env(os.environ if os.environ.get("NUTGRAF_REDIS_URL") else {**os.environ, **local})


def caller_settings(url: str | None, key: str | None, local: Mapping[str, str]) -> tuple[str, str | None]:
    """Return the API's URL and a caller's key: as given, else the environment's, else the local stack's.

    Raises:
        SettingsError: NUTGRAF_PORT is needed and can't be used.
    """
    url = url or os.environ.get("NUTGRAF_API_URL")
    port = os.environ.get("NUTGRAF_PORT") or local.get("NUTGRAF_PORT") or Settings().port
    try:
        url = url or f"http://127.0.0.1:{parse_value('int', str(port), 1)}"
    except ValueError as error:
        raise SettingsError([f"NUTGRAF_PORT {error}"]) from error
    return url.rstrip("/"), key or os.environ.get("NUTGRAF_API_KEY") or None


def traces_are_wanted(environ: Mapping[str, str] | None = None) -> bool:
    """Return whether OpenTelemetry's variables name a collector."""
    environ = os.environ if environ is None else environ
    return bool(
        environ.get("OTEL_EXPORTER_OTLP_ENDPOINT") or environ.get("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
    )


def is_loopback(host: str) -> bool:
    """Return whether the host is a loopback address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
