// From an analysis to the marks on its title and its text, and the proof that each is verbatim.

import { groupOf, inWords } from "./kinds.js";
import { amount } from "./amounts.js";

/** Names of who say a quotation; older analyses have them in `speaker` alone. */
export function saidBy(quote) {
  const speakers = quote.speakers?.length ? quote.speakers : [quote.speaker];
  return speakers.filter(Boolean).map((speaker) => speaker.name).join(", ");
}

/** All marks of an article; `field` says which string a mark stands on. */
export function marksOf(analysis) {
  return [
    ...analysis.text.removed.map((span, index) => ({
      ...span, id: `r${index}`, kind: "removed", field: "text", classes: ["removed"], label: `left out: ${inWords(span.reason)}`,
    })),
    ...analysis.summary.sentences.map((span, index) => ({
      ...span, id: `s${index}`, kind: "sentence", field: "text", classes: ["sentence"], rank: span.rank, label: null,
    })),
    ...analysis.quotes.map((span, index) => ({
      ...span, id: `q${index}`, kind: "quote", field: "text", classes: ["quote"],
      label: saidBy(span) ? `said by ${saidBy(span)}` : null,
    })),
    ...analysis.entities.flatMap(entityMarks),
    ...analysis.figures.map((span, index) => ({
      ...span, id: `f${index}`, kind: "figure", field: "text", classes: ["figure"], label: amount(span),
    })),
  ];
}

function entityMarks(entity, index) {
  const group = groupOf(entity.type).name;
  return entity.mentions.map((mention) => ({
    ...mention, id: `e${index}`, kind: "entity", classes: ["entity", group], label: `${entity.name} (${entity.type})`,
  }));
}

/** How many spans there are, and which of them are not what the strings say at their place. */
export function proof(marks, strings) {
  const spans = marks.filter((mark) => typeof mark.text === "string");
  const wrong = spans.filter((span) => strings[span.field].slice(span.start, span.end) !== span.text);
  return { checked: spans.length, wrong };
}
