// R3: the counters of every quota cell equal a recount of the interviews that hold its places, within its cap.

import { type Finding, findingOf } from "./finding.ts";
import type { Snapshot } from "./snapshot.ts";

const rule = { invariant: "R3", name: "quota-counters" } as const;

interface CellRow {
  readonly cell: string;
  readonly cap: number | null;
  readonly completed: number;
  readonly reserved: number;
  readonly now_completed: number;
  readonly now_reserved: number;
}

const cells = `select c.wave_id || ' ' || c.id as cell, c.cap, c.completed, c.reserved,
    count(*) filter (where p.state = 'completed')::int as now_completed,
    count(*) filter (where p.state = 'reserved')::int as now_reserved
  from quota_cell c
  left join quota_place p on p.wave_id = c.wave_id and c.id = any(p.cells)
  group by c.wave_id, c.id`;

/** Places that no cell counts, and places whose interview is not what they say. */
const places = `select p.interview_id as id, p.state, i.status, i.counted,
    exists (
      select from unnest(p.cells) as named(id)
      where not exists (select from quota_cell c where c.wave_id = p.wave_id and c.id = named.id)
    ) as astray
  from quota_place p join interview i on i.id = p.interview_id`;

interface PlaceRow {
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly counted: boolean;
  readonly astray: boolean;
}

const placeless = `select i.id from interview i join wave w on w.id = i.wave_id
  where i.counted and w.quota_plan_version is not null
    and not exists (select from quota_place p where p.interview_id = i.id and p.state = 'completed')`;

export const quotaCounters = {
  ...rule,
  find: async (snapshot: Snapshot): Promise<readonly Finding[]> => {
    const without = await snapshot.rows<{ id: string }>(placeless);
    return [
      ...(await snapshot.rows<CellRow>(cells)).flatMap(ofCell),
      ...(await snapshot.rows<PlaceRow>(places)).flatMap(ofPlace),
      ...without.map(({ id }) => findingOf(rule, "interview")(id, "is counted and has no place")),
    ];
  },
};

function ofCell({ cell, cap, completed, reserved, now_completed, now_reserved }: CellRow): Finding[] {
  const says = findingOf(rule, "quota_cell");
  return [
    ...(completed === now_completed
      ? []
      : [says(cell, `completed is ${completed}, recounted ${now_completed}`)]),
    ...(reserved === now_reserved ? [] : [says(cell, `reserved is ${reserved}, recounted ${now_reserved}`)]),
    ...(cap === null || now_completed + now_reserved <= cap
      ? []
      : [says(cell, `${now_completed} completed and ${now_reserved} reserved pass the cap of ${cap}`)]),
  ];
}

function ofPlace({ id, state, status, counted, astray }: PlaceRow): Finding[] {
  const says = findingOf(rule, "quota_place");
  const underWay = status === "inProgress" || status === "suspended";
  return [
    ...(astray ? [says(id, "names a cell that is not there")] : []),
    ...(counted === (state === "completed")
      ? []
      : [says(id, `is ${state}, its interview ${counted ? "counts" : "does not count"}`)]),
    ...(state === "reserved" && !underWay
      ? [says(id, `is reserved for an interview that is ${status}`)]
      : []),
  ];
}
