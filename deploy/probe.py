"""``make e2e``: the main job in containers that are killed and restarted, and what became of it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from typing import Any

from dev.stack import ROOT
from nutgraf.cli.http_client import Client, ClientError

ARTICLES = 200
PATIENCE_SECONDS = 180.0
BACK_SECONDS = 120.0
PAUSE_SECONDS = 0.5  # so that submitting lasts longer than what is done meanwhile


def compose(*arguments: str) -> str:
    """The output of a ``docker compose`` command on the running stack."""
    command = ["docker", "compose", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - ours


def api_urls() -> list[str]:
    """Where each API container answers."""
    found = []
    for line in compose("ps", "--format", "json", "api").splitlines():
        container = json.loads(line)
        found += [
            f"http://127.0.0.1:{port['PublishedPort']}"
            for port in container["Publishers"]
            if port["TargetPort"] == 8000 and port["PublishedPort"]  # noqa: PLR2004 - the API's own
        ]
    return sorted(set(found))


def submit_all(count: int, over: threading.Event) -> list[tuple[str, str]]:
    """Submit so many articles to all APIs in turn, each until it is accepted; gives texts and ids."""
    urls = cycle(api_urls())

    def submit(number: int) -> tuple[str, str]:
        time.sleep(PAUSE_SECONDS)
        text = (
            f"The harbour board of Arlesund published report number {number} on Monday. "
            f"Chair Ines Calloway said that {number + 7} berths would close for the winter. "
            f"“Nobody will lose work over it,” she told reporters in Arlesund."
        )
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                answer = Client(next(urls)).submit({"text": text}, **{"Idempotency-Key": f"probe-{number}"})
                return text, str(answer["id"])
            except ClientError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.5)

    with ThreadPoolExecutor(3) as pool:
        accepted = list(pool.map(submit, range(count)))
    over.set()
    return accepted


def strike() -> list[str]:
    """Kill a worker, restart Redis, restart everything; gives what was done."""
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
    """Wait until every API says that articles are accepted and analysed.

    Raises:
        ClientError: they don't in time.
    """
    deadline = time.monotonic() + BACK_SECONDS
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
    """What is wrong with a finished article."""
    if article["status"] != "completed":
        return [f"{article['id']} is {article['status']}"]
    analysis = article["analysis"]
    mentions = [mention for entity in analysis["entities"] for mention in entity["mentions"]]
    spans = [*analysis["summary"]["sentences"], *analysis["figures"], *analysis["quotes"], *mentions]
    found = [
        f"{article['id']}: {span['text']!r}"
        for span in spans
        if text[span["start"] : span["end"]] != span["text"]
    ]
    return found if spans else [f"{article['id']} has no spans"]


def hardening() -> list[str]:
    """What a container allows that it should not."""
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


def main() -> int:
    """Run everything, print what was found, and fail when anything was lost or open."""
    example = next(article for article in Client.examples(ROOT / "examples") if "text" in article)
    first = Client(api_urls()[0])
    done = first.finished(first.submit(example)["id"], 60)
    print(
        "main job:",
        done["status"],
        "-",
        done["analysis"]["summary"]["sentences"][0]["text"].splitlines()[0][:100],
    )
    opened = hardening()
    print("hardening:", ", ".join(opened) or "nothing is open")
    print("APIs:", ", ".join(api_urls()), "- workers:", len(compose("ps", "-q", "worker").splitlines()))
    over, began = threading.Event(), time.monotonic()
    with ThreadPoolExecutor(1) as pool:
        submitting = pool.submit(submit_all, ARTICLES, over)
        time.sleep(3)
        print("struck:", "; ".join(strike()))
        wait_until_ready()
        accepted = submitting.result()
    faults = list(opened)
    client = Client(api_urls()[-1])
    attempts = []
    for text, identifier in accepted:
        article = client.finished(identifier, PATIENCE_SECONDS)
        attempts.append(article["attempts"])
        faults += faults_of(article, text)
    again = sum(count > 1 for count in attempts)
    print(
        f"accepted {len(accepted)}, not completed or not verbatim {len(faults) - len(opened)}, "
        f"analysed more than once {again}, {time.monotonic() - began:.0f} s"
    )
    print("\n".join(faults))
    print(compose("exec", "-T", "worker", "nutgraf", "doctor"))
    page = compose(
        "exec", "-T", "worker", "python", "-c",
        "import urllib.request as r; print(r.urlopen('http://127.0.0.1:9100/metrics').read().decode())",
    )  # fmt: skip
    print("\n".join(line for line in page.splitlines() if line.startswith("nutgraf_analyses_total")))
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
