// Front door of the client: typed calls of the API, the outbox of a desk, live streams of news.

export * from "./client.ts";
export * from "./live/create-live.ts";
export type { Held, RowOf, Tables } from "./live/held.ts";
export type { LiveSocket, MakeSocket, SocketEvents } from "./live/socket.ts";
export type { LiveState, Phase } from "./live/state.ts";
export { tabChannel } from "./outbox/channel.ts";
export {
  type AsideNote,
  type BeginUnheard,
  type CommandEntry,
  type Entry,
  idOf,
  type NewEntry,
  type PostedOperation,
  type Refusable,
} from "./outbox/entry.ts";
export { keptDesk, openOutboxStore } from "./outbox/open-store.ts";
export { createOutbox, type Outbox, type OutboxState } from "./outbox/outbox.ts";
export { isSignedOut } from "./outbox/parcels.ts";
export { type StealableLock, stealableLock, webLock } from "./outbox/tab-lock.ts";
export type { Refused, Reply } from "./request.ts";
