// What it means that a write came up against a unique index: somebody was quicker, or an id made elsewhere is taken.

import { PassingRefusal } from "../problems/refusal.ts";
import { violatedConstraint } from "./errors.ts";

/** Ids of rows that clients make themselves; a second row with one of them is another command under an old name. */
const taken = "command.differentContent";

const meanings: ReadonlyMap<string, string> = new Map([
  ["lease_user_open_key", "calling.deskHasCase"],
  ["contact_attempt_open_key", "calling.attemptOpen"],
  ["interview_open_key", "interview.underWay"],
  ["interview_code_key", "interview.codeTaken"],
  ["contact_attempt_pkey", taken],
  ["interview_pkey", taken],
  ["interview_operation_id_key", taken],
]);

/**
 * The refusal that stands for the violated index, or the error as it was. The verbs ask before they write, so only
 * two requests in the same moment get here, and ids that belong to something the asker may not see.
 */
export function asRefusal(error: unknown): unknown {
  const code = meanings.get(violatedConstraint(error) ?? "");
  return code === undefined ? error : new PassingRefusal({ code });
}
