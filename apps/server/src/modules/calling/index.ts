// Front door of calling: cases at desks, dials, outcomes, and the lease that interviewing works under.

export type { CaseClosed } from "./close-call.ts";
export { figuresFrom } from "./figures.sql.ts";
export { interviewerOf } from "./interviewer.ts";
export { keepLeases } from "./keep-leases.sql.ts";
export { lateEnd } from "./late-end.ts";
export { extend as signOfLife, heldLease, lastSeen, leaseEnd, rightToWrite } from "./lease.ts";
export { reclaim } from "./reclaim.ts";
export { callingRoutes } from "./routes.ts";
