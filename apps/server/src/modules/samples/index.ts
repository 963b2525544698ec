// Front door of the samples: import, do-not-call, and opening a contact for the desk that may see it.

export { type ContactSeal, contactSeal } from "./contact-seal.ts";
export { importDoNotCall } from "./import-do-not-call.ts";
export { importSample } from "./import-sample.ts";
export { openName, openNumbers } from "./read-contact.ts";
