// Calls of the service. A key, if one is needed, lives in this tab's sessionStorage and nowhere else.

const KEPT = "nutgraf-key";
const WAIT_SECONDS = 10;
let askForKey = async () => null;

/** A problem that the service named (RFC 9457), or a failure to reach it. */
export class Trouble extends Error {
  constructor(problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }
}

/** Say who asks the reader for a key; it gives the key, or null when there is none. */
export function onKeyNeeded(asker) {
  askForKey = asker;
}

/** Whether calls carry a key. */
export function hasKey() {
  return sessionStorage.getItem(KEPT) !== null;
}

/** Call the service and give its JSON. */
export async function call(path, { method = "GET", body, headers = {}, signal } = {}) {
  const answer = await reached(path, method, body, headers, signal);
  if (answer.status === 401) {
    const key = await askForKey(hasKey());
    if (key) {
      sessionStorage.setItem(KEPT, key);
      return call(path, { method, body, headers, signal });
    }
  }
  const found = answer.status === 204 ? null : await answer.json().catch(() => ({ title: "The answer is not JSON." }));
  if (!answer.ok) throw new Trouble(found);
  return found;
}

async function reached(path, method, body, headers, signal) {
  const key = sessionStorage.getItem(KEPT);
  const sent = { Accept: "application/json", ...headers };
  if (key) sent.Authorization = `Bearer ${key}`;
  if (body !== undefined) sent["Content-Type"] = "application/json";
  try {
    return await fetch(path, { method, headers: sent, body: body === undefined ? undefined : JSON.stringify(body), signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Trouble({ title: "The service can't be reached.", detail: "The service can't be reached. Is it running?" });
  }
}

/** Where an article is read with offsets that fit JavaScript's strings. */
export function articlePath(id) {
  return `/v1/articles/${encodeURIComponent(id)}?offset_unit=utf16`;
}

/** Follow an article by long polls until it is finished; `seen` is told every state on the way. */
export async function finished(id, seen, signal) {
  let wait = 1;
  for (;;) {
    const article = await call(articlePath(id), { headers: { Prefer: `wait=${wait}` }, signal });
    seen(article);
    if (!["queued", "processing"].includes(article.status)) return article;
    wait = WAIT_SECONDS;
  }
}
