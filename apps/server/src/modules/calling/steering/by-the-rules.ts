// Puts a case back to where its attempts and the call rules leave it.

import { type DispositionKey, ranks } from "@fieldline/calling";
import { fieldStart } from "../../studies/index.ts";
import { caseByAttempts } from "../case-by-attempts.ts";
import { noFollowUp } from "../follow-up.ts";
import type { Steer } from "./steered.ts";

/** As after its latest call; one that was never called is fresh, as it came in. */
export const byTheRules: Steer = async (tx, ctx, { found, wave, onCaseClosed }) => {
  const latest = await tx.contactAttempt.findFirst({
    where: { caseId: found.id },
    orderBy: { dialledAt: "desc" },
  });
  if (latest) {
    const disposition = latest.disposition as DispositionKey;
    const call = { ...latest, case: found };
    const following = { call, disposition, wave, followUp: noFollowUp, onCaseClosed };
    return (await caseByAttempts(tx, ctx, following)).notes;
  }
  const dueAt = new Date(fieldStart(await tx.wave.findUniqueOrThrow({ where: { id: found.waveId } })));
  await tx.case.update({
    where: { id: found.id },
    data: {
      ...{ state: "open", rank: ranks.fresh, dueAt, held: null, forUser: null, forUserUntil: null },
      ...{ finalDisposition: null, finalCode: null, closedAt: null },
    },
  });
  return [];
};
