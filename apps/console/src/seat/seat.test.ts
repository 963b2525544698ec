// Mette's desk through a bad line: outcomes kept and heard later, refused at the form or after it, pages reloaded.

import "fake-indexeddb/auto";
import { type Refused, type Reply, stealableLock } from "@fieldline/client";
import { fail, ok } from "@fieldline/kernel";
import type { CaseOnDesk, Me } from "@fieldline/protocol";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { closeCall } from "./closing.ts";
import { catchUp } from "./desk.ts";
import { createDeskOutbox } from "./desk-outbox.ts";
import { keptDeskOf } from "./kept-desk.ts";
import { emptySeat, type SeatState } from "./seat-state.ts";
import { arrive } from "./session.ts";
import { createStore } from "./store.ts";
import type { Tools } from "./tools.ts";

const mette = { id: "mette", displayName: "Mette", roles: ["interviewer"] } as unknown as Me;
const held = {
  id: "aarhus",
  waveId: "spring",
  fence: 3,
  timeZone: "Europe/Copenhagen",
  languages: ["da"],
  release: "r1",
  openAttempt: null,
  interviewId: null,
  askFor: null,
} as unknown as CaseOnDesk;
const script = { driver: "manual" as const, events: [{ atMs: 0, event: "ringing" as const }] };
const call = { attemptId: "first", numberId: "n", startedAt: 0, script, line: "ringing", release: "r1" };
const ringing = { ...held, openAttempt: { id: "first", line: script, numberId: "n", interviewId: null } };
const lists = { figures: null, shift: null, appointments: [], lastAttempt: null };
const closed = { caseState: "open", dueAt: "2008-04-17T15:00:00Z", keepsCase: false };

type Delivered = Parameters<Tools["client"]["deliver"]>[0];

/** The server as a desk meets it: there or not, with one word for outcomes, which may be long in coming. */
const server = {
  reachable: true,
  outcome: ok(closed) as Reply<unknown>,
  /** What it hears before it answers an outcome. */
  waits: Promise.resolve(),
  lies: null as CaseOnDesk | null,
  tried: 0,
  outcomes: [] as unknown[],
  reports: [] as unknown[],
};
const answers = <Value>(value: Value): Reply<Value> =>
  server.reachable ? ok(value) : fail("client.offline");

async function deliver(parcel: Delivered): Promise<Reply<unknown>> {
  server.tried++;
  if (!server.reachable) return fail("client.offline");
  if (parcel.kind !== "command" || parcel.entry.route !== "closeAttempt") {
    server.reports.push(parcel);
    return ok({});
  }
  server.outcomes.push(parcel.entry.body["disposition"]);
  await server.waits;
  return server.outcome;
}
const client = {
  deliver,
  whoAmI: async () => answers(mette),
  listWaves: async () => answers({ waves: [] }),
  readDesk: async () => answers({ ...lists, case: server.lies }),
  readRelease: async () => fail("client.offline"),
} as unknown as Tools["client"];

const never = new Promise<never>(() => {});
const ends: (() => void)[] = [];
let clock = 0;

/** A page of Mette's browser; forms give up waiting, and the outbox tries again, when the test says so. */
function page() {
  const store = createStore<SeatState>(emptySeat);
  let giveUp = (): void => {};
  const clocks = { now: () => clock, newId: () => crypto.randomUUID() };
  const desk = () => (store.get().phase === "signedIn" ? keptDeskOf(store.get(), 0, clock) : undefined);
  const outbox = createDeskOutbox({ ...clocks, client, desk, onSeatTaken: () => {}, pause: () => never });
  const deskLock = stealableLock("fieldline.desk", () => {});
  const pause = (ms: number) => (ms === 0 ? Promise.resolve() : new Promise<void>((done) => (giveUp = done)));
  const tools: Tools = { ...clocks, store, client, outbox, deskLock, pause };
  const goes = () => {
    outbox.close();
    deskLock.leave();
  };
  ends.push(goes);
  return {
    ...{ tools, goes },
    closes: (disposition: string) => closeCall(tools, disposition),
    formGivesUp: () => giveUp(),
    shows: () => {
      const { phase, screen, problem, last, ...on } = store.get();
      return { phase, screen, case: on.case?.id, call: on.call?.attemptId, problem: problem?.code, last };
    },
    waiting: () => outbox.state.get().waiting,
    aside: () => outbox.state.get().aside.map(({ problem }) => problem.code),
  };
}
type Page = ReturnType<typeof page>;

/** At the outcome of a call that rings in Aarhus. */
async function atOutcome(): Promise<Page> {
  const at = page();
  await arrive(at.tools);
  server.lies = ringing as unknown as CaseOnDesk;
  at.tools.store.set({ case: held, call: call as SeatState["call"], screen: "outcome" });
  return at;
}

/** The outcome entered without network, and kept. */
async function keepsOutcome(): Promise<Page> {
  const at = await atOutcome();
  const { tried } = server;
  server.reachable = false;
  const closing = at.closes("noAnswer");
  await vi.waitUntil(() => server.tried > tried);
  at.formGivesUp();
  await closing;
  return at;
}

const refuses = (code: string): Reply<unknown> => ({ ok: false, problem: { code, status: 409 } as Refused });
const emptyDesk = { phase: "signedIn", screen: "desk", case: undefined, call: undefined };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  clock = 1_000;
  Object.assign(server, { reachable: true, outcome: ok(closed), waits: Promise.resolve(), lies: null });
  Object.assign(server, { tried: 0, outcomes: [], reports: [] });
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

it("an outcome without network leaves the desk free, and what came of the case is said once it is heard", async () => {
  const at = await keepsOutcome();
  expect(at.shows()).toMatchObject({ ...emptyDesk, last: { disposition: "noAnswer", reply: null } });
  server.reachable = true;
  await catchUp(at.tools);
  expect(at.shows()).toMatchObject(emptyDesk);
  server.lies = null;
  at.tools.outbox.hurry();
  await vi.waitUntil(() => at.shows().last?.reply);
  expect(at.shows().last).toMatchObject({ disposition: "noAnswer", reply: closed });
  expect([server.outcomes, at.waiting(), at.aside()]).toEqual([["noAnswer"], 0, []]);
});

it("a refusal while the form waits is said at the form, and nothing is set aside", async () => {
  const at = await atOutcome();
  server.outcome = refuses("calling.dispositionNotHere");
  await at.closes("complete");
  const form = { screen: "outcome", case: "aarhus", call: "first", problem: "calling.dispositionNotHere" };
  expect(at.shows()).toMatchObject(form);
  await vi.waitUntil(() => at.waiting() === 0);
  expect([at.aside(), server.reports]).toEqual([[], []]);
});

it("a refusal that comes when the form has gone is set aside, and its supervisor told", async () => {
  const at = await atOutcome();
  let comes = (): void => {};
  server.waits = new Promise<void>((done) => (comes = done));
  server.outcome = refuses("calling.dispositionNotHere");
  const closing = at.closes("complete");
  await vi.waitUntil(() => server.outcomes.length === 1);
  at.formGivesUp();
  await closing;
  expect(at.shows()).toMatchObject({ ...emptyDesk, last: { disposition: "complete", reply: null } });
  server.lies = null;
  comes();
  await vi.waitUntil(() => server.reports.length === 1);
  await vi.waitUntil(() => at.shows().last === null);
  expect(at.aside()).toEqual(["calling.dispositionNotHere"]);
  expect(server.reports).toMatchObject([{ entry: { route: "setAsideRequest", body: { fence: 3 } } }]);
});

it("an outcome for a case that is somebody else's by now says so and clears the desk", async () => {
  const at = await atOutcome();
  server.lies = null;
  server.outcome = refuses("calling.leaseLost");
  await at.closes("noAnswer");
  expect(at.shows()).toMatchObject({ ...emptyDesk, problem: "calling.leaseLost" });
  await vi.waitUntil(() => at.waiting() === 0);
  expect(at.aside()).toEqual([]);
});

it("a page loaded anew while the outcome waits has an empty desk, with the network and without", async () => {
  const before = await keepsOutcome();
  before.goes();
  const offline = page();
  await arrive(offline.tools);
  expect(offline.shows()).toMatchObject(emptyDesk);
  await vi.waitUntil(() => offline.waiting() === 1);
  offline.goes();
  let comes = (): void => {};
  server.waits = new Promise<void>((done) => (comes = done));
  server.reachable = true;
  const online = page();
  await arrive(online.tools);
  expect(online.shows()).toMatchObject(emptyDesk);
  comes();
  await vi.waitUntil(() => online.waiting() === 0);
  expect(new Set(server.outcomes)).toEqual(new Set(["noAnswer"]));
});

it("a page loaded anew without network is at the call again, and after half a day at nobody's", async () => {
  const before = await atOutcome();
  before.tools.outbox.keepDesk();
  await before.tools.outbox.current().desk();
  before.goes();
  server.reachable = false;
  clock += 12 * 60 * 60_000;
  const soon = page();
  await arrive(soon.tools);
  const atCall = { phase: "signedIn", screen: "outcome", case: "aarhus", call: "first" };
  expect(soon.shows()).toMatchObject(atCall);
  soon.goes();
  clock += 1;
  const late = page();
  await arrive(late.tools);
  expect(late.shows()).toMatchObject({ phase: "unreachable", case: undefined, problem: "client.offline" });
});
