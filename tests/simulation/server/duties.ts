// What the model server does by itself: leases that ran out, places that ran out, appointments that are past.

import { missedAt, ranks } from "@fieldline/calling";
import { day } from "@fieldline/kernel";
import { closeCall, move, nextDayOf, numbersOf, outcomeWithoutDesk } from "./close-call.ts";
import { caseOf, type Ground, journalled } from "./ground.ts";
import { lateEnd, logOf, underWay } from "./interviews.ts";
import { end, openAttempt } from "./leases.ts";
import { freeExpired } from "./places.ts";
import type { CaseRow } from "./rows.ts";

export function runDuties(ground: Ground): void {
  reclaim(ground);
  endAbandoned(ground);
  freeExpired(ground);
  missAppointments(ground);
}

function reclaim(ground: Ground): void {
  const expired = [...ground.store.openLeases.values()].filter(({ expiresAt }) => expiresAt < ground.now());
  for (const lease of expired) {
    end(ground, lease, "expired");
    if (ground.planted !== "journalRowSkipped") {
      const after = { lease: lease.id, ended: "expired" };
      journalled(ground, { action: "reclaim", kind: "case", id: lease.caseId, after });
    }
    const call = openAttempt(ground, lease.caseId);
    if (call)
      closeCall(ground, "reclaim", { call, disposition: outcomeWithoutDesk(ground, call), presumed: true });
    if (ground.planted === "expiryDeletesAnswers") deleteAnswers(ground, lease.caseId);
  }
}

/** A silent desk has a day to send what was said; then what it left open in a closed case is over. */
function endAbandoned(ground: Ground): void {
  const { store } = ground;
  const since = ground.now() - day;
  for (const row of store.interviews.values()) {
    if (!underWay(row) || store.openLeases.has(row.caseId)) continue;
    const { closedAt } = caseOf(ground, row.caseId);
    if (closedAt === null || closedAt >= since) continue;
    if (row.rows.some(({ receivedAt }) => receivedAt >= since)) continue;
    ground.onCaseClosed(ground, row);
    const [call] = [...(store.attemptsOfCase.get(row.caseId) ?? [])].sort(
      (a, b) => b.dialledAt - a.dialledAt,
    );
    if (call) lateEnd(ground, call);
  }
}

function deleteAnswers({ store }: Ground, caseId: string): void {
  for (const row of store.interviewsOfCase.get(caseId) ?? []) {
    if (row.status !== "inProgress") continue;
    row.rows = row.rows.slice(0, 1);
    row.log = logOf(row.release, row.rows);
    row.seq = 1;
  }
}

function missAppointments(ground: Ground): void {
  const now = ground.fieldNow();
  const times = ground.wave.rules.pacing.appointments;
  for (const rows of ground.store.appointments.values()) {
    for (const row of rows) {
      if (row.state !== "open" || missedAt(row.agreed, times) > now) continue;
      const ofCase = caseOf(ground, row.caseId);
      if (ofCase.state !== "open" || ground.store.openLeases.has(row.caseId)) continue;
      Object.assign(ofCase, { rank: ranks.exact, dueAt: dialableFrom(ground, ofCase), forUser: null });
      move(ground, row, "missed");
    }
  }
}

/** Now, or the next local day where every number left has been dialled its fill today. */
function dialableFrom(ground: Ground, row: CaseRow): number {
  const left = numbersOf(ground, row).filter(({ closed, doNotCall }) => !closed && !doNotCall);
  const { perLocalDay } = ground.wave.rules.ceiling;
  const full = left.length > 0 && left.every(({ dialsToday }) => dialsToday >= perLocalDay);
  return full ? nextDayOf(ground, row) : ground.fieldNow();
}
