// Coming to the desk and leaving it.

import type { SignIn } from "@fieldline/protocol";
import { readDesk, readWaves } from "./desk.ts";
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
  const signedOut = who.problem.code === "session.missing";
  tools.store.set({
    phase: signedOut ? "signedOut" : "unreachable",
    problem: signedOut ? null : who.problem,
  });
}

/** Returns the problem to show at the form, `null` when signed in. */
export async function signIn(tools: Tools, entered: SignIn) {
  const { store, client } = tools;
  const reply = await client.signIn(entered);
  if (!reply.ok) return reply.problem;
  const { me, sessionLost: lost, interview } = store.get();
  if (lost && me?.id === reply.value.id) {
    store.set({ me: reply.value, sessionLost: false });
    interview?.queue.hurry();
    return null;
  }
  store.set({ ...emptySeat, me: reply.value });
  await takeSeat(tools);
  return null;
}

export async function signOut({ store, client }: Tools): Promise<void> {
  const reply = await client.signOut();
  if (!reply.ok && reply.problem.code !== "session.missing") {
    store.set({ problem: reply.problem });
    return;
  }
  forgetInterview();
  store.set({ ...emptySeat, phase: "signedOut" });
}

/** The session is gone: what is on the page stays, and waits until its user has signed in again. */
export function loseSession({ store }: Tools): void {
  if (store.get().phase === "signedIn") store.set({ sessionLost: true, doing: null });
}

/** Only interviewers have a desk; others are shown the way to their own first screen. */
async function takeSeat(tools: Tools): Promise<void> {
  if (tools.store.get().me?.roles.includes("interviewer")) {
    await readWaves(tools);
    await readDesk(tools);
  }
  tools.store.set({ phase: "signedIn" });
}
