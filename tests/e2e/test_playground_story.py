"""A story on the page: reports side by side."""

from __future__ import annotations

import json
import time

from playwright.sync_api import Page, Route

from dev.stack import Stack
from tests.e2e.browsing import NEEDS_CHROMIUM, open_story, read_example

FOCUSED = """() => {
  const here = document.activeElement;
  return here === document.body ? "end" : here.getAttribute("aria-label") || here.textContent;
}"""

pytestmark = NEEDS_CHROMIUM


def test_reports_stand_side_by_side(page: Page, product: Stack) -> None:
    page.goto(f"{product.url}/#/compare")
    page.get_by_role("button", name="Compare them").click()
    page.wait_for_selector(".story-title")
    assert "6 reports, 5 independent sources" in (page.locator(".story-head .made").text_content() or "")
    assert page.locator(".source-list .reprint").count() == 1
    speed = page.locator("tr.conflicting", has_text="14 knots")
    assert "9 knots" in (speed.text_content() or "")
    assert page.locator("tr.superseded").count() > 0
    assert page.locator(".only-columns section").count() >= 4


def test_a_kept_story_is_opened_by_its_address(page: Page, product: Stack, event: str) -> None:
    story = open_story(page, product.url, event)
    assert page.evaluate("document.activeElement.className") == "story-title"
    assert page.locator(".story-title").text_content() == story["title"]
    shown = page.locator(".source-list .outlet").all_text_contents()
    outlets = {article["id"]: name for article, name in zip(story["articles"], shown, strict=True)}
    assert len(set(shown)) == len(shown)
    for article in story["articles"]:
        assert outlets[article["id"]].startswith(article["source"])
    for state in ("conflicting", "agreed", "superseded", "compatible"):
        rows = [figure["what"] for figure in story["figures"] if figure["state"] == state]
        assert page.locator(f"tr.{state} .what").all_text_contents() == rows
    assert page.locator("tr.conflicting").count() > 0
    assert page.locator("tr.agreed").count() > 0
    alone = {
        outlets.get(claim["only_in"], claim["only_in"]) for claim in story["coverage"] if claim["only_in"]
    }
    assert set(page.locator(".only-columns h4").all_text_contents()) == alone
    assert len(alone) > 1


def test_an_example_that_is_pressed_twice_is_one_report(page: Page, product: Stack, event: str) -> None:
    for _ in range(2):
        identifier = read_example(page, product.url, "Northlight News")["id"]
    deadline = time.monotonic() + 60
    while (article := page.request.get(f"{product.url}/v1/articles/{identifier}").json())["story"] is None:
        assert time.monotonic() < deadline
        page.wait_for_timeout(200)
    assert article["story"]["id"] == event
    story = open_story(page, product.url, event)
    shown = page.locator(".source-list .outlet").all_text_contents()
    assert shown.count("Northlight News") == 1
    assert len(shown) == story["article_count"]


def test_a_kept_story_is_walked_through_by_keyboard(page: Page, product: Stack, event: str) -> None:
    open_story(page, product.url, event)
    seen: list[str] = []
    while (here := page.evaluate(FOCUSED)) != "end" and len(seen) < 200:
        seen.append(here)
        page.keyboard.press("Tab")
    assert "Figures, source by source: table" in seen, "a table that scrolls can be scrolled by keyboard"
    assert sum("copy" in each for each in seen) >= 4
    page.get_by_role("link", name="All stories").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Compare them").wait_for()


def test_a_story_that_nobody_has_is_told_as_such(page: Page, product: Stack) -> None:
    page.goto(f"{product.url}/#/story/sty_01m7xwcjpmwer7g2ha83b5mhcd")
    page.get_by_role("alert").get_by_text("No story has this id").wait_for()


def test_two_reports_of_one_outlet_have_names_of_their_own(page: Page, product: Stack, event: str) -> None:
    def as_one_outlet(route: Route) -> None:
        story = route.fetch().json()
        for article in story["articles"][:2]:
            article["source"] = "The Courier"
        route.fulfill(content_type="application/json", body=json.dumps(story))

    page.route("**/v1/stories/*", as_one_outlet)
    page.goto(f"{product.url}/#/story/{event}")
    page.wait_for_selector(".story-title")
    columns = page.locator("thead").first.locator("th").all_text_contents()
    assert {"The Courier, report 1", "The Courier, report 2"} < set(columns)
    assert len(set(columns)) == len(columns)
