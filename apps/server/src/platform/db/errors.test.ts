// Which failures of the database are worth another try, now or later.

import { expect, test } from "vitest";
import { again, isDatabaseAway, violatedConstraint } from "./errors.ts";

const withCode = (code: string) => Object.assign(new Error("x"), { code });
const fromPrisma = (originalCode: string) =>
  Object.assign(new Error("x"), { code: "P2010", meta: { driverAdapterError: { cause: { originalCode } } } });

test.each([withCode("40P01"), withCode("40001"), withCode("P2034"), fromPrisma("40P01")])(
  "a clash is tried again: %o",
  async (clash) => {
    let tries = 0;
    const value = await again(async () => {
      tries += 1;
      if (tries < 3) throw clash;
      return "done";
    });
    expect([value, tries]).toEqual(["done", 3]);
  },
);

test("a clash that does not end is given up, and any other failure at once", async () => {
  let tries = 0;
  const failing = (code: string) => () => {
    tries += 1;
    return Promise.reject(withCode(code));
  };
  await expect(again(failing("40001"))).rejects.toThrow();
  expect(tries).toBe(4);
  await expect(again(failing("23505"))).rejects.toThrow();
  expect(tries).toBe(5);
});

test.each([
  withCode("ECONNREFUSED"),
  withCode("57P01"),
  withCode("08006"),
  withCode("53300"),
  withCode("P1001"),
  withCode("P2028"),
  fromPrisma("57P03"),
  new Error("Connection terminated unexpectedly"),
  new Error("outer", { cause: withCode("ECONNRESET") }),
])("the database is away: %s", (error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([withCode("23505"), withCode("42501"), fromPrisma("22P02"), new Error("a defect"), null, "text"])(
  "the database is not away: %s",
  (error) => {
    expect(isDatabaseAway(error)).toBe(false);
  },
);

test("a violated constraint is known by its name", () => {
  const error = new Error('duplicate key value violates unique constraint "lease_case_open_key"');
  expect(violatedConstraint(error)).toBe("lease_case_open_key");
  expect(violatedConstraint(new Error("another"))).toBeNull();
});
