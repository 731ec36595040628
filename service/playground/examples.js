// The example articles that ship with the service.

import { call } from "./api.js";

const APART = /budget|fathom|altenbruecker/;
let shelf = null;

/** The manifest's entries as submissions without their bodies, each with the path of its body. */
export async function examples() {
  shelf ??= (await call("/examples/articles.json")).map((entry) => {
    const { text_file: text, html_file: page, ...facts } = entry;
    return { facts, kind: page ? "html" : "text", path: `/examples/${page ?? text}` };
  });
  return shelf;
}

/** Whether the example is one of the reports of the ferry. */
export function ofTheEvent(example) {
  return !APART.test(example.path);
}

/** The example as a submission. */
export async function submissionOf(example) {
  const answer = await fetch(example.path);
  return { ...example.facts, [example.kind]: await answer.text() };
}
