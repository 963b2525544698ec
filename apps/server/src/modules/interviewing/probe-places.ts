// Stands in for places while operations are folded only to see whether any place would be touched.

import type { Places } from "../quotas/index.ts";
import type { Head } from "./desks.sql.ts";
import { type Folded, foldPosting, type Posted } from "./fold-posting.ts";
import type { WarmLog } from "./warm-logs.ts";

/** What the operations come to if no place is touched by them; null if one is. */
export function foldWithoutPlaces(posted: Posted, head: Head, warm: WarmLog): Folded | null {
  let touched = false;
  const touch = <Value>(value: Value) => {
    touched = true;
    return value;
  };
  const probe: Places = {
    decide: () => touch("granted"),
    confirm: () => touch("counted"),
    free: () => touch(undefined),
    withdraw: () => touch(undefined),
    keepLonger: () => {},
  };
  const folded = foldPosting(probe, posted, head, warm);
  return touched ? null : folded;
}
