// R2: nothing is there twice, also where an index that should refuse it is missing.

import { findingOf } from "./finding.ts";
import type { Snapshot } from "./snapshot.ts";

/** Tables and the columns that name a row once. */
const keys: Readonly<Record<string, string>> = {
  interview_operation: "id",
  command_receipt: "id",
  contact_attempt: "id",
  journal_entry: "id",
  phone_number: "encode(hash, 'hex')",
  lease: "case_id || '/' || fence",
};

const rule = { invariant: "R2", name: "unique-ids" } as const;

export const uniqueIds = {
  ...rule,
  find: async (snapshot: Snapshot) => {
    const found = [];
    for (const [table, key] of Object.entries(keys)) {
      const rows = await snapshot.rows<{ id: string; times: number }>(
        `select (${key})::text as id, count(*)::int as times from ${table} group by 1 having count(*) > 1`,
      );
      const says = findingOf(rule, table);
      found.push(...rows.map(({ id, times }) => says(id, `is there ${times} times`)));
    }
    return found;
  },
};
