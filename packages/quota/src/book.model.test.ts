// Any field that can happen, against a slow recount: caps hold, counters are right, nothing stays stuck.

import { instant } from "@fieldline/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expire } from "./free.ts";
import { commands, newField } from "./testing/commands.ts";

const longAfter = instant(1e12);

test("whatever desks and supervisors do, counts equal a recount and no cap is passed", () => {
  let finished = 0;
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 120, size: "max" }), (done) => {
      const field = newField();
      fc.modelRun(() => field, done);
      finished += field.real.book.finished.size;
      const { book } = expire(field.real.book, longAfter);
      expect(book.reserved.size).toBe(0);
      expect([...book.cells.values()].filter(({ reserved }) => reserved !== 0)).toEqual([]);
    }),
    { numRuns: 120 },
  );
  expect(finished).toBeGreaterThan(120);
});
