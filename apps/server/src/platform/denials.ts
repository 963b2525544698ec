// Denied accesses: one row a person, route and minute, with a count, written apart from what was denied.

import { minute, type Problem } from "@fieldline/kernel";
import type { UserActor } from "./actor.ts";
import type { MachineClock } from "./clocks.ts";
import type { Database } from "./db/database.ts";
import type { Denied } from "./http/access.ts";

export const denialRecorder =
  (database: Database, clock: MachineClock): Denied =>
  (actor: UserActor, route: string, problem: Problem) => {
    const key = {
      userId: actor.id,
      route,
      minute: new Date(Math.floor(clock.now() / minute) * minute),
    };
    return database.write("plain", async (tx) => {
      await tx.accessDenial.upsert({
        where: { userId_route_minute: key },
        create: { ...key, count: 1, code: problem.code },
        update: { count: { increment: 1 }, code: problem.code },
      });
    });
  };
