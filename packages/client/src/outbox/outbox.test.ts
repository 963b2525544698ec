// The outbox of a desk in a browser with several tabs: kept, in order, once, and nobody else's.

import { fail, ok } from "@fieldline/kernel";
import { describe, expect, it } from "vitest";
import type { Reply } from "../request.ts";
import { testBrowser, turn, until, uuidOf } from "../testing/browser.ts";
import type { NewEntry } from "./entry.ts";
import type { Parcel } from "./parcels.ts";
import { SeatTaken } from "./store.ts";

const annes = uuidOf(1);
const answer = (seq: number, interview = annes): NewEntry => ({
  kind: "operation",
  lane: `call:${interview}`,
  interview,
  fence: 1,
  operation: {
    id: uuidOf(Number(interview.slice(-4)) * 1_000 + seq),
    seq,
    at: "2008-04-16T15:00:00.000Z",
    type: "answer",
    variable: `sf_${seq}`,
    answer: { value: 1 },
  },
});
const outcome = (id: number): NewEntry => ({
  kind: "command",
  lane: `call:${annes}`,
  route: "closeAttempt",
  at: { attempt: uuidOf(7) },
  body: { commandId: uuidOf(id), disposition: "complete" },
});

const seqsOf = (parcel: Parcel) =>
  parcel.kind === "operations" ? parcel.entries.map(({ operation }) => operation.seq) : parcel.entry.route;
const taken = (parcel: Parcel): Reply<unknown> =>
  parcel.kind === "command"
    ? ok({})
    : ok({ replies: parcel.entries.map(({ operation: { id } }) => ({ id, status: "ok" })) });
const offline = async (): Promise<Reply<unknown>> => fail("client.offline");

/** Takes everything, and remembers. */
const server = () => {
  const parcels: Parcel[] = [];
  const send = async (parcel: Parcel) => {
    parcels.push(parcel);
    return taken(parcel);
  };
  return { parcels, send };
};

describe("Mette's outbox", () => {
  it("keeps what she enters before it says so, and is empty once the server has it", async () => {
    const browser = await testBrowser();
    const { parcels, send } = server();
    const { outbox } = browser.openTab("mette", send);
    const kept = outbox.put([answer(2), answer(3)]);
    expect(outbox.state()).toMatchObject({ unkept: 2 });
    await kept;
    expect(outbox.state().unkept).toBe(0);
    await outbox.drained();
    expect(parcels.map(seqsOf)).toEqual([[2, 3]]);
    expect(await browser.database.count("entries")).toBe(0);
  });

  it("goes on where a crashed tab stopped, with the outcome behind the answers", async () => {
    const browser = await testBrowser();
    const first = browser.openTab("mette", offline);
    await first.outbox.put([answer(2)], { screen: "interview" });
    await first.outbox.put([answer(3)]);
    await first.outbox.put([outcome(50)]);
    await until(() => first.outbox.state().since === 1_000);
    first.crash();

    const { parcels, send } = server();
    const again = browser.openTab("mette", send);
    expect(await again.outbox.desk()).toEqual({ screen: "interview" });
    await again.outbox.drained();
    expect(parcels.map(seqsOf)).toEqual([[2, 3], "closeAttempt"]);
  });

  it("is sent by one of her tabs, and the other hears the answer", async () => {
    const browser = await testBrowser();
    const { parcels, send } = server();
    browser.openTab("mette", send);
    const seat = browser.openTab("mette", async () => expect.fail("two tabs send"));
    const reply = seat.outbox.replyTo(uuidOf(50));
    await seat.outbox.put([outcome(50)]);
    expect(await reply).toEqual(ok({}));
    await until(() => seat.outbox.state().waiting === 0);
    expect(parcels).toHaveLength(1);
  });

  it("is sent by the tab that became the desk, though the one before stands still and never says anything", async () => {
    const browser = await testBrowser();
    const still = browser.openTab("mette", () => new Promise(() => {}));
    await still.outbox.lead();
    await still.outbox.put([answer(2)], { question: "sf_2" });
    const { parcels, send } = server();
    const seat = browser.openTab("mette", send);
    await seat.outbox.lead();
    await seat.outbox.put([answer(3)], { question: "sf_3" });
    await seat.outbox.drained();
    expect(parcels.map(seqsOf)).toEqual([[2], [3]]);
    await expect(still.outbox.put([answer(3)], { question: "sf_2" })).rejects.toThrow(SeatTaken);
    still.outbox.keepDesk({ question: "sf_2" });
    expect(await still.outbox.desk()).toEqual({ question: "sf_3" });
    expect(still.outbox.state()).toMatchObject({ unkept: 0, waiting: 0, durable: true });
    await still.outbox.lead();
    await still.outbox.put([answer(4)]);
    await expect(seat.outbox.put([answer(4)])).rejects.toThrow(SeatTaken);
  });

  it("is sent again by a tab whose line was down when another took its place, once that one has died", async () => {
    const browser = await testBrowser();
    const { parcels, send } = server();
    let sends: typeof send = offline;
    const first = browser.openTab("mette", (parcel) => sends(parcel));
    await first.outbox.lead();
    await first.outbox.put([answer(2)]);
    await until(() => first.outbox.state().since !== null);
    const second = browser.openTab("mette", send);
    await second.outbox.lead();
    await second.outbox.drained();
    second.crash();
    sends = send;
    await first.outbox.lead();
    await turn();
    await first.outbox.put([answer(3)]);
    await first.outbox.drained();
    expect(parcels.map(seqsOf)).toEqual([[2], [3]]);
  });

  it("is neither seen nor sent by Jonas at the same computer", async () => {
    const browser = await testBrowser();
    const hers = browser.openTab("mette", offline);
    await hers.outbox.put([answer(2)], { case: "Nørregade" });
    hers.outbox.end();
    const { parcels, send } = server();
    const his = browser.openTab("jonas", send);
    await his.outbox.put([answer(5, uuidOf(2))]);
    await his.outbox.drained();
    expect(parcels.map(seqsOf)).toEqual([[5]]);
    expect(await his.outbox.desk()).toBeUndefined();
    expect(await his.outbox.waiting()).toEqual([]);
  });

  it("waits while somebody else is signed in, and gives nothing up", async () => {
    const browser = await testBrowser();
    let signedIn = "jonas";
    const { outbox } = browser.openTab("mette", async (parcel) =>
      signedIn === "mette" ? taken(parcel) : fail("session.otherUser"),
    );
    await outbox.put([answer(2)]);
    await until(() => outbox.state().since !== null);
    expect(outbox.state()).toMatchObject({ waiting: 1, aside: [] });
    signedIn = "mette";
    outbox.hurry();
    await outbox.drained();
    expect(outbox.state().since).toBeNull();
  });

  it("leaves at sign-out only what is still unsent", async () => {
    const browser = await testBrowser();
    const { outbox } = browser.openTab("mette", offline);
    await outbox.put([answer(2)], { case: "Nørregade" });
    await outbox.forget();
    expect(await outbox.desk()).toBeUndefined();
    expect(await outbox.waiting()).toHaveLength(1);
  });
});

describe("what the server refuses", () => {
  const fullFrom = (seq: number) => async (parcel: Parcel) => {
    if (parcel.kind === "command" || parcel.entries[0].interview !== annes) return taken(parcel);
    return ok({
      replies: parcel.entries.map(({ operation }) => ({
        id: operation.id,
        status: operation.seq < seq ? "ok" : operation.seq === seq ? "refused" : "notTried",
        ...(operation.seq === seq ? { problem: { code: "interview.notHere" } } : {}),
      })),
    });
  };

  it("is set aside with all that was said over it, told to the server, and blocks nothing", async () => {
    const browser = await testBrowser();
    const told: Parcel[] = [];
    const serve = fullFrom(3);
    const { outbox } = browser.openTab("mette", async (parcel) => {
      if (parcel.kind === "command") told.push(parcel);
      return serve(parcel);
    });
    const fates = [2, 3, 4].map((seq) => outbox.replyTo(uuidOf(1_000 + seq)));
    await outbox.put([answer(2), answer(3), answer(4), outcome(50), answer(9, uuidOf(2))]);
    expect((await Promise.all(fates)).map(({ ok: fine }) => fine)).toEqual([true, false, false]);
    await outbox.drained();
    expect(outbox.state().aside).toMatchObject([
      { route: "recordOperations", steps: 2, problem: { code: "interview.notHere" } },
    ]);
    const routes = told.map((parcel) => (parcel.kind === "command" ? parcel.entry.lane : ""));
    expect(routes.toSorted()).toEqual([`aside:${annes}`, `call:${annes}`]);
    await outbox.dismiss(outbox.state().aside[0]?.id ?? "");
    expect(outbox.state().aside).toEqual([]);
  });

  it("is shown by the form that still waits for it, and not set aside", async () => {
    const browser = await testBrowser();
    const { outbox } = browser.openTab("mette", async () => fail("calling.outsideHours"));
    const reply = outbox.replyTo(uuidOf(50));
    outbox.waitAtForm(uuidOf(50));
    await outbox.put([outcome(50)]);
    expect(await reply).toEqual(fail("calling.outsideHours"));
    await outbox.drained();
    expect(outbox.state().aside).toEqual([]);
  });
});

describe("a server that fails over one thing only", () => {
  const failed: Reply<unknown> = { ok: false, problem: { code: "server.fault", status: 500 } };

  it("is asked again for that, while everything else goes out and the line counts as standing", async () => {
    const browser = await testBrowser();
    const { parcels, send } = server();
    const { outbox } = browser.openTab("mette", async (parcel) =>
      parcel.kind === "operations" && parcel.entries[0].interview === annes ? failed : send(parcel),
    );
    const lanes = [2, 3, 4, 5, 6].map((interview) => answer(2, uuidOf(interview)));
    await outbox.put([answer(2), ...lanes]);
    await until(() => outbox.state().waiting === 1);
    expect(parcels).toHaveLength(5);
    expect(outbox.state().since).toBeNull();
  });
});

describe("steps that were refused and could not be handed in either", () => {
  const full: Reply<unknown> = fail("request.invalid");

  it("stay in the browser with what they hold, and go out when Mette comes the next time", async () => {
    const browser = await testBrowser();
    const first = browser.openTab("mette", async () => full);
    await first.outbox.put([answer(2), answer(3)]);
    await first.outbox.drained();
    expect(first.outbox.state().aside).toHaveLength(2);
    expect(await browser.database.count("entries")).toBe(1);
    first.outbox.end();
    first.crash();

    const { parcels, send } = server();
    const again = browser.openTab("mette", send);
    await until(async () => (await browser.database.count("entries")) === 0);
    expect(parcels).toMatchObject([{ entry: { body: { operations: [{ seq: 2 }, { seq: 3 }] } } }]);
    again.crash();
  });

  it("are handed in before their interview is taken back", async () => {
    const browser = await testBrowser();
    const order: unknown[] = [];
    const { outbox } = browser.openTab("mette", async (parcel) => {
      order.push(seqsOf(parcel));
      return parcel.kind === "operations" ? full : taken(parcel);
    });
    const code = { ...outcome(51), route: "withdrawInterview" as const };
    await outbox.put([answer(2), code]);
    await outbox.drained();
    expect(order).toEqual([[2], "setAsideOperations", "withdrawInterview"]);
  });
});

it("says that the line stands again though another tab said that it was down", async () => {
  const browser = await testBrowser();
  const first = browser.openTab("mette", offline);
  const { send } = server();
  const seat = browser.openTab("mette", send);
  await first.outbox.put([answer(2)]);
  await until(() => seat.outbox.state().since !== null);
  first.crash();
  await until(() => seat.outbox.state().since === null);
  await seat.outbox.drained();
});

it("goes on in memory, and says so, when the disk takes nothing more", async () => {
  const browser = await testBrowser();
  const { parcels, send } = server();
  let online = false;
  const { outbox } = browser.openTab("mette", (parcel) => (online ? send(parcel) : offline()));
  await outbox.put([answer(2)]);
  const real = browser.database.transaction.bind(browser.database);
  browser.database.transaction = ((...asked: Parameters<typeof real>) => {
    if (asked[1] === "readwrite") throw new DOMException("full", "QuotaExceededError");
    return real(...asked);
  }) as typeof real;
  await outbox.put([answer(3)]);
  expect(outbox.state()).toMatchObject({ durable: false, waiting: 2 });
  browser.database.transaction = real;
  online = true;
  outbox.hurry();
  await outbox.drained();
  expect(parcels.map(seqsOf)).toEqual([[2, 3]]);
  expect(outbox.state().durable).toBe(true);
});
