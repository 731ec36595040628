"""The running stack: real gunicorn, Celery and Redis processes on loopback."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from benchmarks.chaos.scenarios import rig
from dev.stack import ROOT, Stack
from nutgraf.cli.http_client import Client
from tests.e2e.browsing import CHROMIUM, PATIENCE


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(tmp_path_factory.mktemp("stack"))


@pytest.fixture(scope="module")
def standins(folder: Path) -> Iterator[Stack]:
    """Two API processes and two workers whose analyser is the stand-in."""
    with rig(folder, NUTGRAF_ANALYSIS_SOFT_SECONDS="2", NUTGRAF_ANALYSIS_HARD_SECONDS="4") as stack:
        yield stack


@pytest.fixture(scope="session")
def product(folder: Path) -> Iterator[Stack]:
    """The product as it is: one API, one worker with the real models."""
    with Stack(folder / "product") as stack:
        stack.start_redis()
        stack.start_api()
        stack.start_worker()
        stack.wait_until_ready()
        yield stack


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must not have complained when the test is over."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if (
            message.type in ("error", "warning")
            and "the server responded with a status of" not in message.text
        ):
            complaints.append(message.text)

    page = context.new_page()
    page.on("console", heard)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []


@pytest.fixture(scope="module")
def event(product: Stack) -> str:
    """The id of the story that the service has made of the six reports with which the examples begin."""
    client = Client(product.url)
    ids = [client.submit(each)["id"] for each in Client.examples(ROOT / "examples")[:6]]
    for _ in range(600):
        told = client.call("GET", f"/v1/articles/{ids[0]}")["story"]
        if told and client.call("GET", f"/v1/stories/{told['id']}")["article_count"] >= len(ids):
            return str(told["id"])
        time.sleep(0.2)
    raise AssertionError("the examples' event never became a story")
