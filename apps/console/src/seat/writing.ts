// What the desk writes about a household: notes, whom to ask for; and an interview taken back. All of it by the outbox.

import type { AddNoteReply } from "@fieldline/protocol";
import { readDesk } from "./desk.ts";
import { nameCommand, sendOrKeep } from "./send-or-keep.ts";
import { fieldNowOf, type Tools } from "./tools.ts";

/** Tells whether the note is kept: by the server, or here until the server has it. */
export async function addNote(tools: Tools, text: string): Promise<boolean> {
  const { store, newId } = tools;
  const { case: held, me } = store.get();
  if (!held) return false;
  const body = { commandId: newId(), fence: held.fence, text };
  const command = { route: "addNote", at: { case: held.id }, body } as const;
  const kept = await sendOrKeep<AddNoteReply>(tools, "note", held, command);
  const now = store.get().case;
  if (!kept || now?.id !== held.id) return false;
  const here = { id: body.commandId, at: new Date(fieldNowOf(tools)).toISOString() };
  const note = { ...(kept.value ?? here), by: me?.displayName ?? "", text };
  store.set({ case: { ...now, notes: [...now.notes, note] } });
  return true;
}

/** Whom to ask for from now on; tells whether it is kept. */
export async function nameContact(tools: Tools, name: string): Promise<boolean> {
  const { store } = tools;
  const { case: held } = store.get();
  if (!held) return false;
  const kept = await sendOrKeep(tools, "name", held, nameCommand(tools, held, name));
  const now = store.get().case;
  if (!kept || now?.id !== held.id) return false;
  store.set({ case: { ...now, askFor: name } });
  return true;
}

/** The respondent takes the interview back: nothing they said stays, and the desk is read again. */
export async function withdraw(tools: Tools, code: string): Promise<void> {
  const { store, newId } = tools;
  const { case: held } = store.get();
  if (!held) return;
  const command = { route: "withdrawInterview", at: {}, body: { commandId: newId(), code } } as const;
  const sent = await sendOrKeep(tools, "withdraw", held, command);
  if (!sent) return;
  const gone = {
    caseState: "closed",
    dueAt: null,
    finalCode: null,
    numberClosed: false,
    appointment: null,
  } as const;
  store.set({
    screen: "desk",
    case: null,
    call: null,
    interview: null,
    last: { disposition: "withdrawn", reply: gone, timeZone: held.timeZone },
  });
  if (sent.value === null) void sent.later.then(() => readDesk(tools));
  else await readDesk(tools);
}
