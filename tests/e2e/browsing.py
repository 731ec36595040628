"""A real browser, and the playground's pages in it."""

from __future__ import annotations

import shutil
from typing import Any

import pytest
from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium")
NEEDS_CHROMIUM = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed (apt-get install chromium)"
)
PATIENCE = 60_000


def read_example(page: Page, url: str, outlet: str) -> dict[str, Any]:
    """Read an example in the page; gives the article as the API has it."""
    page.goto(url)
    page.locator(".example", has_text=outlet).click()
    page.wait_for_selector(".ledger")
    identifier = page.url.rsplit("/", 1)[-1]
    return dict(page.request.get(f"{url}/v1/articles/{identifier}?offset_unit=utf16").json())


def open_story(page: Page, url: str, identifier: str) -> dict[str, Any]:
    """Open a story by its address; gives it as the API has it."""
    for _ in range(20):
        story = page.request.get(f"{url}/v1/stories/{identifier}?offset_unit=utf16").json()
        page.goto("about:blank")
        page.goto(f"{url}/#/story/{identifier}")
        made = page.locator(".story-head .made")
        made.wait_for()
        if f"revision {story['revision']} " in (made.text_content() or ""):  # else it was told anew meanwhile
            return dict(story)
    raise AssertionError("the page never showed the story as it is")
