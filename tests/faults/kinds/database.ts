// Faults of the database: its processes killed, its disk full.

import { setTimeout as pause } from "node:timers/promises";
import { until } from "../support/until.ts";
import { between, type FaultKind } from "./scene.ts";

export const postmasterKilled: FaultKind = {
  says: "SIGKILL of PostgreSQL's first process; started again by whoever keeps it, and recovered from its log",
  strike: async ({ ground }) => {
    const before = ground.postmaster();
    process.kill(before, "SIGKILL");
    await until("another postmaster", () => ![0, before].includes(ground.postmaster()));
    await ground.query("select 1");
    return "";
  },
};

export const backendKilled: FaultKind = {
  says: "SIGKILL of one connection's process; PostgreSQL then ends them all and recovers",
  strike: async ({ ground, random }) => {
    const rows = await ground.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'fieldline' order by pid",
    );
    const pid = rows[between(0, rows.length - 1, random)]?.pid;
    if (pid) process.kill(pid, "SIGKILL");
    await pause(1);
    await ground.query("select 1");
    return `of ${rows.length}`;
  },
};

export const diskFull: FaultKind = {
  says: "the database's disk has no room for another page for 1 to 3 seconds; then it has again",
  strike: async ({ ground, random }) => {
    ground.fillDisk();
    await pause(between(1_000, 3_000, random));
    ground.freeDisk();
    await ground.query("select 1");
    return ground.disk;
  },
};
