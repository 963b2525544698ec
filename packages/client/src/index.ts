// Front door of the client: typed calls of the API and the queue of operations.

export * from "./client.ts";
export * from "./operation-queue.ts";
export type { Refused, Reply } from "./request.ts";
