// R9: what stands can be made again from the journal alone.

import type { Ground } from "../server/ground.ts";
import type { JournalRow } from "../server/rows.ts";
import { must } from "../trace.ts";

export function checkJournal({ store }: Ground): void {
  const latest = new Map<string, JournalRow["after"]>();
  const ended = new Set<unknown>();
  const taken = new Set<unknown>();
  for (const { kind, id, after } of store.journal) {
    latest.set(`${kind} ${id}`, after);
    if (kind === "case") (after["ended"] === undefined ? taken : ended).add(after["lease"]);
  }
  const says = (kind: JournalRow["kind"], id: string, key: string) => latest.get(`${kind} ${id}`)?.[key];
  for (const { id, disposition } of store.attempts.values()) {
    const told = says("attempt", id, "disposition");
    must(told === disposition, "R9", () => `${id} is ${disposition}, the journal says ${told}`);
  }
  for (const { id, doNotCall } of store.numbers.values()) {
    must(
      doNotCall === (says("number", id, "doNotCall") ?? false),
      "R9",
      () => `${id}: the list is not journalled`,
    );
  }
  for (const rows of store.appointments.values()) {
    for (const { id, state } of rows) {
      must(
        says("appointment", id, "state") === state,
        "R9",
        () => `${id} is ${state}, not so in the journal`,
      );
    }
  }
  for (const { id, endedBy } of store.leases) {
    must(taken.has(id), "R9", () => `${id} was taken, not so in the journal`);
    must(
      endedBy === null || endedBy === "outcome" || ended.has(id),
      "R9",
      () => `${id} ${endedBy}, not journalled`,
    );
  }
  for (const { id } of store.interviews.values()) {
    must(latest.has(`interview ${id}`), "R9", () => `${id} was begun, not so in the journal`);
  }
}
