// The desk's own list: open appointments that the interviewer made, of today and overdue ones.

import { type AppointmentTimes, defaultPacing, isDue } from "@fieldline/calling";
import { localTime } from "@fieldline/kernel";
import type { OwnAppointment } from "@fieldline/protocol";
import type { QueryContext } from "../../platform/command.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { reachOf } from "../access/index.ts";
import { type ContactSeal, openName } from "../samples/index.ts";
import { callRulesOf } from "../studies/index.ts";
import { appointmentAsBody } from "./appointment-body.ts";
import { asAgreed } from "./appointments.ts";

/** No desk shows more. */
const atMost = 100;

/**
 * The earliest first, of waves in the field; today is that of the respondent. A case on a desk just now is left out, and so is one of a
 * country that is no longer theirs. Contact data.
 */
export async function ownAppointments(
  tx: ReadTx,
  ctx: QueryContext,
  { userId, seal }: { readonly userId: string; readonly seal: ContactSeal },
): Promise<OwnAppointment[]> {
  const reach = await reachOf(tx, ctx.actor);
  const within =
    reach === "everything"
      ? {}
      : {
          OR: reach.map(({ studyId, countries }) => ({
            wave: { studyId },
            country: { in: [...countries] },
          })),
        };
  const rows = await tx.appointment.findMany({
    where: {
      userId,
      state: "open",
      case: { leases: { none: { endedAt: null } }, ...within },
      AND: { case: { wave: { state: "inField" } } },
    },
    orderBy: { startsAt: "asc" },
    take: atMost,
    include: { case: { include: { wave: true, record: { select: { id: true, reference: true } } } } },
  });
  const list: OwnAppointment[] = [];
  const timesOf = timesByWave(tx);
  for (const row of rows) {
    const { wave, record, country } = row.case;
    const fieldNow = ctx.fieldNow(wave);
    if (row.localDate > (localTime(fieldNow, row.timeZone)?.date ?? "")) continue;
    list.push({
      ...appointmentAsBody(row),
      caseId: row.caseId,
      reference: record.reference,
      country,
      due: isDue(asAgreed(row), fieldNow, await timesOf(wave)),
      askFor: await openName(tx, seal, record.id),
    });
  }
  return list;
}

/** Each wave's rules are read once. */
function timesByWave(tx: ReadTx) {
  const known = new Map<string, AppointmentTimes>();
  return async (wave: Parameters<typeof callRulesOf>[1]): Promise<AppointmentTimes> => {
    const times = known.get(wave.id) ?? ((await callRulesOf(tx, wave))?.pacing ?? defaultPacing).appointments;
    known.set(wave.id, times);
    return times;
  };
}
