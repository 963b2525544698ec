// One socket: what its page subscribes to, and whether the person behind it may still see that.

import { mayDo, type SubscribeReply, streams } from "@fieldline/protocol";
import { subscribe, unsubscribe } from "@fieldline/protocol/schemas";
import type { UserActor } from "../actor.ts";
import type { Authenticate, Denied } from "../http/access.ts";
import { problemOf, problemReply } from "../http/problem-reply.ts";
import type { Logger } from "../logger.ts";
import { Refusal, refuse } from "../problems/refusal.ts";
import type { Visitor } from "./handshake.ts";
import { inTurn } from "./in-turn.ts";
import { type OpenRoom, type Rooms, roomKey } from "./rooms.ts";
import { type Audience, audienceIn, type Stream } from "./stream.ts";
import type { Tail } from "./tail.ts";

/** What a watcher needs of a socket. */
export interface Line {
  readonly id: string;
  isOpen(): boolean;
  enter(room: string): void;
  leave(room: string): void;
  /** The page must sign in again. */
  endSession(): void;
  /** The page connects again by itself, and asks anew. */
  hangUp(): void;
}

export interface WatcherParts {
  readonly streams: readonly Stream[];
  readonly rooms: Rooms;
  readonly tail: Pick<Tail, "reach">;
  readonly authenticate: Authenticate;
  readonly denied: Denied;
  /** What of a wave a person may see. @throws Refusal `access.notFound` */
  readonly audienceOf: (actor: UserActor, waveId: string) => Promise<Audience>;
  readonly logger: Logger;
}

interface Subscription extends OpenRoom {
  readonly stream: Stream;
  readonly waveId: string;
}

export interface Watcher {
  readonly userId: string;
  subscribe(raw: unknown): Promise<SubscribeReply>;
  unsubscribe(raw: unknown): Promise<SubscribeReply>;
  /** Looks at session, roles and scope again; a sign of life of the session, too. */
  check(): Promise<void>;
  /** The socket is gone. */
  leave(): void;
}

const done: SubscribeReply = { ok: true };
const busy: SubscribeReply = { ok: false, problem: problemReply({ code: "server.busy" }).body };
/** Of one socket: whoever asks for more before that is answered is told at once to come back. */
const mostWaiting = 200;

export function watcherOn(line: Line, { actor, cookies }: Visitor, parts: WatcherParts): Watcher {
  const { rooms, tail, authenticate, denied, audienceOf, logger } = parts;
  const turn = inTurn();
  const subscriptions = new Map<string, Subscription>();

  const goFrom = (open: OpenRoom): void => {
    line.leave(open.key);
    rooms.leave(open, line.id);
  };
  const drop = (key: string): void => {
    const subscription = subscriptions.get(key);
    subscriptions.delete(key);
    if (subscription) goFrom(subscription);
  };

  const join = async (raw: unknown): Promise<void> => {
    const { stream: name, waveId, countries = [], ...asked } = parsed(subscribe, raw);
    const stream = parts.streams.find((one) => one.name === name);
    if (!stream || !mayDo(actor.roles, streams[name].action)) throw refuse("access.notAllowed");
    const audience = audienceIn(stream, await audienceOf(actor, waveId), actor.id);
    // What a page holds for other countries than it may see now is nothing to go on from.
    const after = countries.join() === audience.countries.join() ? asked.after : undefined;
    await tail.reach(after ?? null);
    const key = keyOf(name, waveId);
    drop(key);
    if (!line.isOpen()) return;
    const open = rooms.of(stream, audience);
    const enter = () => line.enter(open.key);
    subscriptions.set(key, { ...open, stream, waveId: audience.waveId });
    await open.room.join({ id: line.id, after, enter }).catch((error: unknown) => {
      drop(key);
      throw error;
    });
    if (!line.isOpen()) goFrom(open);
  };

  const answer = async (what: string, work: () => Promise<void>): Promise<SubscribeReply> => {
    try {
      await work();
      return done;
    } catch (error) {
      const { status, body } = problemOf(error);
      if (status === 500) logger.error({ err: error, event: what }, "unforeseen error");
      if (error instanceof Refusal && error.problem.code.startsWith("access.")) {
        await denied(actor, what, error.problem).catch((err: unknown) =>
          logger.error({ err }, "a denied access could not be recorded"),
        );
      }
      return { ok: false, problem: body };
    }
  };

  let waiting = 0;
  const inItsTurn = async (what: string, work: () => Promise<void>): Promise<SubscribeReply> => {
    if (waiting >= mostWaiting) return busy;
    waiting++;
    const reply = await turn(() => answer(what, work));
    waiting--;
    return reply;
  };

  const stillSees = async (now: UserActor): Promise<boolean> => {
    if (now.roles.toSorted().join() !== actor.roles.toSorted().join()) return false;
    for (const { stream, waveId, key } of subscriptions.values()) {
      const audience = audienceIn(stream, await audienceOf(now, waveId), now.id);
      if (roomKey(stream, audience) !== key) return false;
    }
    return true;
  };

  return {
    userId: actor.id,
    subscribe: (raw) => inItsTurn("subscribe", () => join(raw)),
    unsubscribe: (raw) =>
      inItsTurn("unsubscribe", async () => {
        const { stream, waveId } = parsed(unsubscribe, raw);
        drop(keyOf(stream, waveId));
      }),
    check: () =>
      turn(async () => {
        if (!line.isOpen()) return;
        const now = await authenticate({ cookies });
        if (!now) return line.endSession();
        const sees = await stillSees(now).catch((error: unknown) => {
          if (error instanceof Refusal) return false;
          throw error;
        });
        if (!sees) line.hangUp();
      }),
    leave: () => {
      for (const key of [...subscriptions.keys()]) drop(key);
    },
  };
}

const keyOf = (stream: string, waveId: string): string => `${stream}/${waveId.toLowerCase()}`;

function parsed<Value>(
  schema: { safeParse(raw: unknown): { success: boolean; data?: Value } },
  raw: unknown,
): Value {
  const result = schema.safeParse(raw);
  if (result.success) return result.data as Value;
  throw refuse("request.invalid", { place: "body" });
}
