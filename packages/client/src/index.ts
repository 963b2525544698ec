// Front door of the client: typed calls of the API, the queue of operations, live streams of news.

export * from "./client.ts";
export * from "./live/create-live.ts";
export type { Held, RowOf, Tables } from "./live/held.ts";
export type { LiveSocket, MakeSocket, SocketEvents } from "./live/socket.ts";
export type { LiveState, Phase } from "./live/state.ts";
export * from "./operation-queue.ts";
export type { Refused, Reply } from "./request.ts";
