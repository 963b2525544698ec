// A page loaded without network: the desk as this browser keeps it.

import { keptDesk } from "@fieldline/client";
import { isClosing } from "./desk.ts";
import { openKept } from "./interviewing.ts";
import { isKeptDesk, type KeptDesk } from "./kept-desk.ts";
import { playLine } from "./play-line.ts";
import { rememberFieldAhead, type Tools } from "./tools.ts";

/** As long as a session lives without a sign of its user; afterwards the desk is shown to nobody. */
const longestAway = 12 * 60 * 60_000;

interface KeptHere {
  readonly user: string;
  readonly desk: KeptDesk;
}

export async function keptHere({ now }: Tools): Promise<KeptHere | null> {
  const found = await keptDesk();
  if (!found || !isKeptDesk(found.desk) || now() - found.desk.keptAt > longestAway) return null;
  return { user: found.user, desk: found.desk };
}

/** Tells whether a desk was kept here; then it is back on the screen, at the same question. */
export async function restoreDesk(tools: Tools): Promise<boolean> {
  const { store, outbox, deskLock } = tools;
  const found = await keptHere(tools);
  if (!found) return false;
  const { state, log, fieldAhead } = found.desk;
  await outbox.open(found.user);
  if (state.waveId) rememberFieldAhead(state.waveId, fieldAhead);
  await outbox.current().lead();
  store.set({ ...state, interview: null, doing: null, problem: null });
  if (state.call && (await isClosing(tools, state.call.attemptId))) {
    store.set({ call: null, case: null, screen: "desk", phase: "signedIn" });
    return true;
  }
  if (state.call) playLine(tools, state.call);
  const opened = log ? await openKept(tools, log) : null;
  if (opened && !opened.ok) return false;
  if (!deskLock.isHeld()) return true;
  store.set({ interview: opened?.value ?? null, phase: "signedIn" });
  return true;
}
