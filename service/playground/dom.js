// Building elements. Text only ever becomes a text node: no string is parsed as HTML anywhere on this page.

/** An element with attributes, listeners (`on: {click: …}`) and children; null children are left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** A link if the address is one that a reader may follow, else its text alone. */
export function link(address, text) {
  let parsed = null;
  try {
    parsed = new URL(address);
  } catch {
    return document.createTextNode(text);
  }
  if (!["http:", "https:"].includes(parsed.protocol)) return document.createTextNode(text);
  return element("a", { href: parsed.href, rel: "noopener noreferrer nofollow" }, text);
}

/** Scroll to an element without leaving the reader's preference for calm pages unheard. */
export function reveal(target, block = "center") {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
}

/** A moment as its readers write it, in UTC as the service tells it. */
export function moment(text) {
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "UTC",
  });
  return element("time", { datetime: text }, `${format.format(new Date(text))} UTC`);
}
