// A household rings Mette back: its case opens with the number it names, and the talk begins without a dial.

import { fail, ok } from "@fieldline/kernel";
import type { CaseOnDesk } from "@fieldline/protocol";
import { expect, it, vi } from "vitest";
import { answerCall, searchInbound, takeInbound } from "./inbound.ts";
import { emptySeat, type SeatState } from "./seat-state.ts";
import { createStore } from "./store.ts";
import type { Tools } from "./tools.ts";

const numbers = [
  { id: "home", display: "22 33 44 01", closed: false, next: true },
  { id: "mobile", display: "22 33 44 02", closed: true, next: false },
];
const held = {
  id: "aarhus",
  fence: 3,
  languages: ["da"],
  release: "r1",
  interviewId: null,
  numbers,
  reasons: [{ code: "inbound" }],
} as unknown as CaseOnDesk;

function desk(reachable = true) {
  const answers = <Value>(value: Value) =>
    vi.fn(async () => (reachable ? ok(value) : fail("client.offline")));
  const client = {
    searchInbound: answers({ cases: [] }),
    takeInbound: answers({ case: held }),
    answerCall: answers({ id: "attempt", line: { driver: "inbound", events: [] }, release: "r1" }),
    readRelease: async () => fail("client.offline"),
    freeSlots: async () => fail("client.offline"),
  };
  const store = createStore<SeatState>({ ...emptySeat, waveId: "spring" });
  const tools = { store, client, now: () => 5_000, pause: () => new Promise(() => {}) } as unknown as Tools;
  return { store, client, tools };
}

it("is looked for in the wave of the desk", async () => {
  const { client, tools } = desk();
  await searchInbound(tools, "22 33 44 02");
  expect(client.searchInbound).toHaveBeenCalledExactlyOnceWith("spring", "22 33 44 02");
});

it("comes with the number they named, though it may not be rung, and that number is kept nowhere as it was said", async () => {
  const { store, tools } = desk();
  await takeInbound(tools, "aarhus", "+45 2233 4402");
  expect(store.get()).toMatchObject({
    screen: "call",
    numberId: "mobile",
    interviewLanguage: "da",
    call: null,
  });
  expect(JSON.stringify(store.get())).not.toContain("2233 4402");
});

it("is answered without a dial: somebody is there from the first second, once", async () => {
  const { store, client, tools } = desk();
  await takeInbound(tools, "aarhus", "22334401");
  await answerCall(tools, "home");
  await answerCall(tools, "home");
  expect(client.answerCall).toHaveBeenCalledExactlyOnceWith(store.get().case, "home");
  expect(store.get().call).toMatchObject({ attemptId: "attempt", line: "answered", startedAt: 5_000 });
});

it("stays where it was without network", async () => {
  const { store, tools } = desk(false);
  await takeInbound(tools, "aarhus", "22334401");
  expect(store.get()).toMatchObject({ case: null, screen: "desk", problem: { code: "client.offline" } });
});
