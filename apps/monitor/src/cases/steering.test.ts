// What a supervisor is offered to do with a case.

import { expect, it } from "vitest";
import { offered } from "./steering.ts";

const open = { state: "open", lease: null, next: "retry", held: null, finalDisposition: null } as const;
const lease = { holder: "Mette", since: "", until: "", connected: false };

it("steers what waits, takes off a desk what lies there, and opens again only what a supervisor closed", () => {
  expect(offered(open)).toEqual(["pin", "hold", "close"]);
  expect(offered({ ...open, next: "pinned" })).toEqual(["pin", "unpin", "hold", "close"]);
  expect(offered({ ...open, lease })).toEqual(["recall"]);
  expect(offered({ ...open, held: "checkNumber" })).toEqual(["pin", "letGo", "close"]);
  expect(offered({ ...open, held: "noNumber" })).toEqual(["close"]);
  const closed = { ...open, state: "closed", next: null } as const;
  expect(offered({ ...closed, finalDisposition: "hardRefusal" })).toEqual([]);
  expect(offered({ ...closed, finalDisposition: "closedBySupervisor" })).toEqual(["reopen"]);
});
