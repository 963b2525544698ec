// R2: what is kept beside an interview is not in it as well. R1: it is erased where its case was taken back, and only there.

import { type Operation, sameContent } from "@fieldline/interview";
import { type Finding, findingOf } from "./finding.ts";
import type { Snapshot } from "./snapshot.ts";

const name = "interview-branch";
const entity = "interview_branch";
const twice = findingOf({ invariant: "R2", name }, entity);
const kept = findingOf({ invariant: "R1", name }, entity);

interface BothRow {
  readonly id: string;
  readonly reason: string;
  readonly branched: Operation;
  readonly logged: Operation;
}

const both = `select b.id, b.reason, s.step as branched, o.body as logged
  from interview_branch b cross join lateral jsonb_array_elements(b.operations) as s(step)
  join interview_operation o on o.interview_id = b.interview_id and o.id = (s.step ->> 'id')::uuid`;

interface ErasureRow {
  readonly id: string;
  readonly withdrawn: boolean;
}

/** Branches of which some step is not what it should be: erased in a withdrawn case, whole in any other. */
const erasure = `select distinct b.id, w.withdrawn
  from interview_branch b join "case" c on c.id = b.case_id
  cross join lateral (select c.final_disposition is not distinct from 'withdrawn') as w(withdrawn)
  cross join lateral jsonb_array_elements(b.operations) as s(step)
  where (s.step ->> 'type' = 'erased') <> w.withdrawn`;

export const interviewBranch = {
  invariant: "R2",
  name,
  find: async (snapshot: Snapshot): Promise<readonly Finding[]> => {
    const found: Finding[] = [];
    for await (const row of snapshot.walk<BothRow>(both)) {
      if (isDoubled(row)) found.push(twice(row.id, "holds a step that its interview has, too"));
    }
    for (const { id, withdrawn } of await snapshot.rows<ErasureRow>(erasure)) {
      found.push(kept(id, withdrawn ? "still says what was taken back" : "is erased and was not taken back"));
    }
    return found;
  },
} as const;

/** A step may have been set aside just because its id stands in the log with other content. */
function isDoubled({ reason, branched, logged }: BothRow): boolean {
  if (reason !== "refused") return true;
  return (branched.type as string) !== "erased" && sameContent(branched, logged);
}
