// Faults of server processes: killed at random and at named moments, stalled, frozen, restarted in turn.

import type { FaultPoint } from "../../../apps/server/src/platform/faults.ts";
import type { Act, Strike } from "../strikes/strikes.ts";
import { between, type FaultKind, oneOf, type Scene } from "./scene.ts";

const faultPoints = [
  "command.afterBegin",
  "command.beforeCommit",
  "command.afterCommit",
  "answers.afterBegin",
  "answers.beforeCommit",
  "answers.afterCommit",
  "reply.beforeWrite",
  "news.stamped",
  "duty.begun",
  "duty.done",
] as const satisfies readonly FaultPoint[];

/** Arms one strike on every server, since which of them does a duty is not ours to say; one that falls is enough. */
async function strikeAtPoint({ servers, random }: Scene, act: Act): Promise<string> {
  const point = oneOf(faultPoints, random);
  const strike: Strike = { point, nth: between(1, 6, random), act, ms: between(1_000, 2_500, random) };
  const index = between(0, servers.length - 1, random);
  const chosen =
    point.startsWith("duty") || point.startsWith("news") ? servers : servers.slice(index, index + 1);
  const fallen = Promise.any(chosen.map((server) => server.struck()));
  await Promise.all(chosen.map((server) => server.arm(strike)));
  const fell = await fallen;
  await Promise.all(chosen.map((server) => server.up()));
  return `${point} × ${strike.nth}${fell ? "" : ", not reached"}`;
}

export const serverKilled: FaultKind = {
  says: "SIGKILL of a server process at a random moment; started again at once",
  strike: async ({ servers, random }) => {
    const index = between(0, servers.length - 1, random);
    await servers[index]?.ends("SIGKILL");
    return `server ${index}`;
  },
};

export const serverKilledAtPoint: FaultKind = {
  says: "a server process sends itself SIGKILL at the n-th time a named moment is reached",
  strike: (scene) => strikeAtPoint(scene, "kill"),
};

export const serverStalledAtPoint: FaultKind = {
  says: "the request, batch or duty at a named moment stands still for 1 to 2.5 seconds, longer than desks wait",
  strike: (scene) => strikeAtPoint(scene, "stall"),
};

export const connectionBrokenAtPoint: FaultKind = {
  says: "at a named moment the server's work fails with the error of a broken database connection",
  strike: (scene) => strikeAtPoint(scene, "breakConnection"),
};

export const serverFrozen: FaultKind = {
  says: "SIGSTOP of a server process for 0.5 to 2 seconds, then SIGCONT",
  strike: async ({ servers, random }) => {
    const index = between(0, servers.length - 1, random);
    await servers[index]?.freezes(between(500, 2_000, random));
    return `server ${index}`;
  },
};

export const serversRestartedInTurn: FaultKind = {
  says: "every server ended with SIGTERM and started again, one after the other, under load",
  strike: async ({ servers }) => {
    for (const server of servers) await server.ends("SIGTERM");
    return `${servers.length} servers`;
  },
};
