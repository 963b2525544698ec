// Commands over a network that loses requests and replies: one id, one fate.

import { describe, expect, it } from "vitest";
import { createClient } from "./index.ts";

const held = { id: "case-of-a-household-in-Aarhus", fence: 3 };
const dialled = {
  id: "a",
  dialledFieldAt: "2008-04-16T15:00:00Z",
  line: { driver: "simulated", events: [] },
};

type Answer = () => Response | Promise<Response>;
const json =
  (status: number, body: unknown): Answer =>
  () =>
    new Response(JSON.stringify(body), { status });
const lost: Answer = () => Promise.reject(new TypeError("network"));

function over(...answers: Answer[]) {
  const bodies: { commandId: string; id: string }[] = [];
  let made = 0;
  let signedOut = 0;
  const client = createClient({
    fetch: async (_, init) => {
      bodies.push(JSON.parse(String(init.body ?? "{}")));
      const answer = answers.shift() ?? expect.fail("one request too many");
      return answer();
    },
    newId: () => `id-${++made}`,
    pause: () => Promise.resolve(),
    pauses: [1, 1],
    onSignedOut: () => signedOut++,
  });
  return { client, bodies, signedOut: () => signedOut };
}

describe("a command", () => {
  it("goes out again under the same ids when its reply is lost", async () => {
    const { client, bodies } = over(lost, lost, json(200, dialled));
    expect((await client.dial(held, "number")).ok).toBe(true);
    expect(new Set(bodies.map(({ commandId }) => commandId)).size).toBe(1);
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(1);
  });

  it("keeps its ids over a press of the key after all repetitions have failed", async () => {
    const { client, bodies } = over(lost, lost, lost, json(200, dialled), json(200, dialled));
    expect(await client.dial(held, "number")).toMatchObject({
      ok: false,
      problem: { code: "client.offline" },
    });
    await client.dial(held, "number");
    await client.dial(held, "number");
    expect(bodies[3]?.commandId).toBe(bodies[0]?.commandId);
    expect(bodies[4]?.commandId).not.toBe(bodies[0]?.commandId);
  });

  it("is not repeated once the server has refused it", async () => {
    const { client, bodies } = over(
      json(409, { code: "calling.outsideHours", message: "", params: { localTime: "21:05" } }),
    );
    expect(await client.dial(held, "number")).toMatchObject({
      ok: false,
      problem: { code: "calling.outsideHours", params: { localTime: "21:05" }, status: 409 },
    });
    expect(bodies).toHaveLength(1);
  });

  it("waits for a server that is closing down", async () => {
    const { client } = over(json(503, { code: "server.draining", message: "" }), json(200, dialled));
    expect((await client.dial(held, "number")).ok).toBe(true);
  });

  it("tells the page when the session is gone", async () => {
    const { client, signedOut } = over(json(401, { code: "session.missing", message: "" }));
    await client.giveBack(held);
    expect(signedOut()).toBe(1);
  });
});

describe("a request", () => {
  it("ends at its own deadline when nobody answers", async () => {
    const client = createClient({
      timeoutMs: 5,
      fetch: (_, init) =>
        new Promise((_, reject) =>
          init.signal?.addEventListener("abort", () => reject(new Error("aborted"))),
        ),
    });
    expect(await client.readDesk()).toMatchObject({ ok: false, problem: { code: "client.timeout" } });
  });

  it("does not take a proxy's error page for an answer", async () => {
    const { client } = over(() => new Response("<h1>Bad gateway</h1>", { status: 500 }));
    expect(await client.readDesk()).toMatchObject({ ok: false, problem: { code: "client.unreadable" } });
  });
});
