// A story: its sources side by side, what they agree on, where they differ, and what only one of them says.

import { amount } from "./amounts.js";
import { copyButton } from "./curl.js";
import { element, moment, reveal } from "./dom.js";
import { groupOf, ruleInWords } from "./kinds.js";

const STATES = [
  ["conflicting", "Conflicting", "different values at about the same time"],
  ["superseded", "Superseded", "a later report has a newer value"],
  ["compatible", "Compatible", "different words that can both be true"],
  ["agreed", "Agreed", "the same in every report that has it"],
];

/** Show a story; path and request are what was asked for, for the curl buttons. */
export function showStory(root, story, path, request) {
  const view = new StoryView(story, path, request);
  root.replaceChildren(view.head(), view.sources(), view.summary(), view.figures(), view.coverage(), view.onlyIn(), view.quotes(), view.names());
  const title = root.querySelector(".story-title");
  title.focus({ preventScroll: true });
  reveal(title, "start");
}

class StoryView {
  constructor(story, path, request) {
    this.story = story;
    this.path = path;
    this.request = request;
    this.outlets = reportNames(story.articles);
  }

  head() {
    const { title, article_count: articles, independent_source_count: sources, revision } = this.story;
    return element("header", { class: "story-head" },
      element("h2", { class: "story-title", tabindex: "-1" }, title || "Untitled"),
      element("p", { class: "made" }, `${articles} reports, ${independent(sources)}`,
        revision ? `, revision ${revision} ` : " ", copyButton("the story", this.path, this.request)));
  }

  part(name, title, about, pick, ...content) {
    const id = `story-${name}`;
    return element("section", { class: `part ${name}`, "aria-labelledby": id },
      element("header", {}, element("h3", { id }, title), copyButton(title.toLowerCase(), this.path, { ...this.request, pick })),
      about ? element("p", { class: "about" }, about) : null, ...content);
  }

  sources() {
    return this.part("sources", "Sources", null, ".articles", element("ul", { class: "source-list" }, this.story.articles.map((article) =>
      element("li", { class: article.near_duplicate_of ? "reprint" : null },
        element("span", { class: "outlet" }, this.outlets.get(article.id)),
        element("span", { class: "headline" }, article.title || "Untitled"),
        element("span", { class: "aside" }, article.published_at ? moment(article.published_at) : "time unknown",
          article.near_duplicate_of ? `, reprints ${this.outlets.get(article.near_duplicate_of)}` : "",
          article.id === this.story.representative_article_id ? ", the most typical" : "", joinedBy(article))))));
  }

  summary() {
    return this.part("summary", "Summary", null, ".summary.sentences",
      element("ol", { class: "story-sentences" }, this.story.summary.sentences.map((sentence) => element("li", {},
        element("span", {}, sentence.text.replace(/\s+/g, " ")),
        element("span", { class: "aside" }, `${this.outlets.get(sentence.article_id)}${others(sentence, this.outlets)}`)))));
  }

  figures() {
    const rows = STATES.flatMap(([state, title, about]) => this.story.figures.filter((figure) => figure.state === state)
      .map((figure) => this.figureRow(figure, title, about)));
    if (rows.length === 0) return null;
    return this.part("ledger-of-figures", "Figures, source by source", "Each value in the very words of the report.", ".figures",
      this.table("Figures, source by source", "Figure", rows));
  }

  figureRow(figure, title, about) {
    const head = element("th", { scope: "row" }, element("span", { class: `badge ${figure.state}`, title: about }, title),
      element("span", { class: figure.labelled === false ? "what unlabelled" : "what" }, figure.what),
      figure.subject && !figure.what.includes(figure.subject) ? element("span", { class: "aside" }, figure.subject) : null);
    const apart = figure.state === "conflicting" ? apartFromMost(figure.values) : new Set();
    return element("tr", { class: figure.state }, head, this.story.articles.map((article) => {
      const values = figure.values.filter((value) => value.article_id === article.id);
      return element("td", {}, values.length > 0 ? values.map((value) => element("span", { class: apart.has(value) ? "value apart" : "value" },
        element("span", { class: "verbatim" }, value.text),
        element("span", { class: "aside" }, amount({ ...value, kind: figure.kind })))) : element("span", { class: "nothing" }, "–"));
    }));
  }

  table(label, corner, rows) {
    return element("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": `${label}: table` },
      element("table", {}, element("thead", {}, element("tr", {}, element("th", { scope: "col" }, corner),
        this.story.articles.map((article) => element("th", { scope: "col" }, this.outlets.get(article.id))))),
      element("tbody", {}, rows)));
  }

  coverage() {
    const shared = this.story.coverage.filter((claim) => claim.said_by.length > 1 && !claim.only_in)
      .toSorted((one, other) => other.said_by.length - one.said_by.length);
    if (shared.length === 0) return null;
    const rows = shared.map((claim) => element("tr", {}, element("th", { scope: "row" }, element("span", { class: "claim" }, claim.claim.replace(/\s+/g, " "))),
      this.story.articles.map((article) => element("td", { class: "dot" }, support(claim.said_by.find((span) => span.article_id === article.id))))));
    return this.part("coverage", "Who says what", "What at least two reports say, in the words of one of them. A half dot: the report says a part of it. Point at a dot to read its words.", ".coverage",
      this.table("Who says what", "Claim", rows));
  }

  onlyIn() {
    const columns = [...Map.groupBy(this.story.coverage.filter((claim) => claim.only_in), (claim) => claim.only_in)];
    if (columns.length === 0) return null;
    return this.part("only-in", "Only in one", "What a single source has and no other.", ".coverage | map(select(.only_in))",
      element("div", { class: "only-columns" }, columns.map(([only, claims]) => element("section", {},
        element("h4", {}, this.outlets.get(only) ?? only),
        element("ul", {}, claims.map((claim) => element("li", {}, claim.claim.replace(/\s+/g, " "))))))));
  }

  quotes() {
    if (this.story.quotes.length === 0) return null;
    return this.part("quotations", "Quotations, as each outlet cut them", null, ".quotes",
      element("ul", { class: "story-quotes" }, this.story.quotes.map((quote) => element("li", {},
        element("blockquote", {}, quote.text.replace(/\s+/g, " ")),
        element("p", { class: "aside" }, quote.speakers.join(" and ") || "no speaker named", ` · ${quote.articles.map((cut) => this.outlets.get(cut.article_id)).join(", ")}`),
        shorterCuts(quote, this.outlets)))));
  }

  names() {
    const items = this.story.entities.map((entity) => element("li", { class: groupOf(entity.type).name },
      element("span", { class: "swatch", "aria-hidden": "true" }), element("span", { class: "name" }, entity.name),
      element("span", { class: "aside" }, `${singular(entity.type)}, named by ${entity.sources.join(", ")}`),
      receipts(entity, this.outlets)));
    return this.part("merged-names", "Merged names", "Why each form was taken for the same name: the rule and the words.", ".entities",
      element("ul", { class: "story-names" }, items));
  }
}

// Of values that conflict, those that fewer reports have than another; all of them when it is a tie.
function apartFromMost(values) {
  const votes = Map.groupBy(values, (value) => String(value.value));
  const most = Math.max(...[...votes.values()].map((same) => same.length));
  const winners = [...votes.values()].filter((same) => same.length === most);
  return new Set(values.filter((value) => winners.length > 1 || !winners[0].includes(value)));
}

/** A number of independent sources, in words. */
export function independent(sources) {
  return `${sources} independent ${sources === 1 ? "source" : "sources"}`;
}

// What each report is called: its outlet, and which one where an outlet has several.
function reportNames(articles) {
  const ofOutlet = Map.groupBy(articles, (article) => article.source);
  return new Map(articles.map((article, index) => {
    const reports = ofOutlet.get(article.source);
    const name = reports.length > 1 ? `${article.source}, report ${reports.indexOf(article) + 1}` : article.source;
    return [article.id, article.source ? name : `Report ${index + 1}`];
  }));
}

// Why a report was taken for one of this event, and what spoke against it.
function joinedBy(article) {
  const shared = [...article.matched_on.slice(0, 3), ...article.agrees.map((sign) => `same ${sign}`)];
  if (shared.length === 0) return "";
  const against = article.against.length > 0 ? `; against it: ${article.against.join(", ")}` : "";
  return `, joined by ${shared.join(", ")}${against}`;
}

// A report's own words for a claim: a dot, half a dot where it says a part of it, nothing where it does not say it.
function support(span) {
  if (!span) return element("span", { class: "offstage" }, "does not");
  const part = span.degree === "partly";
  return element("span", { class: part ? "yes part-of-it" : "yes", title: `“${span.text.replace(/\s+/g, " ")}”` },
    element("span", { class: "offstage" }, part ? "says a part of it" : "says so"));
}

function others(sentence, outlets) {
  const also = sentence.said_by.filter((id) => id !== sentence.article_id).map((id) => outlets.get(id));
  return also.length > 0 ? `, also ${also.join(", ")}` : ", alone";
}

function shorterCuts(quote, outlets) {
  const cuts = quote.articles.filter((cut) => cut.article_id !== quote.article_id || cut.start !== quote.start);
  if (cuts.length === 0) return null;
  return element("ul", { class: "cuts" }, cuts.map((cut) => element("li", {}, `${outlets.get(cut.article_id)}: “${cut.text.replace(/\s+/g, " ")}”`)));
}

function receipts(entity, outlets) {
  if (entity.evidence.length === 0) return null;
  return element("details", {}, element("summary", {}, `why ${entity.evidence.length} ${entity.evidence.length === 1 ? "form belongs" : "forms belong"} to it`),
    element("ul", {}, entity.evidence.map((evidence) => element("li", {}, `“${evidence.text}” in ${outlets.get(evidence.article_id)}: ${ruleInWords(evidence.rule)}`))));
}

function singular(type) {
  return { people: "person", organisations: "organisation", places: "place", amounts: "date or amount", others: "name" }[groupOf(type).name];
}
