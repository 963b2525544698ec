// Front door of the 2008 study: facts, instrument, call rules, regions and the bundled fictitious sample.

export { type BundledRow, bundledSample } from "./bundled-sample.ts";
export { callRules2008 } from "./call-rules.ts";
export * from "./facts.ts";
export { additions2008, instrument2008 } from "./instrument.ts";
export { quotaPlan2008 } from "./quota-plan.ts";
export * from "./regions.ts";
