// Front door of calling: cases at desks, dials, outcomes, and the lease that interviewing works under.

export type { CaseClosed } from "./close-call.ts";
export { interviewerOf } from "./interviewer.ts";
export { lateEnd } from "./late-end.ts";
export { extend as signOfLife, heldLease, rightToWrite } from "./lease.ts";
export { reclaim } from "./reclaim.ts";
export { callingRoutes } from "./routes.ts";
