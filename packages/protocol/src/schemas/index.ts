// Second front door, for server and tests: the schemas themselves.

export * from "./appointments.ts";
export * from "./call-rules.ts";
export * from "./cases.ts";
export * from "./common.ts";
export * from "./contacts.ts";
export * from "./desk.ts";
export * from "./exports.ts";
export * from "./imports.ts";
export * from "./inbound.ts";
export * from "./interviews.ts";
export * from "./live.ts";
export * from "./messages.ts";
export * from "./operations.ts";
export * from "./queue.ts";
export * from "./quotas.ts";
export * from "./session.ts";
export * from "./settings.ts";
export * from "./shifts.ts";
export * from "./steering.ts";
export * from "./users.ts";
export * from "./waves.ts";
export * from "./withdrawals.ts";
