"""The page to try everything on, in a real browser, on the real models."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from dev.stack import Stack
from tests.e2e.browsing import NEEDS_CHROMIUM, PATIENCE, open_story, read_example

HOSTILE = (
    '<img src=x onerror="window.pwned=1"> Mayor Ines Calloway 🚢 said: “<script>window.pwned=2</script>”. '
    "The council of Arlesund & its <b>harbour board</b> will pay £4.2 million to rebuild the old wall. "
    "The work will take 18 months, and 43 fishing boats must leave the harbour &lt;before May&gt;."
)
TITLE = "<script>window.pwned=3</script> Arlesund rebuilds its <i>wall</i>"

pytestmark = NEEDS_CHROMIUM


def hand_in(page: Page, url: str, text: str, title: str) -> None:
    page.goto(url)
    page.get_by_label("The article", exact=True).fill(text)
    page.get_by_label("Headline").fill(title)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_selector(".ledger")


def pieces(page: Page, mark: str) -> str:
    return "".join(page.locator(f'.text [data-marks~="{mark}"]').all_text_contents())


@pytest.mark.parametrize("outlet", ["Northlight News", "The Albion Sentinel", "Fathom & Field"])
def test_every_mark_covers_exactly_its_words(page: Page, product: Stack, outlet: str) -> None:
    article = read_example(page, product.url, outlet)
    text = page.request.get(f"{product.url}/v1/articles/{article['id']}/text").json()["text"]
    assert page.locator("article.text").text_content() == text
    analysis = article["analysis"]
    for letter, spans in (
        ("s", analysis["summary"]["sentences"]),
        ("f", analysis["figures"]),
        ("q", analysis["quotes"]),
    ):
        for place, span in enumerate(spans):
            assert pieces(page, f"{letter}{place}") == span["text"]
    for place, entity in enumerate(analysis["entities"]):
        words = [mention["text"] for mention in entity["mentions"] if mention["field"] == "text"]
        assert pieces(page, f"e{place}") == "".join(words)
    assert "every one is verbatim" in (page.locator(".proof").text_content() or "")


def test_text_and_title_never_become_html(page: Page, product: Stack) -> None:
    hand_in(page, product.url, HOSTILE, TITLE)
    assert page.locator("article.text").text_content() == HOSTILE
    assert page.locator("#headline").text_content() == TITLE
    assert page.locator("main img, main script, article b, h1 i").count() == 0
    assert page.evaluate("window.pwned") is None
    assert page.locator(".text .sentence").count() > 0


def test_an_emoji_shifts_no_mark(page: Page, product: Stack) -> None:
    hand_in(page, product.url, HOSTILE, "")
    figures = page.locator(".figures-list .place").all_text_contents()
    assert "£4.2 million" in figures
    assert pieces(page, f"f{figures.index('£4.2 million')}") == "£4.2 million"


def test_a_name_leads_from_mention_to_mention_by_keyboard(page: Page, product: Stack) -> None:
    read_example(page, product.url, "Northlight News")
    name = page.locator(".names .place", has_text="Marine Casualty Board")
    name.focus()
    page.keyboard.press("Enter")
    assert page.locator(".text .current").text_content() == "Marine Casualty Board"
    page.keyboard.press("Enter")
    assert page.locator(".text .current").text_content() == "MCB"
    assert name.get_attribute("aria-pressed") == "true"
    page.keyboard.press("Escape")
    assert page.locator(".text .current").count() == 0


def test_kinds_of_names_and_layers_can_be_switched_off(page: Page, product: Stack) -> None:
    read_example(page, product.url, "Northlight News")
    page.get_by_role("checkbox", name="Organisations").uncheck()
    page.get_by_role("checkbox", name="Left out").uncheck()
    shown = "e => getComputedStyle(e).textDecorationLine"
    assert page.locator(".text .organisations").first.evaluate(shown) == "none"
    assert page.locator(".text .people").first.evaluate(shown) == "underline"
    assert not page.locator(".text .removed").first.is_visible()


def test_what_is_shown_can_be_copied_as_curl(context: BrowserContext, page: Page, product: Stack) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    article = read_example(page, product.url, "Northlight News")
    buttons = page.locator("#reading .curl")
    assert buttons.count() >= 6
    page.get_by_role("button", name="curl: copy figures as curl").click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    asked = f"{product.url}/v1/articles/{article['id']}?offset_unit=utf16"
    assert copied == f"curl -sS '{asked}' \\\n  | jq '.analysis.figures'"


def test_a_key_is_asked_for_and_stays_in_the_tab(page: Page, product: Stack) -> None:
    problem = {"type": "/problems/unauthorized", "title": "A valid key is needed.", "status": 401}

    def guarded(route: Route) -> None:
        if route.request.headers.get("authorization") == "Bearer ng_right":
            route.continue_()
        else:
            route.fulfill(status=401, content_type="application/problem+json", body=json.dumps(problem))

    page.route("**/v1/**", guarded)
    page.goto(product.url)
    page.locator(".example").first.click()
    page.get_by_label("Key", exact=True).fill("ng_wrong")
    page.get_by_role("button", name="Use it").click()
    page.get_by_text("did not accept this key").wait_for()
    page.get_by_label("Key", exact=True).fill("ng_right")
    page.get_by_role("button", name="Use it").click()
    page.wait_for_selector(".ledger")
    assert page.evaluate("[Object.values(sessionStorage), Object.keys(localStorage), document.cookie]") == [
        ["ng_right"],
        [],
        "",
    ]


def test_a_refusal_is_told_with_its_reason(page: Page, product: Stack) -> None:
    page.goto(product.url)
    page.get_by_label("The article", exact=True).fill("Three short words")
    with page.expect_response("**/v1/articles*"):
        page.get_by_role("button", name="Read it").click()
    trouble = page.get_by_role("alert")
    trouble.get_by_text("too short").wait_for()
    assert "8 are needed" in (trouble.text_content() or "")
    expect(trouble).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(browser: Browser, product: Stack, event: str, scheme: Any, width: int) -> None:
    # axe is put into the page from outside, which the page's own policy rightly forbids.
    context = browser.new_context(
        bypass_csp=True,
        color_scheme=scheme,
        reduced_motion="reduce",
        viewport={"width": width, "height": 900},
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    found: dict[str, list[str]] = {}

    def judge(name: str) -> None:
        violations = Axe().run(page).response["violations"]
        found[name] = [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in violations]
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.goto(product.url)
    page.wait_for_selector(".example")
    judge("desk")
    read_example(page, product.url, "Northlight News")
    page.locator(".names .place").first.click()
    judge("article")
    page.goto(f"{product.url}/#/compare")
    page.get_by_role("button", name="Compare them").click()
    page.wait_for_selector(".story-title")
    judge("comparison")
    open_story(page, product.url, event)
    judge("story")
    page.goto(f"{product.url}/docs")
    judge("reference")
    context.close()
    assert found == {"desk": [], "article": [], "comparison": [], "story": [], "reference": []}


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/playground/main.js", "/examples/articles/daily-bellman.txt"]
)
def test_pages_come_with_a_strict_policy(page: Page, product: Stack, path: str) -> None:
    headers = page.request.get(product.url + path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
