// Faults of the line between desks and a server, and of one desk alone.

import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "../../integration/support/tcp-proxy.ts";
import { until } from "../support/until.ts";
import { between, type FaultKind, type Scene } from "./scene.ts";

/** All lines are bad for a while; then the good ones are back. */
async function badLines({ proxies, random }: Scene, fault: Fault): Promise<string> {
  const index = between(0, proxies.length, random);
  const bad = index === proxies.length ? proxies : proxies.slice(index, index + 1);
  for (const proxy of bad) proxy.fault(fault);
  await pause(between(500, 2_000, random));
  for (const proxy of bad) proxy.fault(null);
  return bad.length === proxies.length ? "all lines" : `line ${index}`;
}

/** So many answers never arrive, of requests that were carried out. */
async function cutLines(
  { proxies, random }: Scene,
  kind: "cutAfterRequest" | "cutBeforeReply",
): Promise<string> {
  const index = between(0, proxies.length - 1, random);
  const times = between(1, 8, random);
  const proxy = proxies[index];
  const before = proxy?.cuts() ?? 0;
  const when = (sent: Buffer) => sent.includes("POST /api/");
  proxy?.fault({ kind, when, times });
  await until("the cuts", () => (proxy?.cuts() ?? 0) - before >= times, 5).catch(() => {});
  proxy?.fault(null);
  return `line ${index}, ${(proxy?.cuts() ?? 0) - before} cuts`;
}

export const lineDelayed: FaultKind = {
  says: "every packet of one line, or of all, is 100 to 800 ms late, both ways",
  strike: (scene) => badLines(scene, { kind: "delay", ms: between(100, 800, scene.random) }),
};

export const lineCutAfterRequest: FaultKind = {
  says: "connections cut just after a request has passed, while it is carried out",
  strike: (scene) => cutLines(scene, "cutAfterRequest"),
};

export const lineCutBeforeReply: FaultKind = {
  says: "connections cut when the answer of a request comes, before a byte of it",
  strike: (scene) => cutLines(scene, "cutBeforeReply"),
};

export const lineDeaf: FaultKind = {
  says: "nothing passes and nothing is closed; what was sent meanwhile arrives later",
  strike: (scene) => badLines(scene, { kind: "blackHole" }),
};

export const lineTrickles: FaultKind = {
  says: "one byte a second each way",
  strike: (scene) => badLines(scene, { kind: "trickle" }),
};

export const deskOffline: FaultKind = {
  says: "one desk sends nothing for 1 to 2 seconds in the middle of its work, then all of it",
  strike: async ({ hold, random }) => {
    const { letGo } = hold();
    await pause(between(1_000, 2_000, random));
    letGo();
    return "";
  },
};
