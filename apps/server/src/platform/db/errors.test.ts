// Which failures of the database are worth another try, now or later.

import { expect, test } from "vitest";
import {
  again,
  cannotKeep,
  isDatabaseAway,
  ranOutOfTime,
  violatedConstraint,
  waitedInVain,
} from "./errors.ts";

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
  new Error("Query read timeout"),
  new Error("ConnectionClosed", { cause: { kind: "ConnectionClosed" } }),
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

test.each([withCode("53100"), withCode("25006"), fromPrisma("58030")])(
  "a database that keeps nothing is neither away nor slow: %o",
  (error) => {
    expect([cannotKeep(error), isDatabaseAway(error), ranOutOfTime(error)]).toEqual([true, false, false]);
  },
);

test.each([
  new Error("timeout exceeded when trying to connect"),
  Object.assign(new Error("Unable to start a transaction in the given time."), { code: "P2028" }),
  new Error("outer", { cause: new Error("timeout exceeded when trying to connect") }),
])("no connection was free: %s", (error) => {
  expect(waitedInVain(error)).toBe(true);
});

const expired = Object.assign(
  new Error("A query cannot be executed on an expired transaction. The timeout was 20000 ms."),
  { code: "P2028" },
);

test.each([expired, withCode("57014"), fromPrisma("25P03")])(
  "a transaction that took too long says so, and not that the database is away: %s",
  (error) => {
    expect([ranOutOfTime(error), isDatabaseAway(error)]).toEqual([true, false]);
  },
);

test("waiting in vain for a transaction to begin is no transaction that took too long", () => {
  const never = Object.assign(new Error("Unable to start a transaction in the given time."), {
    code: "P2028",
  });
  expect([ranOutOfTime(never), isDatabaseAway(never)]).toEqual([false, true]);
});

test("a case that another desk opened in the same moment is looked for again", async () => {
  const raced = Object.assign(withCode("23505"), { constraint: "lease_case_open_key" });
  let tries = 0;
  const value = await again(async () => {
    tries += 1;
    if (tries === 1) throw raced;
    return "another case";
  });
  expect([value, tries]).toEqual(["another case", 2]);
});

test("a violated constraint is known by its name, in the driver's words and in Prisma's", () => {
  const driver = { kind: "UniqueConstraintViolation", constraint: { index: "interview_pkey" } };
  const prisma = Object.assign(new Error("x"), {
    code: "P2002",
    meta: { driverAdapterError: { cause: driver } },
  });
  expect(violatedConstraint(prisma)).toBe("interview_pkey");
  const error = new Error('duplicate key value violates unique constraint "lease_case_open_key"');
  expect(violatedConstraint(error)).toBe("lease_case_open_key");
  expect(violatedConstraint(new Error("another"))).toBeNull();
});
