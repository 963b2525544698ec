// Front door of the interface's words: translator, typed keys, names, sentences of problems and outcomes.

export * from "./advice.ts";
export * from "./i18n.ts";
export type { Strings } from "./keys.ts";
export * from "./languages.ts";
export * from "./names.ts";
export * from "./outcomes.ts";
export * from "./places.ts";
export * from "./problems.ts";
export * from "./react.ts";
export * from "./reasons.ts";
export type { Room } from "./rooms.ts";
