// The same request at a terminal. A key is named by its variable, never written out.

import { hasKey } from "./api.js";
import { element } from "./dom.js";

/** A string as one word of a POSIX shell. */
export function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The curl command of a request; `pick` is a jq filter for the part that is shown. */
export function command(path, { method = "GET", body, headers = {}, pick } = {}) {
  const words = [`curl -sS ${quoted(window.location.origin + path)}`];
  if (method !== "GET" && !(method === "POST" && body !== undefined)) words.push(`-X ${method}`);
  if (hasKey()) words.push('-H "Authorization: Bearer $NUTGRAF_KEY"');
  for (const [name, value] of Object.entries(headers)) words.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (body !== undefined) {
    words.push("-H 'Content-Type: application/json'", `--data-raw ${quoted(JSON.stringify(body))}`);
  }
  return words.join(" \\\n  ") + (pick ? ` \\\n  | jq ${quoted(pick)}` : "");
}

/** A button that copies the command for what stands beside it. */
export function copyButton(what, path, request, label = "curl") {
  const said = element("span", { class: "said", role: "status" });
  const button = element("button", { class: "curl", type: "button", "aria-label": `${label}: copy ${what} as curl` }, label);
  button.addEventListener("click", async () => {
    said.textContent = (await copied(command(path, request))) ? "Copied" : "Copying was refused";
    setTimeout(() => { said.textContent = ""; }, 2500);
  });
  return element("span", { class: "copy" }, said, button);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedTheOldWay(text);
  }
}

// Pages that were not served over TLS or from this machine have no clipboard of their own.
function copiedTheOldWay(text) {
  const carrier = element("textarea", { class: "offstage", "aria-hidden": "true" });
  carrier.value = text;
  document.body.append(carrier);
  carrier.select();
  const done = document.execCommand("copy");
  carrier.remove();
  return done;
}
