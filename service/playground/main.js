// The page: which view is shown, the form, the key.

import { call, finished, onKeyNeeded } from "./api.js";
import { showChooser, showKept } from "./comparing.js";
import { element } from "./dom.js";
import { examples, ofTheEvent, submissionOf } from "./examples.js";
import { showArticle, showProgress } from "./reading.js";

const byId = (id) => document.getElementById(id);
const VIEWS = ["desk", "reading", "comparing"];
const HTML = /^\s*(?:<!doctype html|<html|<(?:article|body|div|main|head)[\s>])/i;
let running = null;
let submitted = null;

function show(view, page) {
  for (const name of VIEWS) byId(name).hidden = name !== view;
  for (const anchor of document.querySelectorAll("[data-page]")) {
    if (anchor.dataset.page === page) anchor.setAttribute("aria-current", "page");
    else anchor.removeAttribute("aria-current");
  }
  byId("trouble").replaceChildren();
}

function say(sentence) {
  byId("status").textContent = sentence;
}

function fail(error) {
  if (error.name === "AbortError") return;
  const problem = error.problem ?? { title: "This page has failed.", detail: String(error) };
  say("");
  byId("trouble").replaceChildren(element("div", { class: "notice" },
    element("p", {}, element("strong", {}, problem.title), problem.detail && problem.detail !== problem.title ? ` ${problem.detail}` : ""),
    (problem.errors ?? []).length > 0
      ? element("ul", {}, problem.errors.map((fault) => element("li", {}, element("code", {}, fault.pointer || "body"), ` ${fault.message}`))) : null));
}

async function submit(body) {
  const headers = { "Prefer": "respond-async" };
  byId("trouble").replaceChildren();
  say("Submitting …");
  try {
    const article = await call("/v1/articles?offset_unit=utf16", { method: "POST", body, headers });
    submitted = { id: article.id, request: { method: "POST", body, headers: { Prefer: "wait=10" } } };
    window.location.hash = `#/article/${article.id}`;
  } catch (error) {
    fail(error);
  }
}

async function follow(id, signal) {
  const root = byId("reading");
  root.replaceChildren();
  const article = await finished(id, (seen) => {
    showProgress(root, seen);
    say(seen.status === "queued" ? "Waiting for a worker …" : seen.status === "processing" ? "Being analysed …" : "");
  }, signal);
  const request = submitted?.id === id ? submitted.request : null;
  say(await showArticle(root, article, request));
  root.querySelector("h1").focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

async function route() {
  running?.abort();
  running = new AbortController();
  say("");
  const [, kind, id] = window.location.hash.split("/");
  try {
    if (kind === "article" && id) {
      show("reading", "article");
      await follow(decodeURIComponent(id), running.signal);
    } else if (kind === "story" && id) {
      show("comparing", "story");
      await showKept(byId("comparing"), decodeURIComponent(id));
    } else if (kind === "compare") {
      show("comparing", "story");
      await showChooser(byId("comparing"), say, fail);
    } else {
      show("desk", "article");
      await fillShelf();
    }
  } catch (error) {
    fail(error);
  }
}

async function fillShelf() {
  const shelf = byId("examples");
  if (shelf.childElementCount > 0) return;
  const all = await examples();
  const list = (title, chosen) => [element("h3", {}, title), element("ul", {}, chosen.map((example) => element("li", {},
    element("button", { type: "button", class: "example", on: { click: async () => submit(await submissionOf(example)) } },
      element("span", { class: "outlet" }, example.facts.source.name), element("span", { class: "headline" }, example.facts.title)))))];
  shelf.replaceChildren(...list("One ferry, five outlets and a reprint", all.filter(ofTheEvent)),
    ...list("On their own", all.filter((example) => !ofTheEvent(example))));
}

function fromForm(form) {
  const fields = new FormData(form);
  const text = fields.get("text");
  const body = { [HTML.test(text) ? "html" : "text"]: text, summary: { sentence_count: Number(fields.get("count")) || 3 } };
  if (fields.get("title").trim()) body.title = fields.get("title").trim();
  if (fields.get("source").trim()) body.source = { name: fields.get("source").trim() };
  return body;
}

async function take(file) {
  if (file) byId("text").value = await file.text();
}

function wireForm() {
  const drop = byId("drop");
  byId("submission").addEventListener("submit", (event) => {
    event.preventDefault();
    submit(fromForm(event.target));
  });
  byId("file").addEventListener("change", (event) => take(event.target.files[0]));
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    drop.classList.remove("over");
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
}

function wireKey() {
  const dialog = byId("key-dialog");
  let asked = null;
  onKeyNeeded((refused) => {
    asked ??= new Promise((resolve) => {
      byId("key-why").textContent = refused
        ? "The service did not accept this key. Try another."
        : "This service asks for a key. It is kept in this tab alone and forgotten when you close it.";
      dialog.addEventListener("close", () => {
        asked = null;
        resolve(dialog.returnValue === "use" ? byId("key").value.trim() : null);
        byId("key").value = "";
      }, { once: true });
      dialog.returnValue = "";
      dialog.showModal();
    });
    return asked;
  });
}

wireForm();
wireKey();
window.addEventListener("hashchange", route);
route();
