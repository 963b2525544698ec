// The wall hears of the fieldwork wherever it happens: one server works, walls hang on others.

import type { NewsDelta, NewsMessage } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { danishField, danishNumber } from "./support/field.ts";
import { liveNode, sequencing } from "./support/live-nodes.ts";
import { personAtCheck, withPlan } from "./support/quota-field.ts";
import { sofiaOf } from "./support/sofia.ts";
import { wallOf } from "./support/wall.ts";

/** Its own server answers desks and pushes nothing. Walls hang on two others, which have no duties. */
const field = await danishField([{ record: "h1", number: danishNumber(1, 1) }]);
const { waveId } = field;
await withPlan(field, { total: 100, men: 50, women: 50 });
sequencing(field.platform);
const [north, south] = [await liveNode(field), await liveNode(field)];
const sofia = await sofiaOf(field);

const isDelta = (message: NewsMessage): message is NewsDelta => message.kind === "delta";
const withCells = (messages: readonly NewsMessage[]) =>
  messages.filter(isDelta).filter(({ rows }) => (rows["cells"] ?? []).length > 0);

describe("a wall on a server where nothing happens", () => {
  it("begins with everything, and sees a place taken and a target changed on the other server", async () => {
    const wall = await sofia.hangs(north);
    expect(wall.messages.map(({ kind }) => kind)).toEqual(["snapshot"]);
    expect(wall.ids("cells")).toHaveLength(25);
    expect(wall.ids("plan")).toEqual(["plan"]);
    expect(wall.ids("countries")).toEqual(["CZ", "DE", "DK", "FR", "GB"]);

    const mette = await field.interviewer("mette");
    const { says } = await personAtCheck(mette, 2);
    await says({ type: "checkQuota" });
    await wall.until("the place Mette took", () => wall.row("cells", "DK/sex/F")?.["reserved"] === 1);
    await sofia.setTarget("DK/sex/M", 44);
    await wall.until("the new target", () => wall.row("cells", "DK/sex/M")?.["target"] === 44);
    expect(wall.gaps).toBe(0);
  });

  it("sees the desk of an interviewer come, take a case and go", async () => {
    const wall = await wallOf(south.base, sofia.cookie, { waveId, stream: "floor" });
    await field.households([{ record: "h2", number: danishNumber(2, 1) }]);
    const lars = await field.interviewer("lars");
    const desk = () =>
      wall
        .ids("desks")
        .map((id) => wall.row("desks", id))
        .find((row) => row?.["name"] === "lars");
    await wall.until("Lars at his desk", () => desk()?.["state"] === "signedIn");
    const { id, fence } = await lars.next();
    await wall.until("a case on it", () => desk()?.["state"] === "case");
    expect(desk()?.["country"]).toBe("DK");
    const commandId = crypto.randomUUID();
    await lars.ask("POST", `/api/cases/${id}/give-back`, { commandId, fence });
    await wall.until("no case on it", () => desk()?.["state"] === "signedIn");
    await lars.ask("DELETE", "/api/session");
    await wall.until("nobody at it", () => desk() === undefined);
    expect(wall.gaps).toBe(0);
  });

  it("sends many changes of a moment in few messages, the last word in the last", async () => {
    const wall = await sofia.hangs(north);
    const begun = performance.now();
    await Promise.all(Array.from({ length: 40 }, (_, index) => sofia.setTarget("DK/sex/M", 50 + index)));
    const { target } = await field.platform.database.read("plain", (tx) =>
      tx.quotaCell.findUniqueOrThrow({ where: { waveId_id: { waveId, id: "DK/sex/M" } } }),
    );
    await sofia.setTarget("DK/sex/F", 51);
    await wall.until("the last change", () => wall.row("cells", "DK/sex/F")?.["target"] === 51);
    const windows = (performance.now() - begun) / 200;
    expect(wall.row("cells", "DK/sex/M")?.["target"]).toBe(target);
    expect(withCells(wall.messages).length).toBeLessThanOrEqual(windows + 2);
    expect(withCells(wall.messages).length).toBeLessThan(30);
    expect(wall.gaps).toBe(0);
  });

  it("sends a change at once when it was quiet", async () => {
    const wall = await sofia.hangs(north);
    const waits: number[] = [];
    for (let target = 60; target < 65; target++) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const changed = sofia.setTarget("GB/sex/M", target).then(() => performance.now());
      await wall.until("the change", () => wall.row("cells", "GB/sex/M")?.["target"] === target);
      waits.push(performance.now() - (await changed));
    }
    expect(waits.toSorted((a, b) => a - b)[2]).toBeLessThan(150);
  });

  it("says every few seconds that nothing changed, and the chain holds", async () => {
    const wall = await sofia.hangs(south);
    await wall.until("three signs of life", () => wall.messages.length >= 4);
    const quiet = wall.messages.slice(1).filter(isDelta);
    expect(quiet.map(({ rows }) => Object.keys(rows))).toEqual(quiet.map(() => []));
    expect(wall.gaps).toBe(0);
  });

  it("is sent nothing of a stream it has left", async () => {
    const [stays, leaves] = [await sofia.hangs(north), await sofia.hangs(north)];
    expect(await leaves.unsubscribe("board", waveId)).toEqual({ ok: true });
    const heard = leaves.messages.length;
    await sofia.setTarget("FR/sex/M", 33);
    await stays.until("the change", () => stays.row("cells", "FR/sex/M")?.["target"] === 33);
    expect(leaves.messages).toHaveLength(heard);
  });
});

describe("a wall of one country", () => {
  it("hears nothing of the others, and misses nothing between", async () => {
    const dorte = await field.person({ name: "dorte", roles: ["supervisor"], countries: ["DK"] });
    const wall = await wallOf(south.base, dorte.cookie, { waveId });
    expect(wall.ids("countries")).toEqual(["DK"]);
    for (let target = 70; target < 80; target++) {
      await Promise.all([sofia.setTarget("CZ/sex/M", target), sofia.setTarget("DK/sex/M", target)]);
    }
    await wall.until("the last change", () => wall.row("cells", "DK/sex/M")?.["target"] === 79);
    const { upTo } = wall;
    await sofia.setTarget("CZ/sex/F", 9);
    await wall.until("a later stamp, of news that were not for it", () => wall.upTo > upTo);
    expect(wall.ids("cells").filter((id) => !id.startsWith("DK/"))).toEqual([]);
    expect(JSON.stringify(wall.messages)).not.toContain("CZ/");
    expect(wall.gaps).toBe(0);
  });
});

describe("a wall that comes back", () => {
  it("is sent exactly what changed meanwhile, by the other server too", async () => {
    const [before, stays] = [await sofia.hangs(north), await sofia.hangs(south)];
    // News that were still on their way when it was hung up reach it before this one does.
    await sofia.setTarget("FR/sex/F", 34);
    await before.until("the latest news", () => before.row("cells", "FR/sex/F")?.["target"] === 34);
    before.close();
    await sofia.setTarget("DE/sex/M", 21);
    await sofia.setTarget("DE/sex/M", 22);
    await sofia.setTarget("GB/sex/F", 23);
    await stays.until("the last change", () => stays.row("cells", "GB/sex/F")?.["target"] === 23);
    const wall = await sofia.hangs(south, before);
    const [first] = wall.messages;
    expect(first).toMatchObject({ kind: "delta", after: before.upTo });
    expect(first?.rows["cells"]?.map(({ id }) => id)).toEqual(["DE/sex/M", "GB/sex/F"]);
    expect(wall.row("cells", "DE/sex/M")?.["target"]).toBe(22);
    await sofia.setTarget("DE/sex/M", 24);
    await wall.until("what comes after", () => wall.row("cells", "DE/sex/M")?.["target"] === 24);
    expect(wall.gaps).toBe(0);
  });

  it("is sent everything when what it missed is not kept any more", async () => {
    const before = await sofia.hangs(north);
    before.close();
    await sofia.setTarget("DE/sex/F", 31);
    const other = await sofia.hangs(south);
    await other.until("its stamp", () => other.upTo > before.upTo);
    await field.platform.database.pool.query("delete from news where stamp <= $1", [other.upTo]);
    const wall = await sofia.hangs(south, before);
    expect(wall.messages[0]?.kind).toBe("snapshot");
    expect(wall.row("cells", "DE/sex/F")?.["target"]).toBe(31);
  });

  it("is sent everything when it has come further than any news", async () => {
    const wall = await sofia.hangs(south, { upTo: 1_000_000, countries: ["CZ", "DE", "DK", "FR", "GB"] });
    expect(wall.messages[0]?.kind).toBe("snapshot");
  });
});

describe("a server that leaves", () => {
  it("lets its walls go, so that they connect to another one", async () => {
    const leaving = await liveNode(field);
    const wall = await sofia.hangs(leaving);
    const begun = performance.now();
    await leaving.leave();
    await wall.until("the end of the connection", () => wall.cutOff !== null);
    expect([wall.cutOff, wall.signedOut]).toEqual(["transport close", false]);
    expect(performance.now() - begun).toBeLessThan(3_000);
    await expect(sofia.hangs(leaving)).rejects.toThrow();
    const again = await sofia.hangs(north, wall);
    expect(again.messages[0]?.kind).toBe("delta");
  });
});
