// R5: every dial (a call that came in is none) by its own recorded field time and its own version of the call rules, in the order they were made.

import { type CallRules, mayDial } from "@fieldline/calling";
import { instant } from "@fieldline/kernel";
import { type Finding, findingOf } from "./finding.ts";
import type { Snapshot } from "./snapshot.ts";

const rule = { invariant: "R5", name: "dials" } as const;

interface DialRow {
  readonly id: string;
  readonly wave_id: string;
  readonly number_id: string;
  readonly version: number;
  readonly field_at: Date;
  readonly local_date: string;
  readonly country: string;
  readonly mode: string;
  readonly test_number: boolean;
  readonly list_read: boolean;
}

const dialsInOrder = `select a.id, a.wave_id, a.number_id, a.call_rules_version as version,
    a.dialled_field_at as field_at, a.local_date, c.country, w.mode, n.test_number,
    exists (select from do_not_call_import d where d.wave_id = a.wave_id) as list_read
  from contact_attempt a join "case" c on c.id = a.case_id join wave w on w.id = a.wave_id
  join phone_number n on n.id = a.number_id
  where a.line <> 'inbound'
  order by a.wave_id, a.number_id, a.dialled_field_at, a.id`;

/** The dates of a field can be moved afterwards, so they do not count here. */
const anyDate = { first: "0000-01-01", last: "9999-12-31" };

export const dials = {
  ...rule,
  find: async (snapshot: Snapshot): Promise<readonly Finding[]> => {
    const rules = await rulesByVersion(snapshot);
    const found: Finding[] = [];
    let earlier: DialRow[] = [];
    for await (const dial of snapshot.walk<DialRow>(dialsInOrder)) {
      const [first] = earlier;
      if (first?.wave_id !== dial.wave_id || first.number_id !== dial.number_id) earlier = [];
      const wrong = judge(dial, earlier, rules.get(`${dial.wave_id} ${dial.version}`));
      if (wrong) found.push(findingOf(rule, "contact_attempt")(dial.id, wrong));
      earlier.push(dial);
    }
    return found;
  },
};

async function rulesByVersion(snapshot: Snapshot): Promise<ReadonlyMap<string, CallRules>> {
  const rows = await snapshot.rows<{ wave_id: string; version: number; rules: CallRules }>(
    "select wave_id, version, rules from call_rules_version",
  );
  return new Map(
    rows.map((row) => [`${row.wave_id} ${row.version}`, { ...row.rules, version: row.version }]),
  );
}

function judge(dial: DialRow, earlier: readonly DialRow[], rules: CallRules | undefined): string | null {
  if (!rules) return `was dialled under version ${dial.version} of the call rules, which is not there`;
  const may = mayDial({
    rules,
    country: dial.country,
    at: instant(dial.field_at.getTime()),
    waveMode: dial.mode === "live" ? "live" : "test",
    fieldDates: anyDate,
    numberIsTestNumber: dial.test_number,
    attemptsToNumber: earlier.length,
    attemptsToNumberToday: earlier.filter(({ local_date }) => local_date === dial.local_date).length,
    doNotCall: false,
    dncListImported: dial.list_read,
  });
  if (!may.ok) return `would be refused with ${may.problem.code}`;
  const { localDate } = may.value;
  return localDate === dial.local_date ? null : `counts for ${dial.local_date}, was dialled on ${localDate}`;
}
