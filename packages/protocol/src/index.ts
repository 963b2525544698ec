// Front door for pages: types, codes, roles, routes. No schema library comes through here.

export * from "./headers.ts";
export * from "./limits.ts";
export * from "./problems/index.ts";
export * from "./roles.ts";
export * from "./routes.ts";
export * from "./states.ts";
export type * from "./types.ts";
