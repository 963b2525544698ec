// A command of the call by the outbox: answered while somebody waits for it, or kept and sent when it can be.

import type { Reply } from "@fieldline/client";
import { ok } from "@fieldline/kernel";
import type { CaseOnDesk } from "@fieldline/protocol";
import { commandEntry, type DeskCommand } from "./entries.ts";
import type { Doing } from "./seat-state.ts";
import { carryOut, type Tools } from "./tools.ts";

/** How long a form waits for the server's word. */
const patienceMs = 4_000;
/** A refusal decided at the last moment has still to come through. */
const slackMs = 1_500;

export interface Sent<Value> {
  /** What the server said, or `null` where it has not said anything yet. */
  readonly value: Value | null;
  readonly later: Promise<Reply<Value>>;
}

/**
 * Sends commands in their order.
 * @returns what the server says of the last one; `null` where it refused one in time, which is then shown
 */
export async function sendOrKeep<Value>(
  tools: Tools,
  doing: Exclude<Doing, null>,
  held: CaseOnDesk,
  ...commands: readonly DeskCommand[]
): Promise<Sent<Value> | null> {
  const { outbox, now, pause } = tools;
  const sent = await carryOut<Sent<Value>>(tools, doing, async () => {
    const patience = outbox.state.get().since === null ? patienceMs : 0;
    const until = now() + patience;
    const replies = commands.map(({ body }) => outbox.current().replyTo<Value>(body.commandId));
    outbox.put(...commands.map((command) => commandEntry(held, command, patience === 0 ? 0 : until)));
    const tooLate = pause(patience === 0 ? 0 : patience + slackMs).then(() => null);
    let value: Value | null = null;
    for (const reply of replies) {
      const answer = await Promise.race([reply, tooLate]);
      if (answer && !answer.ok) return answer;
      value = answer?.value ?? null;
    }
    return ok({ value, later: replies.at(-1) ?? new Promise(() => {}) });
  });
  return sent?.value ?? null;
}

export const nameCommand = (
  { newId }: Pick<Tools, "newId">,
  { id, fence }: CaseOnDesk,
  name: string,
): DeskCommand => ({ route: "nameContact", at: { case: id }, body: { commandId: newId(), fence, name } });
