// R1, R2, R8 and the heads of R12: what was acknowledged is there once, in order, and folds to what the head says.

import { sameContent } from "@fieldline/interview";
import type { Ground } from "../server/ground.ts";
import { logOf } from "../server/interviews.ts";
import type { InterviewRow } from "../server/rows.ts";
import { must } from "../trace.ts";
import type { Ghosts } from "./ghosts.ts";

export function checkLogs(ground: Ground, ghosts: Ghosts): void {
  nothingInvented(ground, ghosts);
  nothingLost(ground, ghosts);
  for (const row of ground.store.interviews.values()) headIsFold(row);
}

function nothingInvented({ store }: Ground, { made }: Ghosts): void {
  for (const row of store.interviews.values()) {
    for (const { operation, userId } of row.rows) {
      const known = made.get(operation.id);
      if (userId === "server") continue;
      must(
        known !== undefined,
        "R2",
        () => `${operation.type} ${operation.id} of ${row.id} was made by nobody`,
      );
      must(
        sameContent(known.operation, operation),
        "R1",
        () => `${operation.type} ${operation.id} of ${row.id} is not as it was made`,
      );
    }
  }
}

function nothingLost({ store }: Ground, { acknowledged }: Ghosts): void {
  for (const [key, ids] of acknowledged) {
    const interviewId = key.split(" ")[0] ?? "";
    const logged = store.interviews.get(interviewId)?.rows ?? [];
    const branched = store.branches.get(interviewId) ?? [];
    const places = new Map<string, number>();
    for (const [place, { operation }] of [...logged, ...branched].entries()) {
      must(!places.has(operation.id), "R2", () => `${operation.id} of ${interviewId} is there twice`);
      places.set(operation.id, place);
    }
    const before = { log: -1, branch: -1 };
    for (const id of ids) {
      const place = places.get(id);
      must(place !== undefined, "R1", () => `${id} of ${interviewId} was acknowledged and is lost`);
      const kept = place < logged.length ? "log" : "branch";
      must(place > before[kept], "R1", () => `${id} of ${interviewId} is out of order`);
      before[kept] = place;
    }
  }
}

function headIsFold(row: InterviewRow): void {
  let state: string;
  try {
    state = JSON.stringify(logOf(row.release, row.rows).state);
  } catch (problem) {
    must(false, "R12", () => `the log of ${row.id}: ${problem instanceof Error ? problem.message : ""}`);
    return;
  }
  must(state === JSON.stringify(row.log.state), "R12", () => `the head of ${row.id} is no fold of its log`);
  const { status, seq, language, release } = JSON.parse(state);
  const same = status === row.status && seq === row.seq && language === row.language;
  must(same, "R12", () => `the head of ${row.id} says ${row.status} ${row.seq}, its log ${status} ${seq}`);
  must(release === row.release, "R8", () => `${row.id} changed its release`);
}
