// Front door of the samples: import, do-not-call, and opening a contact for the desk that may see it.

export { caseInReach } from "./case-in-reach.ts";
export { type ContactSeal, contactSeal } from "./contact-seal.ts";
export { importDoNotCall } from "./import-do-not-call.ts";
export { importSample } from "./import-sample.ts";
export { openNotes } from "./open-notes.ts";
export { openName, openNumbers } from "./read-contact.ts";
export { readSampleCsv, textOf } from "./read-csv.ts";
export { sampleRoutes } from "./routes.ts";
export { importRoutes } from "./routes-imports.ts";
