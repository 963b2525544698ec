// Second front door, for server and tests: the schemas themselves.

export * from "./common.ts";
export * from "./desk.ts";
export * from "./exports.ts";
export * from "./interviews.ts";
export * from "./live.ts";
export * from "./operations.ts";
export * from "./quotas.ts";
export * from "./session.ts";
export * from "./waves.ts";
