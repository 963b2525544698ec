// Front door of calling: cases at desks, dials, outcomes, and the lease that interviewing works under.

export type { CaseClosed } from "./call.ts";
export { dueAppointments } from "./due-appointments.ts";
export { foldClosedWaves } from "./end-of-field/fold-closed-waves.ts";
export { explainedAttempts } from "./explained.ts";
export { figuresFrom } from "./figures.sql.ts";
export { holdsCase } from "./holds-case.ts";
export { interviewerOf } from "./interviewer.ts";
export { keepLeases } from "./keep-leases.sql.ts";
export { lateEnd } from "./late-end.ts";
export { extend as signOfLife, lastSeen, leaseEnd, rightOrLost, rightToNote } from "./lease.ts";
export { lockCase } from "./lock-case.sql.ts";
export { missAppointments } from "./miss-appointments.ts";
export { onlyPresumed } from "./only-presumed.ts";
export { openLease } from "./open-lease.ts";
export { addUpTallies } from "./queue/add-up-tallies.ts";
export { queueChanged } from "./queue/memory.ts";
export { reasonsOf } from "./queue/reasons-of.ts";
export type { Seeker } from "./queue/seeker.ts";
export type { Taken } from "./queue/take.sql.ts";
export { takeFor } from "./queue/take.ts";
export { addUp } from "./queue/tallies.sql.ts";
export { reclaim } from "./reclaim.ts";
export { callingRoutes } from "./routes.ts";
export { withdrawCase } from "./withdraw-case.ts";
