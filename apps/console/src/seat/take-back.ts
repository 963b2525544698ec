// An interview of another day is taken back at the desk, by the code its respondent names on the telephone.

import type { Refused } from "@fieldline/client";
import { readLists } from "./desk.ts";
import type { Tools } from "./tools.ts";

/**
 * Takes the interview back for ever; hands back why not, or `null` when it is done. The last call of the desk may have
 * been the one of that interview, so what is said of it is read again.
 */
export async function takeBack(tools: Tools, code: string): Promise<Refused | null> {
  const { store, client } = tools;
  store.set({ doing: "withdraw", problem: null });
  const reply = await client.withdrawInterview(code);
  store.set({ doing: null });
  if (!reply.ok) return reply.problem;
  const before = store.get().lastAttempt;
  await readLists(tools);
  if (store.get().lastAttempt?.disposition !== before?.disposition) store.set({ last: null });
  return null;
}
