// The part of the day in which a household is not rung again at once.

import type { Instant } from "@fieldline/kernel";
import type { CaseLife } from "./case-life.ts";
import { daypartAt } from "./dayparts.ts";
import { nextCallable } from "./next-callable.ts";
import type { Daypart } from "./rules.ts";

/**
 * `latest`, the part in which the last try went unanswered, unless from `dueAt` on the field has hours in no other: then
 * keeping to it would mean never to ring there again. Where hours are unknown the part stands.
 */
export function avoidedPart(
  { rules, country, fieldDates }: Pick<CaseLife, "rules" | "country" | "fieldDates">,
  latest: Daypart | null,
  dueAt: Instant,
): Daypart | null {
  if (latest === null) return null;
  let at = dueAt;
  for (let parts = 0; parts < atMost; parts++) {
    const open = nextCallable(rules, country, at, fieldDates);
    if (open === null) return parts === 0 ? latest : null;
    const part = daypartAt(rules, country, open);
    if (!part.ok || part.value.daypart !== latest) return latest;
    at = part.value.endsAt;
  }
  return latest;
}

/** Parts looked at: a field is shorter, and one whose last day is put far away has others soon. */
const atMost = 60;
