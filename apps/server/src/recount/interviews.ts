// Walks over all interviews once, folds each log over its release, and lets every rule about interviews judge it.

import { type CompiledRelease, type Operation, replay } from "@fieldline/interview";
import { loggedOperation } from "@fieldline/protocol/schemas";
import type { QuotaPlan } from "@fieldline/quota";
import type { Finding } from "./finding.ts";
import { interviewHead } from "./interview-head.ts";
import { interviewLog } from "./interview-log.ts";
import { interviewPlace } from "./interview-place.ts";
import { interviewRelease, releases } from "./interview-release.ts";
import { interviewResult } from "./interview-result.ts";
import type { InterviewRule, LoggedInterview, StoredInterview } from "./logged-interview.ts";
import type { Snapshot } from "./snapshot.ts";

const stored = `select i.id, i.wave_id, i.release_id, a.release_id as call_release_id, r.fingerprint, i.country, i.status, i.seq, i.language, i.unit,
    i.counted, i.over_quota, i.ended_at is not null as ended, w.quota_plan_version as plan_version,
    (select jsonb_build_object('answers', x.answers, 'facts', x.facts) from interview_result x
      where x.interview_id = i.id) as result,
    (select jsonb_build_object('state', p.state, 'cells', to_jsonb(p.cells)) from quota_place p
      where p.interview_id = i.id) as place,
    coalesce((select jsonb_agg(jsonb_build_object('seq', o.seq, 'id', o.id, 'type', o.type, 'body', o.body)
      order by o.seq) from interview_operation o where o.interview_id = i.id), '[]') as operations
  from interview i join instrument_release r on r.id = i.release_id join wave w on w.id = i.wave_id
  join contact_attempt a on a.id = i.attempt_id`;

export const interviews = {
  invariant: "R2",
  name: "interviews",
  find: async (snapshot: Snapshot): Promise<readonly Finding[]> => {
    const { compiled, findings } = await releases(snapshot);
    const plans = await plansOf(snapshot);
    const judges: readonly InterviewRule[] = [
      interviewLog,
      interviewHead,
      interviewRelease,
      interviewResult,
      interviewPlace(plans),
    ];
    const found = [...findings];
    for await (const row of snapshot.walk<StoredInterview>(stored)) {
      const release = compiled.get(row.release_id);
      if (!release) continue;
      const folded = foldedOver(release, row);
      found.push(...judges.flatMap((judge) => judge(folded)));
    }
    return found;
  },
} as const;

async function plansOf(snapshot: Snapshot): Promise<ReadonlyMap<string, QuotaPlan>> {
  const rows = await snapshot.rows<{ wave_id: string; version: number; plan: QuotaPlan }>(
    "select wave_id, version, plan from quota_plan_version",
  );
  return new Map(rows.map(({ wave_id, version, plan }) => [`${wave_id} ${version}`, plan]));
}

function foldedOver(compiled: CompiledRelease, row: StoredInterview): LoggedInterview {
  if (row.status === "void") return { ...row, compiled, state: null, refused: null };
  const parsed = row.operations.map(({ body }) => loggedOperation.safeParse(body));
  const odd = parsed.findIndex(({ success }) => !success);
  if (odd >= 0) {
    return { ...row, compiled, state: null, refused: `operation ${row.operations[odd]?.seq} cannot be read` };
  }
  const operations = parsed.map(({ data }) => data) as unknown as readonly Operation[];
  const folded = replay(compiled, operations);
  return folded.ok
    ? { ...row, compiled, state: folded.value, refused: null }
    : { ...row, compiled, state: null, refused: folded.problem.code };
}
