// The ledger beside the text: summary, names, figures and quotations, each leading to its place.

import { amount } from "./amounts.js";
import { saidBy } from "./article-marks.js";
import { copyButton } from "./curl.js";
import { element } from "./dom.js";
import { GROUPS, groupOf, inWords, ruleInWords } from "./kinds.js";

/** A titled part of the ledger with its curl button. */
export function panel(name, title, path, pick, ...content) {
  const id = `panel-${name}`;
  return element("section", { class: `panel ${name}`, "aria-labelledby": id },
    element("header", {}, element("h2", { id }, title), copyButton(title.toLowerCase(), path, { pick })), ...content);
}

/** The summary, each sentence a way to its place. */
export function summaryPanel(analysis, path, show) {
  const { sentences, requested } = analysis.summary;
  const items = sentences.map((sentence, index) => element("li", { value: sentence.rank },
    placeButton(sentence.text.replace(/\s+/g, " "), `s${index}`, show),
    element("span", { class: "aside" }, `rank ${sentence.rank}, score ${sentence.rank_score.toFixed(2)}`)));
  return panel("summary", "Summary", path, ".analysis.summary",
    items.length > 0 ? element("ol", { class: "sentences" }, items) : none("No sentence was chosen."),
    sentences.length < requested ? element("p", { class: "aside" }, `${requested} were asked for.`) : null);
}

/** Names by kind; one press goes from mention to mention, a kind can be switched off. */
export function namesPanel(analysis, path, show, toggle) {
  const groups = GROUPS.map((group) => ({
    ...group,
    members: analysis.entities.map((entity, index) => ({ entity, index }))
      .filter(({ entity }) => groupOf(entity.type) === undefined || groupOf(entity.type).name === group.name),
  })).filter((group) => group.members.length > 0);
  return panel("names", "Names", path, ".analysis.entities",
    groups.length > 0 ? groups.map((group) => namesOf(group, show, toggle)) : none("No names were found."));
}

function namesOf(group, show, toggle) {
  const heading = element("label", { class: `kind ${group.name}` },
    element("input", { type: "checkbox", checked: !group.quiet, on: { change: (event) => toggle(group.name, event.target.checked) } }),
    element("span", { class: "swatch", "aria-hidden": "true" }), group.title,
    element("span", { class: "count" }, String(group.members.length)));
  return element("div", { class: "group" }, element("h3", {}, heading),
    element("ul", { class: "names-list" }, group.members.map(({ entity, index }) => nameItem(entity, index, show))));
}

function nameItem(entity, index, show) {
  const count = entity.mentions.length;
  return element("li", {},
    placeButton(entity.name, `e${index}`, show, `${entity.name}, ${entity.type}, ${count} ${count === 1 ? "mention" : "mentions"}`),
    element("span", { class: "count", "aria-hidden": "true" }, count > 1 ? `×${count}` : ""),
    entity.aliases.length > 0
      ? element("span", { class: "aside" }, "also ", entity.aliases.map((alias, place) => [
        place > 0 ? ", " : null, element("span", { class: "alias" }, alias.text), ` (${ruleInWords(alias.rule)})`,
      ]).flat())
      : null);
}

/** Figures: what is counted, how many, and the words that say so. */
export function figuresPanel(analysis, path, show) {
  const rows = analysis.figures.map((figure, index) => element("li", {},
    placeButton(figure.text, `f${index}`, show, `${figure.text}, read as ${amount(figure)}`),
    element("span", { class: "read-as" }, amount(figure)),
    figure.what && figure.what !== figure.unit ? element("span", { class: "aside" }, figure.what) : null));
  return panel("figures", "Figures", path, ".analysis.figures",
    rows.length > 0 ? element("ul", { class: "figures-list" }, rows) : none("No figures were found."));
}

/** Quotations with their speakers. */
export function quotesPanel(analysis, path, show) {
  const items = analysis.quotes.map((quote, index) => element("li", {},
    placeButton(`“${quote.text.replace(/\s+/g, " ")}”`, `q${index}`, show),
    element("span", { class: "aside" }, saidBy(quote) ? `${saidBy(quote)}${quote.cue ? `, “${quote.cue}”` : ""}` : "the text does not say who")));
  return panel("quotes", "Quotations", path, ".analysis.quotes",
    items.length > 0 ? element("ul", { class: "quotes-list" }, items) : none("Nobody is quoted."));
}

/** What was left out of the analysis. */
export function removedPanel(analysis, text, path, show) {
  const items = analysis.text.removed.map((span, index) => element("li", {},
    placeButton(text.slice(span.start, span.end).replace(/\s+/g, " "), `r${index}`, show),
    element("span", { class: "aside" }, inWords(span.reason))));
  if (items.length === 0) return null;
  return panel("left-out", "Left out", path, ".analysis.text.removed", element("ul", { class: "removed-list" }, items));
}

function placeButton(text, id, show, name = null) {
  return element("button", { type: "button", class: "place", "data-place": id, "aria-pressed": "false", "aria-label": name, on: { click: () => show(id) } }, text);
}

function none(sentence) {
  return element("p", { class: "none" }, sentence);
}
