// Coming to the desk and leaving it.

import { isSignedOut } from "@fieldline/client";
import type { SignIn } from "@fieldline/protocol";
import { readDesk, readWaves } from "./desk.ts";
import { forgetLogs } from "./interviewing.ts";
import { isLeaving, rememberLeaving } from "./leaving.ts";
import { forgetReleases } from "./releases.ts";
import { keptHere, restoreDesk } from "./reload.ts";
import { emptySeat } from "./seat-state.ts";
import { forgetSlots } from "./slots.ts";
import type { Tools } from "./tools.ts";

/** First thing on the page: a session that is still good leads straight back to where its user was. */
export async function arrive(tools: Tools): Promise<void> {
  if (isLeaving()) {
    await endSession(tools);
    tools.store.set({ phase: "signedOut" });
    return;
  }
  const who = await tools.client.whoAmI();
  if (who.ok) {
    tools.store.set({ me: who.value });
    await takeSeat(tools);
    return;
  }
  const signedOut = isSignedOut(who.problem);
  if (!signedOut && (await comeBackOffline(tools))) return;
  tools.store.set({
    phase: signedOut ? "signedOut" : "unreachable",
    problem: signedOut ? null : who.problem,
  });
}

/** Returns the problem to show at the form, `null` when signed in. */
export async function signIn(tools: Tools, entered: SignIn) {
  const { store, client, outbox } = tools;
  const reply = await client.signIn(entered);
  if (!reply.ok) return reply.problem;
  rememberLeaving(false);
  const { me, sessionLost: lost, interview } = store.get();
  if (lost && me?.id === reply.value.id) {
    store.set({ me: reply.value, sessionLost: false });
    outbox.hurry();
    return null;
  }
  interview?.stop();
  await forgetRead();
  store.set({ ...emptySeat, me: reply.value });
  await takeSeat(tools);
  return null;
}

const drainMs = 5_000;

/** Waits for what is still to be sent; where that takes too long, says first what would stay here. */
export async function signOut(tools: Tools): Promise<void> {
  const { store, outbox, pause } = tools;
  if (outbox.isOpen()) {
    outbox.hurry();
    store.set({ doing: "signOut" });
    await Promise.race([outbox.current().drained(), pause(drainMs)]);
    store.set({ doing: null });
    const { waiting, unkept } = outbox.state.get();
    if (waiting + unkept > 0) {
      store.set({ staying: true });
      return;
    }
  }
  await signOutNow(tools);
}

/** What this page has read for whoever sat here. */
async function forgetRead(): Promise<void> {
  forgetLogs();
  forgetSlots();
  await forgetReleases();
}

/** Nothing personal stays but what has still to be sent, and that goes only when the same person signs in again. */
export async function signOutNow(tools: Tools): Promise<void> {
  const { outbox } = tools;
  rememberLeaving(true);
  const left = outbox.isOpen() ? outbox.current() : null;
  leaveSeat(tools);
  await forgetRead();
  await left?.forget();
  await endSession(tools);
}

/** Without network the session ends as soon as the server can be told; until then nobody is let in by it. */
export async function endSession({ client }: Tools): Promise<void> {
  if (!isLeaving()) return;
  const reply = await client.signOut();
  if (reply.ok || isSignedOut(reply.problem)) rememberLeaving(false);
}

/** Nobody sits at this tab any more. */
function leaveSeat({ store, outbox, deskLock }: Tools): void {
  store.set({ ...emptySeat, phase: "signedOut" });
  outbox.close();
  deskLock.leave();
}

/** The session is gone: what is on the page stays, and waits until its user has signed in again. */
export function loseSession({ store }: Tools): void {
  if (store.get().phase === "signedIn") store.set({ sessionLost: true, doing: null });
}

/** Only interviewers have a desk; others are shown the way to their own first screen. */
async function takeSeat(tools: Tools): Promise<void> {
  const { me } = tools.store.get();
  if (me?.roles.includes("interviewer")) {
    await tools.outbox.open(me.id);
    if (await tools.deskLock.take("ifFree")) await sitDown(tools);
    else standBy(tools);
    return;
  }
  tools.store.set({ phase: "signedIn" });
}

async function sitDown(tools: Tools): Promise<void> {
  void navigator.storage?.persist?.().catch(() => false);
  await tools.outbox.current().lead();
  await readWaves(tools);
  await readDesk(tools);
  if (tools.deskLock.isHeld()) tools.store.set({ phase: "signedIn" });
}

/** Another tab is the desk; when that is closed, this one is. */
function standBy(tools: Tools): void {
  const { me } = tools.store.get();
  tools.store.set({ ...emptySeat, me, phase: "elsewhere" });
  void takeOver(tools, "wait");
}

/** Makes this tab the desk: at once, or when the other one is closed. */
export async function takeOver(tools: Tools, how: "wait" | "steal"): Promise<void> {
  const { store, client, outbox, deskLock } = tools;
  if (!(await deskLock.take(how))) return;
  store.set({ phase: "starting" });
  const who = await client.whoAmI();
  if (!deskLock.isHeld()) return;
  if (who.ok) {
    store.set({ me: who.value });
    await outbox.open(who.value.id);
    return sitDown(tools);
  }
  if (isSignedOut(who.problem)) return leaveSeat(tools);
  if (!(await restoreDesk(tools))) store.set({ phase: "unreachable", problem: who.problem });
}

/** A page loaded without network: the desk as this browser keeps it, where no other tab has it. */
async function comeBackOffline(tools: Tools): Promise<boolean> {
  const kept = await keptHere(tools);
  if (!kept) return false;
  if (await tools.deskLock.take("ifFree")) return restoreDesk(tools);
  tools.store.set({ me: kept.desk.state.me });
  standBy(tools);
  return true;
}

/** Another tab is the desk now; what was entered here is kept, and it goes on there. */
export function loseSeat(tools: Tools): void {
  tools.store.get().interview?.stop();
  standBy(tools);
}
