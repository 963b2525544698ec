// Front door of the instrument: what is asked, in which words, by which route.

export { check } from "./check/check.ts";
export { maxUnits } from "./check/size.ts";
export * from "./conditions.ts";
export { describeFinding, describeFindings } from "./describe.ts";
export type { InstrumentDraft, OpenUnit } from "./draft.ts";
export * from "./findings.ts";
export { filterFixture } from "./fixtures/filters.ts";
export { canonicalForm, fingerprint } from "./freeze/canonical.ts";
export { release } from "./freeze/release.ts";
export { inspect, isSourceForm, loadInstrument, parseInstrument } from "./load/load.ts";
export { outline } from "./outline.ts";
export * from "./placeholders.ts";
export * from "./read/by-hour.ts";
export * from "./read/question.ts";
export * from "./read/say.ts";
export * from "./read/script.ts";
export * from "./types.ts";
