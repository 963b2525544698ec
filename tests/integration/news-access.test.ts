// Who may watch: a session and the right origin for a socket, a role for a stream, a scope for its rows.

import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { Role, StreamName } from "@fieldline/protocol";
import { roles, streams } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { setScope } from "../../apps/server/src/modules/access/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { danishField } from "./support/field.ts";
import { liveNode, sequencing } from "./support/live-nodes.ts";
import { withPlan } from "./support/quota-field.ts";
import { connected, wallOf } from "./support/wall.ts";

const field = await danishField();
await withPlan(field, { total: 100, men: 50, women: 50 });
sequencing(field.platform);
const node = await liveNode(field);
/** Behind a load balancer on this machine, whose word on the host is believed. */
const behindProxy = await liveNode(field, { trustProxy: ["127.0.0.1"] });
const { waveId } = field;
const unknown = "00000000-0000-4000-8000-000000000000";

const person = (name: string, role: Role, countries = ["DK"]) =>
  field.person({ name, roles: [role], countries });
const denials = (code: string) =>
  field.platform.database.read("plain", (tx) => tx.accessDenial.findMany({ where: { code } }));

describe("a handshake", () => {
  it("without a session, or with one that has ended, makes no socket", async () => {
    await expect(connected(node.base, {})).rejects.toThrow();
    await expect(connected(node.base, { cookie: "fieldline_session=forged" })).rejects.toThrow();
    const { cookie, ask } = await person("ended", "supervisor");
    await ask("DELETE", "/api/session");
    await expect(connected(node.base, { cookie })).rejects.toThrow();
  });

  it("from another site's page makes no socket, from our own it does", async () => {
    const { cookie } = await person("origin", "supervisor");
    await expect(connected(node.base, { cookie, origin: "https://elsewhere.example" })).rejects.toThrow();
    const crossSite = { "sec-fetch-site": "cross-site" };
    await expect(connected(node.base, { cookie, headers: crossSite })).rejects.toThrow();
    const forwarded = { "x-forwarded-host": "elsewhere.example" };
    const forged = { cookie, origin: "https://elsewhere.example", headers: forwarded };
    await expect(connected(node.base, forged)).rejects.toThrow();
    expect((await connected(node.base, { cookie, origin: node.base })).cutOff).toBeNull();
  });

  it("through a trusted proxy is judged by the host that the browser asked for", async () => {
    const { cookie } = await person("proxied", "supervisor");
    const headers = { "x-forwarded-host": "field.example" };
    const own = { cookie, headers, origin: "https://field.example" };
    expect((await connected(behindProxy.base, own)).cutOff).toBeNull();
    const foreign = { cookie, headers, origin: "https://elsewhere.example" };
    await expect(connected(behindProxy.base, foreign)).rejects.toThrow();
  });

  it("over another transport than WebSocket makes no socket", async () => {
    const { cookie } = await person("polling", "supervisor");
    await expect(connected(node.base, { cookie, transports: ["polling"] })).rejects.toThrow();
    const plain = await fetch(`${node.base}/api/live/?EIO=4&transport=polling`, { headers: { cookie } });
    expect(plain.status).toBe(404);
    expect(await plain.json()).toMatchObject({ code: "request.notFound" });
  });

  it("is no other request's business: one that offers another protocol is answered as it is", async () => {
    const { hostname, port } = new URL(node.base);
    for (const [path, upgrade] of [
      ["/healthz", "h2c"],
      ["/healthz", "websocket"],
    ]) {
      const asked = request({ hostname, port, path, headers: { connection: "upgrade", upgrade } });
      asked.end();
      const [reply] = (await once(asked, "response")) as [IncomingMessage];
      reply.resume();
      expect(reply.statusCode).toBe(200);
    }
  });

  it("is refused with the problem that plain requests are refused with", async () => {
    const reply = await fetch(`${node.base}/api/live`);
    expect([reply.status, await reply.json()]).toMatchObject([401, { code: "session.missing" }]);
  });
});

describe("a subscription", () => {
  const names = Object.keys(streams) as StreamName[];
  const may: Readonly<Record<StreamName, readonly Role[]>> = {
    board: ["supervisor", "researcher", "administrator"],
    floor: ["supervisor", "administrator"],
    desk: ["interviewer", "supervisor", "administrator"],
  };

  it.each(roles.flatMap((role) => names.map((stream) => [role, stream] as const)))(
    "of %s to %s is answered as the role allows",
    async (role, stream) => {
      const { cookie } = await person(`${role}-${stream}`, role);
      const wall = await connected(node.base, { cookie });
      const reply = await wall.subscribe({ stream, waveId });
      if (may[stream].includes(role)) {
        expect(reply).toEqual({ ok: true });
        await wall.until("everything", () => wall.messages[0]?.kind === "snapshot");
      } else expect(reply).toMatchObject({ ok: false, problem: { code: "access.notAllowed" } });
    },
  );

  it("to a foreign or unknown wave finds nothing, and the try is journalled", async () => {
    const foreign = await field.password({ name: "foreign", roles: ["supervisor"], countries: [] });
    expect(foreign).not.toBe("");
    const { cookie } = await field.person({ name: "foreign", roles: ["supervisor"], countries: [] });
    const wall = await connected(node.base, { cookie });
    for (const id of [waveId, unknown]) {
      expect(await wall.subscribe({ waveId: id })).toMatchObject({
        ok: false,
        problem: { code: "access.notFound" },
      });
    }
    expect(wall.messages).toEqual([]);
    expect(await denials("access.notFound")).toMatchObject([{ route: "subscribe", count: 2 }]);
    expect((await denials("access.notAllowed")).length).toBeGreaterThan(0);
  });

  it("that is no subscription is refused, and the socket lives on", async () => {
    const { cookie } = await person("odd", "supervisor");
    const wall = await connected(node.base, { cookie });
    for (const raw of [
      { waveId: "spring" },
      { waveId, after: -1 },
      { waveId, stream: "contacts" as StreamName },
    ]) {
      expect(await wall.subscribe(raw)).toMatchObject({ ok: false, problem: { code: "request.invalid" } });
    }
    expect(await wall.subscribe({ waveId })).toEqual({ ok: true });
  });

  it("of a supervisor of one country holds that country's rows only", async () => {
    const { cookie } = await person("dorte", "supervisor", ["DK"]);
    const wall = await wallOf(node.base, cookie, { waveId });
    expect(wall.ids("countries")).toEqual(["DK"]);
    expect(wall.ids("cells").every((id) => id.startsWith("DK/"))).toBe(true);
    const floor = await wallOf(node.base, cookie, { waveId, stream: "floor" });
    const jan = await field.person({ name: "jan", countries: ["CZ"], languages: ["cs"] });
    const mette = await field.person({ name: "mette", countries: ["DK"] });
    const people = () => floor.ids("desks").map((id) => floor.row("desks", id)?.["name"]);
    await floor.until("Mette's desk", () => people().includes(mette.name));
    expect(people()).not.toContain(jan.name);
  });
});

describe("a session that ends", () => {
  it("by signing out on another server ends its socket and no other", async () => {
    const { cookie, ask } = await person("leaves", "supervisor");
    const stays = await wallOf(node.base, (await person("stays", "supervisor")).cookie, { waveId });
    const [one, two] = [
      await wallOf(node.base, cookie, { waveId }),
      await wallOf(node.base, (await person("leaves", "supervisor")).cookie, { waveId }),
    ];
    await ask("DELETE", "/api/session");
    await one.until("the end of the session", () => one.cutOff !== null);
    expect([one.signedOut, one.cutOff]).toEqual([true, "io server disconnect"]);
    expect([two.cutOff, stays.cutOff]).toEqual([null, null]);
  });

  it("because the person was disabled ends their sockets", async () => {
    const { cookie } = await person("disabled", "supervisor");
    const wall = await wallOf(node.base, cookie, { waveId });
    await field.platform.database.pool.query(
      `with gone as (update app_user set disabled_at = $1 where name = 'disabled' returning id)
      insert into news (topic, user_id, at) select 'rights', id, $1 from gone`,
      [new Date(field.clock.now())],
    );
    field.platform.database.wake();
    await wall.until("the end", () => wall.signedOut && wall.cutOff !== null);
  });
});

describe("a scope that changes", () => {
  it("lets the wall connect anew, and then sees what it may see now", async () => {
    const { cookie } = await person("moves", "supervisor", ["DK"]);
    const wall = await wallOf(node.base, cookie, { waveId });
    await field.platform.execute(setScope, {
      actor: operatorActor,
      commandId: null,
      input: { name: "moves", study: "cp", countries: ["GB"] } as never,
    });
    await wall.until("the end of the connection", () => wall.cutOff !== null);
    expect([wall.signedOut, wall.cutOff]).toEqual([false, "transport close"]);
    const again = await wallOf(node.base, cookie, { waveId });
    expect(again.ids("countries")).toEqual(["GB"]);
  });
});
