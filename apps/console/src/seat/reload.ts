// A page loaded without network: the desk as this browser keeps it.

import { keptDesk } from "@fieldline/client";
import { ok } from "@fieldline/kernel";
import { openFrom } from "./interviewing.ts";
import { isKeptDesk, type KeptDesk } from "./kept-desk.ts";
import { playLine } from "./play-line.ts";
import { rememberFieldAhead, type Tools } from "./tools.ts";

export async function keptHere(): Promise<{ readonly user: string; readonly desk: KeptDesk } | null> {
  const found = await keptDesk();
  return found && isKeptDesk(found.desk) ? { user: found.user, desk: found.desk } : null;
}

/** Tells whether a desk was kept here; then it is back on the screen, at the same question. */
export async function restoreDesk(tools: Tools): Promise<boolean> {
  const { store, outbox } = tools;
  const found = await keptHere();
  if (!found) return false;
  const { state, log, fieldAhead } = found.desk;
  await outbox.open(found.user);
  if (state.waveId) rememberFieldAhead(state.waveId, fieldAhead);
  store.set({ ...state, interview: null, doing: null, problem: null });
  if (state.call) playLine(tools, state.call);
  const opened = log ? await openFrom(tools, ok(log)) : null;
  if (opened && !opened.ok) return false;
  store.set({ interview: opened?.value ?? null, phase: "signedIn" });
  return true;
}
