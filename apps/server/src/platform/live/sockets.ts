// The Socket.IO server as we run it, and what is said over it.

import type { Server as HttpServer } from "node:http";
import type { NewsMessage } from "@fieldline/protocol";
import { Server, type Socket } from "socket.io";

interface Heard {
  subscribe(raw: unknown, answer?: unknown): void;
  unsubscribe(raw: unknown, answer?: unknown): void;
}
interface Told {
  news(message: NewsMessage): void;
  signedOut(): void;
}
export type Sockets = Server<Heard, Told>;
export type PageSocket = Socket<Heard, Told>;

/**
 * WebSocket only, so that a load balancer needs to remember nothing. A dead network closes no connection by itself: a
 * page that does not answer a ping is let go, and one that hears none knows it.
 */
export const openSockets = (server: HttpServer): Sockets =>
  new Server(server, {
    transports: ["websocket"],
    serveClient: false,
    pingInterval: 5_000,
    pingTimeout: 5_000,
    connectTimeout: 10_000,
    maxHttpBufferSize: 10_000,
  });

/** Sends to a room, or to those named; encoded once, however many there are. */
export const sender =
  (sockets: Sockets) =>
  (to: string | readonly string[], message: NewsMessage): void => {
    sockets.to(typeof to === "string" ? to : [...to]).emit("news", message);
  };
