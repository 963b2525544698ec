// What the desk does once the line stands again.

import { isSignedOut } from "@fieldline/client";
import { catchUp, readWaves } from "./desk.ts";
import { endSession, loseSession } from "./session.ts";
import type { Tools } from "./tools.ts";

/** The line stands again: is the session still good, and what has changed meanwhile? Returns what ends it. */
export function watchLine(tools: Tools): () => void {
  const { client, outbox, store } = tools;
  let down = false;
  const look = async (): Promise<void> => {
    const { since } = outbox.state.get();
    const back = down && since === null;
    down = since !== null;
    if (!back || store.get().phase !== "signedIn") return;
    const who = await client.whoAmI();
    if (!who.ok && isSignedOut(who.problem)) return loseSession(tools);
    await readWaves(tools);
    await catchUp(tools);
  };
  const online = (): void => {
    outbox.hurry();
    void endSession(tools);
  };
  window.addEventListener("online", online);
  const unsubscribe = outbox.state.subscribe(() => void look());
  return () => {
    window.removeEventListener("online", online);
    unsubscribe();
  };
}
