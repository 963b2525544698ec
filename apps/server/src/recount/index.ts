// Front door of the recount: everything the database counts and concludes, counted and concluded again from its rows.

export type { Finding } from "./finding.ts";
export { recount } from "./recount.ts";
export { inSnapshot } from "./snapshot.ts";
