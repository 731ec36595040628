// Marks on a text. They may overlap in any way, so the text is cut at every edge of every mark, and each piece
// knows all marks that cover it.

import { element } from "./dom.js";

/**
 * Cut a text at the edges of marks.
 *
 * @param {string} text
 * @param {{start: number, end: number}[]} marks - in UTF-16 code units
 * @returns {{start: number, end: number, marks: object[]}[]} pieces that cover the text, in order
 */
export function pieces(text, marks) {
  const opening = new Map();
  const closing = new Map();
  const edges = new Set([0, text.length]);
  for (const mark of marks) {
    if (mark.start >= mark.end) continue;
    edges.add(mark.start).add(mark.end);
    opening.set(mark.start, [...(opening.get(mark.start) ?? []), mark]);
    closing.set(mark.end, [...(closing.get(mark.end) ?? []), mark]);
  }
  const sorted = [...edges].sort((one, other) => one - other);
  const open = new Set();
  const found = [];
  for (let place = 0; place < sorted.length - 1; place += 1) {
    for (const mark of closing.get(sorted[place]) ?? []) open.delete(mark);
    for (const mark of opening.get(sorted[place]) ?? []) open.add(mark);
    found.push({ start: sorted[place], end: sorted[place + 1], marks: [...open] });
  }
  return found;
}

/** The text as nodes: plain stretches as text, marked ones as elements that carry their marks' kinds and ids. */
export function marked(text, marks) {
  return pieces(text, marks).map((piece) => {
    const words = text.slice(piece.start, piece.end);
    return piece.marks.length === 0 ? document.createTextNode(words) : markedPiece(words, piece);
  });
}

function markedPiece(words, piece) {
  const kinds = new Set(piece.marks.flatMap((mark) => mark.classes));
  const summary = piece.marks.find((mark) => mark.kind === "sentence");
  const begins = piece.marks.filter((mark) => mark.start === piece.start);
  const ends = piece.marks.filter((mark) => mark.end === piece.end);
  const made = element(summary ? "mark" : "span", {
    class: [...kinds, ...begins.map((mark) => `starts-${mark.kind}`), ...ends.map((mark) => `ends-${mark.kind}`)].join(" "),
    "data-marks": piece.marks.map((mark) => mark.id).join(" "),
    title: piece.marks.map((mark) => mark.label).filter(Boolean).join("; ") || null,
  }, words);
  const opened = begins.find((mark) => mark.rank);
  if (opened) made.setAttribute("data-rank", opened.rank);
  return made;
}

/** The pieces of one mark below a root, in order. */
export function piecesOf(root, id) {
  return [...root.querySelectorAll(`[data-marks~="${CSS.escape(id)}"]`)];
}
