// What the desk hears of an outcome: what became of case, number and appointment.

import type { AgreedAppointment, CaseAfter } from "@fieldline/calling";
import { toIso } from "@fieldline/kernel";
import type { CorrectOutcomeReply } from "@fieldline/protocol";

export const outcomeReply = (after: CaseAfter, agreed: AgreedAppointment | null): CorrectOutcomeReply => ({
  caseState: after.state,
  dueAt: after.state === "open" ? toIso(after.dueAt) : null,
  finalCode: after.state === "closed" ? after.code : null,
  numberClosed: after.closesNumber || after.doNotCall,
  appointment: agreed && {
    localDate: agreed.localDate,
    localFrom: agreed.localFrom,
    localTo: agreed.localTo,
    startsAt: toIso(agreed.startsAt),
  },
});
