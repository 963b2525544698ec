// Coming to the desk and leaving it.

import { isSignedOut } from "@fieldline/client";
import type { SignIn } from "@fieldline/protocol";
import { readDesk, readWaves } from "./desk.ts";
import { forgetReleases } from "./releases.ts";
import { keptHere, restoreDesk } from "./reload.ts";
import { forgetInterview } from "./remembered.ts";
import { emptySeat } from "./seat-state.ts";
import type { Tools } from "./tools.ts";

/** First thing on the page: a session that is still good leads straight back to where its user was. */
export async function arrive(tools: Tools): Promise<void> {
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
  const { me, sessionLost: lost } = store.get();
  if (lost && me?.id === reply.value.id) {
    store.set({ me: reply.value, sessionLost: false });
    outbox.hurry();
    return null;
  }
  store.set({ ...emptySeat, me: reply.value });
  await takeSeat(tools);
  return null;
}

const drainMs = 5_000;

/** Waits for what is still to be sent; where that takes too long, says first what would stay here. */
export async function signOut(tools: Tools): Promise<void> {
  const { store, outbox, pause, me } = { ...tools, me: tools.store.get().me };
  if (me?.roles.includes("interviewer") && outbox.isOpen()) {
    outbox.hurry();
    await Promise.race([outbox.current().drained(), pause(drainMs)]);
    const { waiting, unkept } = outbox.state.get();
    if (waiting + unkept > 0) {
      store.set({ staying: waiting + unkept });
      return;
    }
  }
  await signOutNow(tools);
}

/** Nothing personal stays but what has still to be sent, and that goes only when the same person signs in again. */
export async function signOutNow({ store, client, outbox, deskLock }: Tools): Promise<void> {
  const reply = await client.signOut();
  if (!reply.ok && !isSignedOut(reply.problem)) {
    store.set({ problem: reply.problem, staying: null });
    return;
  }
  forgetInterview();
  await forgetReleases();
  store.set({ ...emptySeat, phase: "signedOut" });
  if (outbox.isOpen()) await outbox.current().forget();
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
    if (!(await tools.deskLock.take("ifFree"))) {
      tools.store.set({ phase: "elsewhere" });
      void takeOver(tools, "wait");
      return;
    }
    await sitDown(tools);
    return;
  }
  tools.store.set({ phase: "signedIn" });
}

async function sitDown(tools: Tools): Promise<void> {
  void navigator.storage?.persist?.().catch(() => false);
  await readWaves(tools);
  await readDesk(tools);
  tools.store.set({ phase: "signedIn" });
}

/** Makes this tab the desk: at once, or when the other one is closed. */
export async function takeOver(tools: Tools, how: "wait" | "steal"): Promise<void> {
  if (!(await tools.deskLock.take(how))) return;
  const who = await tools.client.whoAmI();
  if (who.ok) await sitDown(tools);
  else if (!(await restoreDesk(tools))) tools.store.set({ phase: "unreachable", problem: who.problem });
}

/** A page loaded without network: the desk as this browser keeps it, where no other tab has it. */
async function comeBackOffline(tools: Tools): Promise<boolean> {
  const kept = await keptHere();
  if (!kept) return false;
  if (await tools.deskLock.take("ifFree")) return restoreDesk(tools);
  tools.store.set({ me: kept.desk.state.me, phase: "elsewhere" });
  void takeOver(tools, "wait");
  return true;
}

/** Another tab is the desk now; what was entered here is kept, and it goes on there. */
export function loseSeat({ store }: Tools): void {
  const { me, interview } = store.get();
  interview?.stop();
  store.set({ ...emptySeat, me, phase: "elsewhere" });
}
