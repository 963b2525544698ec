// A command of the call by the outbox: answered while somebody waits for it, or kept and sent when it can be.

import type { Refused, Reply } from "@fieldline/client";
import { ok } from "@fieldline/kernel";
import type { CaseOnDesk } from "@fieldline/protocol";
import { readDesk } from "./desk.ts";
import { commandEntry, type DeskCommand } from "./entries.ts";
import type { Doing } from "./seat-state.ts";
import { carryOut, showProblem, type Tools } from "./tools.ts";

/** How long a form waits for the server's word. */
const patienceMs = 4_000;

export interface Sent<Value> {
  /** What the server said, or `null` where it has not said anything yet. */
  readonly value: Value | null;
  readonly later: Promise<Reply<Value>>;
}

/**
 * Sends commands in their order. Where an earlier one is refused and the last is not, the refusal is shown beside it.
 * @returns what the server says of the last one; `null` where it refused it in time, which is then shown
 */
export async function sendOrKeep<Value>(
  tools: Tools,
  doing: Exclude<Doing, null>,
  held: CaseOnDesk,
  ...commands: readonly DeskCommand[]
): Promise<Sent<Value> | null> {
  const { store } = tools;
  let beside: Refused | null = null;
  const sent = await carryOut<Sent<Value>>(tools, doing, async () => {
    const { answers, later } = await atForm<Value>(tools, held, commands);
    const last = answers.at(-1) ?? null;
    if (last && !last.ok) return last;
    beside = answers.flatMap((answer) => (answer && !answer.ok ? [answer.problem] : []))[0] ?? null;
    return ok({ value: last?.value ?? null, later });
  });
  if (beside) showProblem(store, beside);
  const problem = store.get().problem;
  if (!sent && problem && gone.has(problem.code)) await readDesk(tools);
  return sent?.value ?? null;
}

/** As long as a form waits, it shows refusals itself; `null` where no answer came in that time. */
async function atForm<Value>(
  { outbox, pause, store }: Tools,
  held: CaseOnDesk,
  commands: readonly DeskCommand[],
) {
  const patience = outbox.state.get().since === null ? patienceMs : 0;
  const ids = commands.map(({ body }) => body.commandId);
  const current = outbox.current();
  const replies = ids.map((id) => current.replyTo<Value>(id));
  if (patience > 0) ids.forEach(current.waitAtForm);
  outbox.put(...commands.map((command) => commandEntry(held, command)));
  const tooLate = pause(patience).then(() => null);
  const answers: (Reply<Value> | null)[] = [];
  for (const reply of replies) answers.push(await Promise.race([reply, tooLate]));
  ids.forEach(current.leaveForm);
  const later = replies.at(-1) as Promise<Reply<Value>>;
  // A refusal decided just before the form was left is set aside nowhere, so it is said here.
  if (answers.at(-1) === null) {
    void later.then((reply) => {
      if (!reply.ok) showProblem(store, reply.problem);
    });
  }
  return { answers, later };
}

/** The call is not this desk's any more, whatever is on its screen. */
const gone: ReadonlySet<string> = new Set(["calling.leaseLost", "calling.attemptClosed"]);

export const nameCommand = (
  { newId }: Pick<Tools, "newId">,
  { id, fence }: CaseOnDesk,
  name: string,
): DeskCommand => ({ route: "nameContact", at: { case: id }, body: { commandId: newId(), fence, name } });
