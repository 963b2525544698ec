// All rules of the recount over one snapshot.

import type { Pool } from "pg";
import { caseFold } from "./case-fold.ts";
import { dials } from "./dials.ts";
import { doNotCall } from "./do-not-call.ts";
import type { Finding, Rule } from "./finding.ts";
import { interviewBranch } from "./interview-branch.ts";
import { interviews } from "./interviews.ts";
import { journalled } from "./journalled.ts";
import { leases } from "./leases.ts";
import { queue } from "./queue.ts";
import { quotaCounters } from "./quota-counters.ts";
import { inSnapshot, type Snapshot } from "./snapshot.ts";
import { uniqueIds } from "./unique-ids.ts";

const rules: readonly (Rule & { find(snapshot: Snapshot): Promise<readonly Finding[]> })[] = [
  uniqueIds,
  interviews,
  interviewBranch,
  quotaCounters,
  leases,
  dials,
  doNotCall,
  caseFold,
  journalled,
  queue,
];

/**
 * Counts and concludes everything again. Reads as the owner of the tables, in one transaction that changes nothing,
 * also while others write.
 * @returns what does not hold; nothing where all is well
 */
export const recount = (database: { readonly pool: Pick<Pool, "connect"> }): Promise<readonly Finding[]> =>
  inSnapshot(database.pool, async (snapshot) => {
    const found: Finding[] = [];
    for (const rule of rules) found.push(...(await rule.find(snapshot)));
    return found;
  });
