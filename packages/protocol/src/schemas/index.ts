// Second front door, for server and tests: the schemas themselves.

export * from "./appointments.ts";
export * from "./cases.ts";
export * from "./common.ts";
export * from "./contacts.ts";
export * from "./desk.ts";
export * from "./exports.ts";
export * from "./imports.ts";
export * from "./interviews.ts";
export * from "./live.ts";
export * from "./messages.ts";
export * from "./operations.ts";
export * from "./quotas.ts";
export * from "./session.ts";
export * from "./settings.ts";
export * from "./shifts.ts";
export * from "./users.ts";
export * from "./waves.ts";
export * from "./withdrawals.ts";
