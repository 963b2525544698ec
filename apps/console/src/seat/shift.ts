// The interviewer's shift and its breaks, as this desk changes them.

import type { ChangeShift } from "@fieldline/protocol";
import { readLists } from "./desk.ts";
import { carryOut, type Tools } from "./tools.ts";

/** What was refused shows how things stand: another window of the same person may have changed them. */
export async function changeShift(tools: Tools, change: ChangeShift["change"]): Promise<void> {
  const done = await carryOut(tools, "shift", () => tools.client.changeShift(change));
  if (done) tools.store.set({ shift: done.value.shift });
  else await readLists(tools);
}
