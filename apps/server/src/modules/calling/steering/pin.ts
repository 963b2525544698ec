// Pins a case: next in turn and due now, for one interviewer only or for whoever may take it.

import { ranks } from "@fieldline/calling";
import { refuse } from "../../../platform/problems/refusal.ts";
import { tellDesk } from "../tell-desk.ts";
import { byTheRules } from "./by-the-rules.ts";
import { refuseUnfit } from "./candidates.ts";
import { refuseUnlessWaiting, type Steer } from "./steered.ts";

/**
 * What the rules keep it for or from (a part of the day, a skill, another interviewer) is set aside; hours, ceilings and
 * the do-not-call list hold at the dial as ever.
 */
export const pin: Steer<{ readonly userId: string | null }> = async (tx, ctx, steered) => {
  const { found, wave, userId } = steered;
  await refuseUnlessWaiting(tx, steered);
  if (found.held === "noNumber") throw refuse("calling.noNumberToRing");
  if (userId) await refuseUnfit(tx, ctx, steered, userId);
  await tx.case.update({
    where: { id: found.id },
    data: {
      ...{ rank: ranks.pinned, dueAt: new Date(wave.fieldNow), held: null, avoid: 0 },
      ...{ needsSkill: null, notUser: null, forUser: userId, forUserUntil: null },
    },
  });
  if (userId) await tellDesk(tx, ctx, userId);
  return [];
};

export const unpin: Steer = async (tx, ctx, steered) => {
  await refuseUnlessWaiting(tx, steered);
  if (steered.found.rank !== ranks.pinned) throw refuse("calling.notPinned");
  return byTheRules(tx, ctx, steered);
};
