// A clock that differs from the database's: unnoticed, said, refused.

import { expect, test } from "vitest";
import { checkSkew, clockSkew, skewWarning } from "./clock-skew.ts";

/** A database at noon, asked by a clock that says other times before and after. */
const measured = async (before: number, after = before) => {
  const times = [before, after, after];
  const client = { query: async () => ({ rows: [{ at: "1000000" }] }) } as never;
  return clockSkew(client, () => times.shift() ?? after);
};

test("it is measured between asking and hearing, and what asking took is no difference", async () => {
  expect(await measured(1_005_000)).toBe(5_000);
  expect(await measured(990_000)).toBe(-10_000);
  expect(await measured(999_000, 1_003_000)).toBe(0);
});

test("two seconds are said, thirty are too many", () => {
  expect([skewWarning(1_999), checkSkew(-1_999)]).toEqual([null, null]);
  expect(checkSkew(-5_000)).toBe(
    "The clock of this machine is 5 seconds behind the database's; set both by the same time server.",
  );
  expect(() => checkSkew(31_000)).toThrow(
    "The clock of this machine is 31 seconds ahead of the database's, so leases",
  );
});
