// Somebody rings us: their case is found by the number they name, opened, and the call answered without a dial.

import type { Reply } from "@fieldline/client";
import type { InboundSearchReply } from "@fieldline/protocol";
import { numberSaid } from "../outcome/number-to-ring.ts";
import { putOnDesk } from "./calling.ts";
import { readAhead } from "./interviewing.ts";
import { begunScript, lineAt } from "./line.ts";
import { playLine } from "./play-line.ts";
import { keepSlots } from "./slots.ts";
import { carryOut, type Tools } from "./tools.ts";

export type InboundFound = InboundSearchReply["cases"][number];

/** What the number is found with, or why it is not; the number itself is kept nowhere. */
export async function searchInbound(
  { store, client }: Tools,
  number: string,
): Promise<Reply<InboundSearchReply>> {
  const { waveId } = store.get();
  return client.searchInbound(waveId ?? "", number);
}

/** The caller's case comes to the desk, with the number of it that they named. */
export async function takeInbound(tools: Tools, caseId: string, number: string): Promise<void> {
  const taken = await carryOut(tools, "inbound", () => tools.client.takeInbound(caseId));
  if (!taken) return;
  const { case: held } = taken.value;
  putOnDesk(tools, held, numberSaid(held.numbers, number));
}

/** The caller is on the line from the beginning; the talk is timed from here. */
export async function answerCall(tools: Tools, numberId: string): Promise<void> {
  const { store, client, now } = tools;
  const { case: held, call } = store.get();
  if (!held || call) return;
  const startedAt = now();
  const answered = await carryOut(tools, "answer", () => client.answerCall(held, numberId));
  if (!answered) return;
  const { id: attemptId, line, release } = answered.value;
  const script = begunScript(line);
  store.set({ last: null });
  playLine(tools, { attemptId, numberId, startedAt, script, line: lineAt(script, 0), release });
  void readAhead(tools, held);
  void keepSlots(tools, held.id);
}
