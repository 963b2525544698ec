// What the desk writes about a household: notes, whom to ask for; and an interview taken back.

import { ok } from "@fieldline/kernel";
import { readDesk } from "./desk.ts";
import { forgetInterview } from "./remembered.ts";
import { carryOut, type Tools } from "./tools.ts";

/** Tells whether the note is kept. */
export async function addNote(tools: Tools, text: string): Promise<boolean> {
  const { store, client } = tools;
  const { case: held, me } = store.get();
  if (!held) return false;
  const kept = await carryOut(tools, "note", () => client.addNote(held, text));
  const now = store.get().case;
  if (!kept || now?.id !== held.id) return false;
  const note = { ...kept.value, by: me?.displayName ?? "", text };
  store.set({ case: { ...now, notes: [...now.notes, note] } });
  return true;
}

/** Whom to ask for from now on; tells whether it is kept. */
export async function nameContact(tools: Tools, name: string): Promise<boolean> {
  const { store, client } = tools;
  const { case: held } = store.get();
  if (!held) return false;
  const kept = await carryOut(tools, "name", () => client.nameContact(held, name));
  const now = store.get().case;
  if (!kept || now?.id !== held.id) return false;
  store.set({ case: { ...now, askFor: name } });
  return true;
}

/** The respondent takes the interview back: nothing they said stays, and the desk is read again. */
export async function withdraw(tools: Tools, code: string): Promise<void> {
  const { store, client } = tools;
  const { interview } = store.get();
  const done = await carryOut(tools, "withdraw", async () => {
    await interview?.queue.drained();
    const taken = await client.withdrawInterview(code);
    return taken.ok ? ok(true) : taken;
  });
  if (!done) return;
  forgetInterview();
  const gone = {
    caseState: "closed",
    dueAt: null,
    finalCode: null,
    numberClosed: false,
    appointment: null,
  } as const;
  store.set({
    call: null,
    interview: null,
    last: { disposition: "withdrawn", reply: gone, timeZone: store.get().case?.timeZone ?? "UTC" },
  });
  await readDesk(tools);
}
