// Commands: sent with an id made here, and sent again with the same id until somebody answers.

import type { RouteName } from "@fieldline/protocol";
import { mayRepeat, type Refused, type Reply, request, type Sent, type Wire } from "./request.ts";

export interface Commander extends Wire {
  readonly newId: () => string;
  readonly pause: (ms: number) => Promise<void>;
  /** Milliseconds to wait before each repetition; as many repetitions as entries. */
  readonly pauses: readonly number[];
}

/** Ids the desk made for one command: `commandId`, and `id` where the thing made has one. */
export interface CommandIds {
  readonly commandId: string;
  readonly id: string;
}

/**
 * Sends commands so that each has one fate. A command that found no answer keeps its ids: asked for again with
 * the same content, it goes out under them, so that a lost reply cannot make a second case, dial or interview.
 */
export function commander(wire: Commander) {
  const unanswered = new Map<string, CommandIds>();

  return async function send<Value>(
    name: RouteName,
    sent: Omit<Sent, "body">,
    content: Readonly<Record<string, unknown>>,
    /** What is sent with the ids: a body, or what else beside a file. */
    body: (ids: CommandIds) => unknown,
  ): Promise<Reply<Value>> {
    const mark = JSON.stringify([name, sent.at, content]);
    const ids = unanswered.get(mark) ?? { commandId: wire.newId(), id: wire.newId() };
    unanswered.set(mark, ids);
    const added = body(ids);
    const whole = sent.csv
      ? { ...sent, query: added as NonNullable<Sent["query"]> }
      : { ...sent, body: added };
    const reply = await repeat(wire, () => request<Value>(wire, name, whole));
    if (reply.ok || !unknownFate(reply.problem)) unanswered.delete(mark);
    return reply;
  };
}

async function repeat<Value>(wire: Commander, once: () => Promise<Reply<Value>>): Promise<Reply<Value>> {
  let reply = await once();
  for (const ms of wire.pauses) {
    if (reply.ok || !mayRepeat(reply.problem)) return reply;
    await wire.pause(ms);
    reply = await once();
  }
  return reply;
}

const unknownFate = (problem: Refused): boolean =>
  problem.code.startsWith("client.") || problem.code === "session.missing" || mayRepeat(problem);
