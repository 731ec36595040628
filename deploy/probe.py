"""End-to-end test of the container stack: ``make e2e``.

Submit articles while a worker is killed and Redis and all containers are restarted, then check that every
accepted article was completed with verbatim spans.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from typing import Any

from dev.stack import ROOT
from nutgraf.cli.http_client import Client, ClientError

ARTICLES = 200
TIMEOUT_SECONDS = 180.0
READY_SECONDS = 120.0
PAUSE_SECONDS = 0.5  # so that submitting takes longer than the faults


def compose(*arguments: str) -> str:
    """Run a ``docker compose`` command on the running stack and return its output."""
    command = ["docker", "compose", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - ours


def api_urls() -> list[str]:
    """Return the URLs of the API containers."""
    urls = []
    for line in compose("ps", "--format", "json", "api").splitlines():
        container = json.loads(line)
        urls += [
            f"http://127.0.0.1:{port['PublishedPort']}"
            for port in container["Publishers"]
            if port["TargetPort"] == 8000 and port["PublishedPort"]  # noqa: PLR2004 - the API's port
        ]
    return sorted(set(urls))


def submit_all(count: int) -> list[tuple[str, str]]:
    """Submit articles to all APIs in turn, each until it is accepted.

    Returns:
        The text and the id of each article.
    """
    urls = cycle(api_urls())

    def submit(number: int) -> tuple[str, str]:
        time.sleep(PAUSE_SECONDS)
        text = (
            f"The harbour board of Arlesund published report number {number} on Monday. "
            f"Chair Ines Calloway said that {number + 7} berths would close for the winter. "
            f"“Nobody will lose work over it,” she told reporters in Arlesund."
        )
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while True:
            try:
                answer = Client(next(urls)).submit({"text": text}, **{"Idempotency-Key": f"probe-{number}"})
                return text, str(answer["id"])
            except ClientError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.5)

    with ThreadPoolExecutor(3) as pool:
        return list(pool.map(submit, range(count)))


def inject_faults() -> list[str]:
    """Kill a worker, restart Redis, restart all containers; return what was done."""
    victim = compose("ps", "-q", "worker").splitlines()[0]
    done = []
    subprocess.run(["docker", "kill", victim], check=True, capture_output=True)  # noqa: S603, S607 - ours
    done.append("one of two workers killed")
    time.sleep(8)
    compose("restart", "-t", "5", "redis")
    done.append("Redis restarted")
    time.sleep(5)
    subprocess.run(["docker", "start", victim], check=True, capture_output=True)  # noqa: S603, S607 - ours
    compose("restart", "-t", "20")
    done.append("everything restarted")
    return done


def wait_until_ready() -> None:
    """Wait until every API is ready.

    Raises:
        ClientError: an API is not ready in time.
    """
    deadline = time.monotonic() + READY_SECONDS
    while True:
        try:
            for url in api_urls():
                Client(url).call("GET", "/readyz")
        except ClientError:
            if time.monotonic() > deadline:
                raise
            time.sleep(1)
        else:
            return


def faults_of(article: dict[str, Any], text: str) -> list[str]:
    """Return the faults of a finished article: a failed status, or spans that are not verbatim."""
    if article["status"] != "completed":
        return [f"{article['id']} is {article['status']}"]
    analysis = article["analysis"]
    mentions = [mention for entity in analysis["entities"] for mention in entity["mentions"]]
    spans = [*analysis["summary"]["sentences"], *analysis["figures"], *analysis["quotes"], *mentions]
    not_verbatim = [
        f"{article['id']}: {span['text']!r}"
        for span in spans
        if text[span["start"] : span["end"]] != span["text"]
    ]
    return not_verbatim if spans else [f"{article['id']} has no spans"]


def hardening_faults() -> list[str]:
    """Return what the containers allow although they should not."""
    faults = []
    for service in ("api", "worker", "webhooks"):
        for what, script in (
            ("runs as root", "test $(id -u) = 0"),
            ("writes to its root", "touch /opt/nutgraf/app/x 2>/dev/null"),
            ("has a compiler", "command -v cc || command -v gcc || command -v clang"),
            ("holds a capability", "! grep -q 'CapEff:.0000000000000000' /proc/self/status"),
            ("may gain privileges", "! grep -q 'NoNewPrivs:.1' /proc/self/status"),
        ):
            if _allowed(service, script):
                faults.append(f"{service} {what}")
    if _allowed(
        "worker", "python -c \"import socket; socket.create_connection(('1.1.1.1', 443), 3)\" 2>/dev/null"
    ):
        faults.append("worker reaches the internet")
    if not _allowed("redis", "redis-cli ping | grep -q NOAUTH"):
        faults.append("redis asks for no password")
    return faults


def _allowed(service: str, script: str) -> bool:
    command = ["docker", "compose", "exec", "-T", service, "sh", "-c", script]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603 - ours


def check_main_job() -> None:
    """Submit an example article, wait for its analysis and print the first sentence of its summary."""
    example = next(article for article in Client.examples(ROOT / "examples") if "text" in article)
    client = Client(api_urls()[0])
    done = client.finished(client.submit(example)["id"], 60)
    first_sentence = done["analysis"]["summary"]["sentences"][0]["text"].splitlines()[0]
    print("main job:", done["status"], "-", first_sentence[:100])


def submit_during_faults() -> list[tuple[str, str]]:
    """Submit the articles while faults are injected; return the text and the id of each article."""
    with ThreadPoolExecutor(1) as pool:
        submission = pool.submit(submit_all, ARTICLES)
        time.sleep(3)
        print("faults:", "; ".join(inject_faults()))
        wait_until_ready()
        return submission.result()


def print_operations() -> None:
    """Print the doctor's findings and the worker's count of analyses."""
    print(compose("exec", "-T", "worker", "nutgraf", "doctor"))
    metrics = compose(
        "exec", "-T", "worker", "python", "-c",
        "import urllib.request as r; print(r.urlopen('http://127.0.0.1:9100/metrics').read().decode())",
    )  # fmt: skip
    print("\n".join(line for line in metrics.splitlines() if line.startswith("nutgraf_analyses_total")))


def main() -> int:
    """Run the test and print its results; return 1 if an article was lost or a container is insecure."""
    check_main_job()
    insecure = hardening_faults()
    print("hardening:", ", ".join(insecure) or "nothing is open")
    print("APIs:", ", ".join(api_urls()), "- workers:", len(compose("ps", "-q", "worker").splitlines()))
    began = time.monotonic()
    accepted = submit_during_faults()
    client = Client(api_urls()[-1])
    faults: list[str] = []
    attempts = []
    for text, identifier in accepted:
        article = client.finished(identifier, TIMEOUT_SECONDS)
        attempts.append(article["attempts"])
        faults += faults_of(article, text)
    repeated = sum(count > 1 for count in attempts)
    print(
        f"accepted {len(accepted)}, not completed or not verbatim {len(faults)}, "
        f"analysed more than once {repeated}, {time.monotonic() - began:.0f} s"
    )
    print("\n".join([*insecure, *faults]))
    print_operations()
    return int(bool(insecure or faults))


if __name__ == "__main__":
    sys.exit(main())
