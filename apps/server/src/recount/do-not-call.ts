// R6: no number is dialled after it came on the do-not-call list.

import { type Finding, findingOf } from "./finding.ts";
import type { Snapshot } from "./snapshot.ts";

const rule = { invariant: "R6", name: "do-not-call" } as const;

/**
 * An entry and a dial of one number wait for each other, and each is journalled before the other may go on. So the
 * journal tells which came first, also where the clocks of two servers, or the instants at which both were asked for,
 * say otherwise. A list that was read in is journalled as a whole.
 */
const late = `select a.id from contact_attempt a join phone_number n on n.id = a.number_id
  where a.dialled_at > n.do_not_call_at and a.line <> 'inbound'
    and not coalesce(
      (select min(j.seq) from journal_entry j where j.entity_kind = 'attempt' and j.entity_id = a.id::text)
      < coalesce(
        (select min(j.seq) from journal_entry j
          where j.entity_kind = 'phoneNumber' and j.entity_id = n.id::text and j.after ->> 'doNotCall' = 'true'),
        (select max(j.seq) from journal_entry j
          where j.entity_kind = 'doNotCallImport' and j.machine_at = n.do_not_call_at)
      ), false)`;

export const doNotCall = {
  ...rule,
  find: async (snapshot: Snapshot): Promise<readonly Finding[]> =>
    (await snapshot.rows<{ id: string }>(late)).map(({ id }) =>
      findingOf(rule, "contact_attempt")(id, "was dialled after its number came on the do-not-call list"),
    ),
};
