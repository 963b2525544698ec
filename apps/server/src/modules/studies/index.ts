// Front door of the studies: studies, waves with their field time and rules, releases.

export type { Wave } from "../../platform/db/generated/client.ts";
export { requireWave, waveWithCountries } from "../access/index.ts";
export { asRules, callRulesOf } from "./call-rules.ts";
export { createStudy } from "./create-study.ts";
export { createWave } from "./create-wave.ts";
export { fieldDatesOf, fieldStart } from "./field-dates.ts";
export { setFieldTimeForward } from "./field-time.ts";
export { loadedRelease } from "./loaded-release.ts";
export { regionsByCountry } from "./regions.ts";
export { releaseInstrument } from "./release-instrument.ts";
export { releaseWaveToField } from "./release-to-field.ts";
export { studyRoutes } from "./routes.ts";
export { setCallRules } from "./set-call-rules.ts";
export { allowWholeWave, requireWholeWave } from "./whole-wave.ts";
