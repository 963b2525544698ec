// Front door of the desks as places of work: shifts with their breaks, and messages.

export { atWork } from "./at-work.ts";
export { beginWork } from "./begin-work.ts";
export { clearMessages } from "./clear-messages.ts";
export { endAbandonedShifts } from "./end-abandoned.ts";
export { deskStream } from "./live.ts";
export { deskRoutes } from "./routes.ts";
export { shiftOf } from "./shift.ts";
