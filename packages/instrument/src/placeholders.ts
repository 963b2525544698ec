// Placeholders in texts: `{name}`. What is not filled is never read out as a brace.

const pattern = /\{([A-Za-z]\w*)\}/g;

/** What a listener gets where a value is not known: a pause, for the interviewer to fill. */
const gap = "…";

/** Names of the placeholders in a text, each once. */
export const placeholdersIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? "")),
];

/** Whether a brace stands in the text that belongs to no placeholder. */
export const hasStrayBrace = (text: string): boolean => /[{}]/.test(text.replace(pattern, ""));

const given = (values: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(values, name) ? (values[name] ?? "").trim() : "";

/**
 * `text` with its placeholders replaced by `values`. One without a value, or with a blank one, becomes "…",
 * and stray braces are dropped: a respondent never hears a brace. `unfilled` tells beforehand.
 */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text
    .split(pattern)
    .map((part, index) => (index % 2 === 1 ? given(values, part) || gap : part.replace(/[{}]/g, "")))
    .join("");

/** Placeholders of `text` that `values` does not fill. */
export const unfilled = (text: string, values: Readonly<Record<string, string>>): readonly string[] =>
  placeholdersIn(text).filter((name) => given(values, name) === "");
