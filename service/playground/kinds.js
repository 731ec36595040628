// The kinds of entities that readers tell apart, and the words for what the service calls by a name.

export const GROUPS = [
  { name: "people", title: "People", types: ["PERSON"] },
  { name: "organisations", title: "Organisations", types: ["ORG"] },
  { name: "places", title: "Places", types: ["GPE", "LOC", "FAC"] },
  // Figures mark most of these already, so their own marks are drawn only when asked for.
  { name: "amounts", title: "Dates and amounts", types: ["DATE", "MONEY"], quiet: true },
  { name: "others", title: "Other names", types: null },
];

const RULES = {
  acronym: "its letters",
  short_name: "its last words",
  surname: "the surname",
  title_surname: "title and surname",
  given_name: "the given name",
  nickname: "the nickname",
  initials: "initials",
  possessive: "the possessive",
  exact: "the same name",
};

/** The group of an entity type. */
export function groupOf(type) {
  return GROUPS.find((group) => group.types === null || group.types.includes(type));
}

/** Why two forms were taken for one name. */
export function ruleInWords(rule) {
  return RULES[rule] ?? inWords(rule);
}

/** A stable name as words. */
export function inWords(name) {
  return name.replaceAll("_", " ");
}
