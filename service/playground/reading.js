// One article: its state while it is read, then the text with its marks and the ledger beside it.

import { articlePath, call } from "./api.js";
import { marksOf, proof } from "./article-marks.js";
import { copyButton } from "./curl.js";
import { element, link, moment, reveal } from "./dom.js";
import { GROUPS, inWords } from "./kinds.js";
import { marked, piecesOf } from "./marks.js";
import { figuresPanel, namesPanel, quotesPanel, removedPanel, summaryPanel } from "./panels.js";

const LAYERS = [["sentence", "Summary"], ["entity", "Names"], ["figure", "Figures"], ["quote", "Quotations"], ["removed", "Left out"]];
const STATES = { queued: "Waiting", processing: "Being analysed", completed: "Analysed", failed: "Failed", canceled: "Canceled" };

/** Show an article that is on its way. */
export function showProgress(root, article) {
  const path = articlePath(article.id);
  const place = article.queue_position ? `, number ${article.queue_position} in the queue` : "";
  root.replaceChildren(element("div", { class: "progress" },
    element("p", { class: `state ${article.status}` }, `${STATES[article.status]}${place} …`),
    copyButton("the state", path, { headers: { Prefer: "wait=10" }, pick: ".status" })));
}

/** Show a finished article; gives a sentence for the status line. */
export async function showArticle(root, article, submission) {
  if (article.status !== "completed") {
    root.replaceChildren(head(article, [document.createTextNode(article.title || "Untitled")], submission, null));
    return `${STATES[article.status]}. ${article.error?.detail ?? ""}`;
  }
  const strings = await call(`/v1/articles/${encodeURIComponent(article.id)}/text`);
  const marks = marksOf(article.analysis);
  const checked = proof(marks, strings);
  const page = new Page(article, strings, marks);
  root.replaceChildren(head(article, page.title, submission, checked), page.layers(), page.spread());
  return `Found: ${article.analysis.summary.sentences.length} sentences, ${article.analysis.entities.length} names, `
    + `${article.analysis.figures.length} figures, ${article.analysis.quotes.length} quotations.`;
}

function head(article, title, submission, checked) {
  const told = [
    article.source?.name ?? null,
    article.published_at ? moment(article.published_at) : null,
    article.url ? link(article.url, "as published") : null,
  ].filter(Boolean);
  return element("header", { class: "article-head" },
    element("p", { class: "byline" }, told.map((part, index) => [index > 0 ? " · " : null, part]).flat()),
    element("h1", { id: "headline", tabindex: "-1" }, title.length > 0 ? title : "Untitled"),
    element("p", { class: "made" },
      element("span", { class: `state ${article.status}` }, STATES[article.status]), " ", howLong(article),
      submission ? copyButton("this submission", "/v1/articles", submission, "curl submit") : null,
      copyButton("the article", articlePath(article.id), {}, "curl read")),
    article.error ? element("p", { class: "notice" }, `${inWords(article.error.type)}: ${article.error.detail}`) : null,
    checked ? proved(checked) : null,
    (article.analysis?.warnings ?? []).map((warning) => element("p", { class: "notice" }, warning.detail)));
}

function howLong(article) {
  if (article.analysis?.cache === "hit") return "from the cache ";
  if (!article.started_at || !article.completed_at) return "";
  return `in ${((new Date(article.completed_at) - new Date(article.started_at)) / 1000).toFixed(2)} s `;
}

function proved({ checked, wrong }) {
  return element("p", { class: wrong.length > 0 ? "notice" : "proof" }, wrong.length > 0
    ? `${wrong.length} of ${checked} spans are not what the text says at their place.`
    : `${checked} spans compared with the text in this browser: every one is verbatim.`);
}

class Page {
  constructor(article, strings, marks) {
    this.article = article;
    this.strings = strings;
    this.path = articlePath(article.id);
    this.title = marked(strings.title, marks.filter((mark) => mark.field === "title"));
    const quiet = GROUPS.filter((group) => group.quiet).map((group) => `without-${group.name}`);
    this.text = element("article", { class: ["text", ...quiet].join(" "), lang: article.analysis.language.code, "aria-label": "The text with its marks" },
      marked(strings.text, marks.filter((mark) => mark.field === "text")));
    this.chosen = null;
    this.step = 0;
    this.said = element("p", { class: "where", role: "status" });
    document.onkeydown = (event) => { if (event.key === "Escape") this.clear(); };
  }

  layers() {
    const boxes = LAYERS.map(([layer, title]) => element("label", { class: `layer ${layer}` },
      element("input", { type: "checkbox", checked: true, on: { change: (event) => this.text.classList.toggle(`without-${layer}`, !event.target.checked) } }),
      element("span", { class: "sample" }, title)));
    return element("div", { class: "toolbar" },
      element("fieldset", { class: "layers" }, element("legend", {}, "Marks"), boxes), this.said);
  }

  // The summary comes first where there is one column; beside the text it heads the ledger.
  spread() {
    const { analysis } = this.article;
    const show = (id) => this.show(id);
    const toggle = (group, on) => this.text.classList.toggle(`without-${group}`, !on);
    this.sheet = element("div", { class: "spread" },
      element("div", { class: "ledger digest" }, summaryPanel(analysis, this.path, show)),
      this.text,
      element("div", { class: "ledger" },
        namesPanel(analysis, this.path, show, toggle), figuresPanel(analysis, this.path, show),
        quotesPanel(analysis, this.path, show), removedPanel(analysis, this.strings.text, this.path, show)));
    return this.sheet;
  }

  // The same entry pressed again goes on to its next place; after the last one everything is shown again.
  show(id) {
    const places = this.places(id);
    const step = this.chosen === id ? this.step + 1 : 0;
    this.clear();
    if (step >= places.length) return;
    this.chosen = id;
    this.step = step;
    this.text.classList.add("choosing");
    for (const piece of places.flat()) piece.classList.add("chosen");
    for (const piece of places[step]) piece.classList.add("current");
    for (const button of this.sheet.querySelectorAll(`[data-place="${CSS.escape(id)}"]`)) button.setAttribute("aria-pressed", "true");
    this.said.textContent = places.length > 1 ? `Place ${step + 1} of ${places.length}. Escape shows all.` : "Escape shows all.";
    reveal(places[step][0]);
  }

  clear() {
    this.chosen = null;
    this.said.textContent = "";
    this.text.classList.remove("choosing");
    const root = this.text.closest("section") ?? this.text;
    for (const piece of root.querySelectorAll(".chosen")) piece.classList.remove("chosen", "current");
    for (const button of this.sheet.querySelectorAll('[aria-pressed="true"]')) button.setAttribute("aria-pressed", "false");
  }

  // A mention may be cut into pieces; a new place begins where a piece starts the mark.
  places(id) {
    const kind = { s: "sentence", e: "entity", f: "figure", q: "quote", r: "removed" }[id[0]];
    const root = this.text.closest("section") ?? this.text;
    const found = [];
    for (const piece of piecesOf(root, id)) {
      if (found.length === 0 || piece.classList.contains(`starts-${kind}`)) found.push([]);
      found.at(-1).push(piece);
    }
    return found;
  }
}
