// The socket of the news: Socket.IO over WebSocket; whoever uses it decides when to try again.

import {
  livePath,
  type NewsMessage,
  type Subscribe,
  type SubscribeReply,
  type Unsubscribe,
} from "@fieldline/protocol";
import { io } from "socket.io-client";

export interface SocketEvents {
  readonly up: () => void;
  /** An open connection ended. */
  readonly down: () => void;
  /** No connection came about: the server is away, refuses the handshake, or something between does. */
  readonly failed: () => void;
  readonly news: (message: NewsMessage) => void;
  readonly signedOut: () => void;
}

export interface LiveSocket {
  open(): void;
  close(): void;
  /** `null` where no answer came in time. */
  subscribe(asked: Subscribe): Promise<SubscribeReply | null>;
  unsubscribe(asked: Unsubscribe): void;
}

export type MakeSocket = (url: string | undefined, events: SocketEvents) => LiveSocket;

const answerMs = 10_000;

/** Nothing is connected before `open`. */
export const socketIo: MakeSocket = (url, events) => {
  const options = {
    path: livePath,
    transports: ["websocket"],
    autoConnect: false,
    reconnection: false,
    timeout: 10_000,
  };
  const socket = url === undefined ? io(options) : io(url, options);
  socket.on("connect", events.up);
  socket.on("disconnect", events.down);
  socket.on("connect_error", events.failed);
  socket.on("news", events.news);
  socket.on("signedOut", events.signedOut);
  return {
    open: () => void socket.connect(),
    close: () => void socket.disconnect(),
    subscribe: async (asked) => {
      try {
        return await socket.timeout(answerMs).emitWithAck("subscribe", asked);
      } catch {
        return null;
      }
    },
    unsubscribe: (asked) => void socket.emit("unsubscribe", asked),
  };
};
