// Figures as people write them, from the normalised values of the service.

const BOUNDS = { at_least: "at least ", at_most: "at most ", about: "about " };
const SYMBOLS = { percent: " %", C: " °C", F: " °F", "mi/h": " mph" };

/** "about 40 people", "2,400,000 GBP", "3 March 2026". */
export function amount(figure) {
  return (BOUNDS[figure.bound] ?? "") + value(figure);
}

function value({ value: found, unit, kind }) {
  if (typeof found === "string") return kind === "date" || unit === "date" ? day(found) : found;
  const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 3 }).format(found);
  if (!unit) return number;
  return number + (SYMBOLS[unit] ?? ` ${plural(unit, found)}`);
}

// Measures come in the singular; what is counted comes as the text has it.
function plural(unit, number) {
  return ["second", "minute", "hour", "day", "week", "month", "year", "knot"].includes(unit) && number !== 1 ? `${unit}s` : unit;
}

function day(iso) {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!parts) return iso;
  const [, year, month, date] = parts;
  if (!month) return year;
  const options = { year: "numeric", month: "long", timeZone: "UTC", ...(date ? { day: "numeric" } : {}) };
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(Date.UTC(year, month - 1, date ?? 1)));
}
