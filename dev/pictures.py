"""``make pictures``: the pictures of the playground in docs/images, taken in headless Chromium."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from dev.stack import ROOT, Stack

IMAGES = ROOT / "docs" / "images"
WIDE, PHONE = (1280, 960), (390, 844)
PATIENCE = 60_000


def main() -> int:
    """Take every picture; the exit status is 0, or 1 with a sentence where there is no Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("Chromium is not installed: apt-get install chromium", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        Stack(Path(folder)) as stack,
        sync_playwright() as playwright,
    ):
        stack.start_redis()
        stack.start_api()
        stack.start_worker()
        stack.wait_until_ready()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        take(browser, stack.url, IMAGES)
        browser.close()
    return 0


def take(browser: Browser, url: str, folder: Path) -> None:
    """Take the pictures of a running playground into a folder."""
    for name, size, scheme in (
        ("playground-light", WIDE, "light"),
        ("playground-dark", WIDE, "dark"),
        ("playground-phone", PHONE, "light"),
    ):
        page = _page(browser, size, scheme)
        page.goto(url)
        page.locator(".example", has_text="The Albion Sentinel").click()
        page.wait_for_selector(".ledger")
        _scroll(page, ".text .sentence" if size == PHONE else "#headline", above=100)
        page.screenshot(path=folder / f"{name}.png")
        page.context.close()
    page = _page(browser, WIDE, "light")
    page.goto(url)
    page.wait_for_selector(".example")
    page.screenshot(path=folder / "playground-desk.png")
    page.goto(f"{url}/#/compare")
    page.get_by_role("button", name="Compare them").click()
    page.wait_for_selector(".story-title")
    _scroll(page, "#story-sources", above=40)
    page.screenshot(path=folder / "playground-story.png")
    _scroll(page, "#story-ledger-of-figures", above=40)
    page.screenshot(path=folder / "playground-figures.png")
    page.context.close()


def _page(browser: Browser, size: tuple[int, int], scheme: str) -> Page:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def _scroll(page: Page, selector: str, above: int) -> None:
    page.mouse.move(0, 0)
    top = page.locator(selector).first.evaluate("element => element.getBoundingClientRect().top + scrollY")
    page.evaluate(f"scrollTo(0, {top - above})")
    page.wait_for_timeout(300)


if __name__ == "__main__":
    sys.exit(main())
