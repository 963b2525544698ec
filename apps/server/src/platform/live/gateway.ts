// Sockets: pages subscribe to streams, and are sent a snapshot and then what changes, on whichever server it happens.

import { createServer, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { SubscribeReply } from "@fieldline/protocol";
import type { FastifyInstance } from "fastify";
import type { Platform } from "../platform.ts";
import { addHandshakes, type Visitor } from "./handshake.ts";
import type { StampedNews } from "./news.sql.ts";
import { openRooms } from "./rooms.ts";
import { openSockets, type PageSocket, sender } from "./sockets.ts";
import { startTail, type Tail } from "./tail.ts";
import { type Line, type Watcher, type WatcherParts, watcherOn } from "./watcher.ts";

export interface GatewayParts
  extends Pick<WatcherParts, "streams" | "authenticate" | "denied" | "audienceOf"> {
  readonly platform: Pick<Platform, "clock" | "config" | "database" | "logger">;
}

const everySecond = 1_000;
/** Milliseconds between two looks at the session behind a socket. */
const checkEvery = 45_000;
/** Milliseconds that pages are given to say goodbye when the server leaves. */
const goodbye = 1_000;

/**
 * Adds sockets to the application. The tail runs from the moment the port is open until the application is closed, so
 * `inject` works without any of it.
 */
export function addGateway(app: FastifyInstance, { platform, ...parts }: GatewayParts): void {
  const { database, clock, config, logger } = platform;
  const io = openSockets(neverListening());
  const visitors = new WeakMap<IncomingMessage, Visitor>();
  const handshakes = addHandshakes(app, config.limits.sockets, ({ request, socket, head }, visitor) => {
    visitors.set(request, visitor);
    (io.engine as unknown as Engine).handleUpgrade(request, socket, head);
  });

  let tail: Tail | null = null;
  const progress = { upTo: () => tail?.upTo() ?? null, isHealthy: () => tail?.isHealthy() ?? false };
  const rooms = openRooms({ database, clock, logger, progress, send: sender(io) });
  const reach: Tail["reach"] = async (stamp) => tail?.reach(stamp);

  const watchers = new Map<Watcher, { checkedAt: number }>();
  /**
   * First right after it connected, since its session may have ended just before. Where the database does not answer,
   * again a second later.
   */
  const check = async (watcher: Watcher): Promise<void> => {
    const state = watchers.get(watcher);
    if (!state) return;
    state.checkedAt = performance.now();
    await watcher.check().catch((error: unknown) => {
      state.checkedAt = Number.NEGATIVE_INFINITY;
      logger.warn({ err: error }, "a session could not be checked");
    });
  };
  io.on("connection", (socket) => {
    const visitor = visitors.get(socket.request);
    if (!visitor) return void socket.disconnect(true);
    const watcher = watcherOn(lineOf(socket), visitor, { ...parts, rooms, tail: { reach }, logger });
    watchers.set(watcher, { checkedAt: Number.NEGATIVE_INFINITY });
    socket.on("subscribe", (raw, answer) => void watcher.subscribe(raw).then(answering(answer)));
    socket.on("unsubscribe", (raw, answer) => void watcher.unsubscribe(raw).then(answering(answer)));
    socket.on("disconnect", () => {
      watchers.delete(watcher);
      watcher.leave();
    });
  });

  const onNews = (news: readonly StampedNews[]): void => {
    rooms.hear(news);
    const users = new Set(news.filter(({ topic }) => topic === "rights").map(({ userId }) => userId));
    if (users.size === 0) return;
    for (const watcher of watchers.keys()) if (users.has(watcher.userId)) void check(watcher);
  };
  const onLost = (): void => {
    rooms.startAgain();
    for (const watcher of watchers.keys()) void check(watcher);
  };

  let checking = false;
  const checkDue = async (): Promise<void> => {
    if (checking) return;
    checking = true;
    const before = performance.now() - checkEvery;
    for (const [watcher, { checkedAt }] of [...watchers]) if (checkedAt < before) await check(watcher);
    checking = false;
  };
  let ticking: NodeJS.Timeout | undefined;
  const hangUpAll = (): void => {
    for (const socket of io.of("/").sockets.values()) socket.conn.close();
  };

  app.addHook("onListen", async () => {
    tail = startTail({ database, logger }, { onNews, onLost });
    ticking = setInterval(() => {
      rooms.tick();
      void checkDue();
    }, everySecond).unref();
  });
  // Whether anybody stamps the news is no matter of this server alone: it must not take all of them out of work.
  app.readyWhen("news", () => (tail === null || tail.hears() ? "ok" : "deaf"));
  app.whenDraining(hangUpAll);
  app.addHook("preClose", async () => {
    clearInterval(ticking);
    hangUpAll();
    const until = performance.now() + goodbye;
    while (handshakes.areOpen() && performance.now() < until) await pause(10);
    handshakes.cut();
    await io.close();
    await tail?.stop();
    rooms.close();
  });
}

/** Its handshakes come through the application's own router, so it has no port and no upgrades of its own. */
const neverListening = () => createServer();

interface Engine {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

const answering =
  (answer: unknown) =>
  (reply: SubscribeReply): void => {
    if (typeof answer === "function") answer(reply);
  };

/** A closed connection is opened again by the page itself; one that was told it is disconnected is not. */
const lineOf = (socket: PageSocket): Line => ({
  id: socket.id,
  isOpen: () => socket.connected,
  enter: (room) => void socket.join(room),
  leave: (room) => void socket.leave(room),
  endSession: () => {
    socket.emit("signedOut");
    socket.disconnect(true);
  },
  hangUp: () => void socket.conn.close(),
});
