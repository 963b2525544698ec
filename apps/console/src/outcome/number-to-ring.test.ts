// A household with two numbers: which of them is rung, and why.

import type { CaseOnDesk } from "@fieldline/protocol";
import { expect, it } from "vitest";
import { closedAs, numberSaid, numberToRing, whyNumber } from "./number-to-ring.ts";

type Held = Pick<CaseOnDesk, "numbers" | "attempts" | "reasons">;
const number = (id: string, more: object = {}) =>
  ({ id, display: `0221 4710 ${id}`, closed: false, next: false, ...more }) as Held["numbers"][number];
const rung = (numberId: string, disposition: string) =>
  ({ numberId, disposition }) as Held["attempts"][number];
const household = (held: Partial<Held>): Held => ({ numbers: [], attempts: [], reasons: [], ...held });

const home = number("301");
const mobile = number("302", { next: true });

it("the number the rules propose is rung, unless the interviewer has chosen the other", () => {
  const held = household({ numbers: [home, mobile] });
  expect(numberToRing(held, null)?.id).toBe("302");
  expect(numberToRing(held, "301")?.id).toBe("301");
});

it("a closed number is not rung, but who rings us from it is answered on it", () => {
  const numbers = [number("301", { closed: true }), mobile];
  expect(numberToRing(household({ numbers }), "301")?.id).toBe("302");
  expect(numberToRing(household({ numbers, reasons: [{ code: "inbound" }] }), "301")?.id).toBe("301");
  expect(numberToRing(household({ numbers: [number("301", { closed: true })] }), null)).toBeUndefined();
});

it("without a proposal the first open one is rung, and nothing is said of why", () => {
  const held = household({ numbers: [home, number("302")] });
  expect([numberToRing(held, null)?.id, whyNumber(held)]).toEqual(["301", null]);
});

it("says why: never rung, another than last time, the same again, or the last one closed", () => {
  const numbers = [home, mobile];
  const closed = [number("301", { closed: true }), mobile];
  expect(whyNumber(household({ numbers: [number("301", { next: true }), number("302")] }))).toBeNull();
  expect(whyNumber(household({ numbers, attempts: [rung("301", "noAnswer")] }))).toBe("other");
  expect(whyNumber(household({ numbers, attempts: [rung("302", "busy")] }))).toBe("same");
  expect(whyNumber(household({ numbers: closed, attempts: [rung("301", "faxOrData")] }))).toBe("otherClosed");
  expect(whyNumber(household({ numbers: [mobile] }))).toBeNull();
});

it("a closed number has the outcome that closed it, where it was one of this case", () => {
  const held = household({
    attempts: [rung("301", "noAnswer"), rung("301", "faxOrData"), rung("302", "busy")],
  });
  expect([closedAs(held, "301"), closedAs(held, "302"), closedAs(held, "303")]).toEqual([
    "faxOrData",
    null,
    null,
  ]);
});

it("the number a caller names is found however they begin it", () => {
  const numbers = [home, mobile];
  expect(numberSaid(numbers, "+49 (221) 4710-302")).toBe("302");
  expect(numberSaid(numbers, "02214710301")).toBe("301");
  expect(numberSaid(numbers, "0221 4710 303")).toBeNull();
});
