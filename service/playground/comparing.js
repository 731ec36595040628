// Several reports of one event: choosing them, or one of the stories that the service has found by itself.

import { Trouble, call } from "./api.js";
import { copyButton } from "./curl.js";
import { element } from "./dom.js";
import { examples, ofTheEvent, submissionOf } from "./examples.js";
import { independent, showStory } from "./story.js";

const COMPARE = "/v1/compare?offset_unit=utf16";
const STORIES = "/v1/stories?limit=20";

/** The page on which reports are chosen; `say` is told what goes on, `fail` what went wrong. */
export async function showChooser(root, say, fail) {
  const shelf = await examples();
  const boxes = shelf.map((example) => ({ example, box: element("input", { type: "checkbox", checked: ofTheEvent(example) }) }));
  const result = element("div", { class: "result" });
  const button = element("button", { class: "primary", type: "submit" }, "Compare them");
  const form = element("form", { class: "chooser", on: { submit: (event) => {
    event.preventDefault();
    compare(boxes.filter(({ box }) => box.checked).map(({ example }) => example), { result, button, say, fail });
  } } },
    element("fieldset", {}, element("legend", {}, "Reports to lay side by side"),
      boxes.map(({ example, box }) => element("label", { class: "report" }, box,
        element("span", { class: "outlet" }, example.facts.source.name), element("span", { class: "headline" }, example.facts.title)))),
    element("p", { class: "actions" }, button));
  root.replaceChildren(
    element("h1", { tabindex: "-1" }, "One event, many reports"),
    element("p", { class: "lede" }, "Lay reports side by side: what all of them say, where their figures differ, and what only one of them says."),
    element("div", { class: "chooser-columns" }, form, await kept()), result);
}

async function compare(chosen, { result, button, say, fail }) {
  if (chosen.length < 2) {
    fail(new Trouble({ title: "Choose at least two reports." }));
    return;
  }
  button.disabled = true;
  say(`Comparing ${chosen.length} reports …`);
  try {
    const body = { articles: await Promise.all(chosen.map(submissionOf)) };
    const story = await call(COMPARE, { method: "POST", body });
    showStory(result, story, COMPARE, { method: "POST", body });
    say(`Compared ${story.article_count} reports from ${independent(story.independent_source_count)}.`);
  } catch (error) {
    fail(error);
  } finally {
    button.disabled = false;
  }
}

/** One kept story. */
export async function showKept(root, id) {
  const path = `/v1/stories/${encodeURIComponent(id)}?offset_unit=utf16`;
  const story = await call(path);
  const result = element("div", { class: "result" });
  root.replaceChildren(element("p", { class: "back" }, element("a", { href: "#/compare" }, "All stories")),
    element("h1", {}, "One event, many reports"), result);
  showStory(result, story, path, {});
}

async function kept() {
  const { items } = await call(STORIES).catch(() => ({ items: [] }));
  return element("aside", { class: "kept", "aria-labelledby": "kept-title" },
    element("header", {}, element("h2", { id: "kept-title" }, "Stories found so far"), copyButton("the stories", STORIES)),
    items.length > 0
      ? element("ul", {}, items.map((story) => element("li", {},
        element("a", { href: `#/story/${encodeURIComponent(story.id)}` }, story.title || "Untitled"),
        element("span", { class: "aside" }, `${story.article_count} reports, ${independent(story.independent_source_count)}, revision ${story.revision}`))))
      : element("p", { class: "none" }, "None yet. Submitted articles become a story as soon as two of them report one event."));
}
