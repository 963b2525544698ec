// News over a line that loses, doubles and reorders: a page holds what the server said, or asks for everything.

import type { NewsMessage } from "@fieldline/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hear, type Reading, withRow } from "./held.ts";

const frame = {
  stream: "board" as const,
  waveId: "wave",
  countries: ["DK"],
  asOf: "2008-04-16T15:00:00Z",
};
type Rows = Record<string, { id: string; [key: string]: unknown }[]>;
const snapshot = (upTo: number, rows: Rows): NewsMessage => ({ ...frame, kind: "snapshot", upTo, rows });
const delta = (after: number, upTo: number, rows: Rows = {}, gone: Record<string, string[]> = {}) =>
  ({ ...frame, kind: "delta", after, upTo, rows, gone }) satisfies NewsMessage;
const cell = (id: string, completed: number) => ({ id, completed });

const start: Reading<"board"> = { held: null, awaits: "everything" };

function after(...messages: NewsMessage[]) {
  let reading = start;
  let last = "";
  for (const message of messages) {
    const heard = hear("board", reading, message);
    last = heard.kind;
    if (heard.kind === "taken") reading = heard.reading;
  }
  const cells = [...(reading.held?.rows.cells.values() ?? [])];
  return { reading, last, upTo: reading.held?.upTo, cells };
}

describe("a page that hears of the cells of Denmark", () => {
  const first = snapshot(7, { cells: [cell("DK/sex/M", 1), cell("DK/sex/F", 2)] });

  it("has nothing before the first snapshot, whatever else comes", () => {
    expect(after(delta(6, 7, { cells: [cell("DK/sex/M", 1)] })).reading).toEqual(start);
  });

  it("takes a change that begins where it has come to, the row whole and in its old place", () => {
    const told = after(first, delta(7, 9, { cells: [cell("DK/sex/M", 3)] }));
    expect(told).toMatchObject({ upTo: 9, cells: [cell("DK/sex/M", 3), cell("DK/sex/F", 2)] });
  });

  it("takes a row out that has gone", () => {
    expect(after(first, delta(7, 8, {}, { cells: ["DK/sex/M"] })).cells).toEqual([cell("DK/sex/F", 2)]);
  });

  it("is told by an empty delta that nothing changed, and keeps its tables as they are", () => {
    const before = after(first).reading.held?.rows;
    const told = after(first);
    const heard = hear("board", told.reading, delta(7, 7));
    expect(heard).toMatchObject({ kind: "taken", reading: { held: { upTo: 7 } } });
    expect(heard.kind === "taken" && heard.reading.held?.rows.cells).toBe(told.reading.held?.rows.cells);
    expect(before?.plan.size).toBe(0);
  });

  it("does not take a change that begins elsewhere, be it later or earlier", () => {
    expect(after(first, delta(8, 9, { cells: [cell("DK/sex/M", 9)] }))).toMatchObject({
      last: "gap",
      upTo: 7,
    });
    expect(after(first, delta(5, 7, { cells: [cell("DK/sex/M", 0)] }))).toMatchObject({
      last: "gap",
      upTo: 7,
    });
  });

  it("does not go back to an old snapshot that nobody asked for", () => {
    const told = after(first, delta(7, 9, { cells: [cell("DK/sex/M", 3)] }), first);
    expect(told).toMatchObject({ last: "ignored", upTo: 9 });
  });

  it("after a server was set back takes the snapshot it asked for, though its stamps are lower", () => {
    const reading = { ...after(snapshot(90, {})).reading, awaits: "changes" as const };
    expect(hear("board", reading, first)).toMatchObject({ kind: "taken", reading: { held: { upTo: 7 } } });
  });

  it("shows a changed cell as the command answered it, and stays where it was in the news", () => {
    const { held } = after(first).reading;
    if (!held) return expect.fail("no snapshot was taken");
    const shown = withRow("board", held, "cells", { ...cell("DK/sex/F", 2), target: 7 } as never);
    expect(shown.rows.cells.get("DK/sex/F")).toMatchObject({ target: 7 });
    expect(shown.upTo).toBe(7);
  });
});

interface Change {
  readonly id: string;
  /** `null`: the row goes. */
  readonly completed: number | null;
}

/** A table of the server after each stamp, and what it sends of it. */
function serverOf(changes: readonly Change[]) {
  const at = (upTo: number): Map<string, number> => {
    const table = new Map<string, number>();
    for (const { id, completed } of changes.slice(0, upTo))
      completed === null ? table.delete(id) : table.set(id, completed);
    return table;
  };
  const everything = (upTo: number): NewsMessage =>
    snapshot(upTo, { cells: [...at(upTo)].map(([id, count]) => cell(id, count)) });
  const since = (from: number, upTo: number): NewsMessage => {
    const table = at(upTo);
    const ids = [...new Set(changes.slice(from, upTo).map(({ id }) => id))];
    const cells = ids.flatMap((id) => (table.has(id) ? [cell(id, table.get(id) ?? 0)] : []));
    return delta(from, upTo, { cells }, { cells: ids.filter((id) => !table.has(id)) });
  };
  return { at, everything, since };
}

/** A page that checks after each message that it holds what the server's table was. */
function pageOf({ at }: ReturnType<typeof serverOf>) {
  let reading = start;
  let gaps = 0;
  return {
    reading: () => reading,
    gaps: () => gaps,
    hears(message: NewsMessage): void {
      const heard = hear("board", reading, message);
      if (heard.kind === "taken") reading = heard.reading;
      if (heard.kind === "gap") {
        gaps++;
        reading = { ...reading, awaits: "everything" };
      }
      if (!reading.held) return;
      const shown = [...reading.held.rows.cells].map(([id, { completed }]) => [id, completed]);
      expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(at(reading.held.upTo)));
    },
  };
}

const history = fc.array(
  fc.record({ id: fc.constantFrom("a", "b", "c"), completed: fc.option(fc.nat(9), { nil: null }) }),
  { minLength: 1, maxLength: 20 },
);
const line = fc.array(
  fc.record({
    steps: fc.integer({ min: 0, max: 3 }),
    fate: fc.constantFrom("comes", "lost", "twice", "late"),
  }),
  { maxLength: 40 },
);

it("never holds what the server did not say, whatever is lost, doubled or comes late", () => {
  fc.assert(
    fc.property(history, line, (changes, sent) => {
      const server = serverOf(changes);
      const page = pageOf(server);
      const late: NewsMessage[] = [];
      let position = 0;
      const isAnswered = (): void => {
        if (page.reading().awaits) page.hears(server.everything(position));
      };
      isAnswered();
      for (const { steps, fate } of sent) {
        const next = Math.min(changes.length, position + steps);
        const message = server.since(position, next);
        position = next;
        const coming = { comes: [message, ...late.splice(0)], lost: [], twice: [message, message], late: [] };
        if (fate === "late") late.unshift(message);
        for (const one of coming[fate]) page.hears(one);
        isAnswered();
      }
      page.hears(delta(position, position));
      isAnswered();
      expect(page.reading().held?.upTo).toBe(position);
      if (sent.every(({ fate }) => fate === "comes")) expect(page.gaps()).toBe(0);
    }),
    { numRuns: 500 },
  );
});
