// The reasons for which a case was handed out, read off the case as it stands.

import { type Daypart, daypartAt } from "@fieldline/calling";
import { type Instant, instant } from "@fieldline/kernel";
import type { WriteTx } from "../../../platform/tx.ts";
import { memoryOf } from "./memory.ts";
import { needsOf } from "./needs.ts";
import { type Reason, reasonsFor } from "./reasons.ts";
import type { Seeker } from "./seeker.ts";

export async function reasonsOf(tx: WriteTx, caseId: string, { wave }: Seeker): Promise<Reason[]> {
  const found = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    include: {
      appointments: { where: { state: "open" } },
      attempts: { where: { line: { not: "inbound" } }, select: { dialledFieldAt: true } },
    },
  });
  const needs = memoryOf(wave.id).needs ?? (await needsOf(tx, wave.id, [found.country]));
  const partAt = (at: Instant): Daypart | null => {
    const part = daypartAt(wave.rules, found.country, at);
    return part.ok ? part.value.daypart : null;
  };
  const [appointment] = found.appointments;
  return reasonsFor(
    {
      ...found,
      rungIn: found.attempts.flatMap(({ dialledFieldAt }) => partAt(instant(dialledFieldAt.getTime())) ?? []),
      appointment: appointment
        ? {
            localDate: appointment.localDate,
            localFrom: appointment.localFrom,
            localTo: appointment.localTo,
          }
        : null,
    },
    {
      need: needs.of(found.country, found.region),
      daypart: partAt(wave.fieldNow),
    },
  );
}
