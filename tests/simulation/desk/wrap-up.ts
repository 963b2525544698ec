// The end of a call at a desk: an outcome that fits, with what it needs, kept in the outbox.

import { type AppointmentWish, type DispositionKey, slotsOn } from "@fieldline/calling";
import type { InterviewStatus } from "@fieldline/interview";
import { instant, localTime } from "@fieldline/kernel";
import { studyLanguages } from "@fieldline/study-2008";
import { type Desk, type Floor, soon } from "./desk.ts";
import { keep } from "./outbox.ts";

const ended: Readonly<Record<InterviewStatus, readonly DispositionKey[]>> = {
  inProgress: [],
  suspended: ["breakOffResumable", "lineDropped", "callLater", "appointmentExact", "appointmentLoose"],
  completed: ["complete"],
  partial: ["partial"],
  brokenOff: ["breakOff", "breakOff", "hardRefusal", "doNotCall"],
  screenedOut: ["noEligibleRespondent"],
  quotaFull: ["quotaFull"],
  noPlace: ["noPlace"],
  void: [],
};

export const outcomeOf = (desk: Desk, status: InterviewStatus): DispositionKey =>
  desk.chance.pick(ended[status]);

/** The person has hung up; the interviewer says what came of it. */
export function wrapUp(floor: Floor, desk: Desk, disposition: DispositionKey): void {
  const { seat } = desk.disk;
  floor.ghosts.talks.delete(desk.id);
  if (!seat?.call) return;
  seat.stage = "wrapping";
  const attempt = seat.call.id;
  soon(floor, desk, desk.chance.scale(2_000, 60_000), () => {
    if (desk.disk.seat === seat && seat.call?.id === attempt) tell(floor, desk, disposition);
  });
}

function tell(floor: Floor, desk: Desk, wished: DispositionKey): void {
  const { seat } = desk.disk;
  if (!seat?.call) return;
  const appointment = /^appointment/.test(wished) ? wishFor(floor, desk, wished) : null;
  const disposition = /^appointment/.test(wished) && !appointment ? "callLater" : wished;
  floor.trace.say(desk.id, `outcome of ${seat.call.id}: ${disposition}`);
  keep(floor, desk, {
    kind: "command",
    request: {
      kind: "outcome",
      commandId: floor.ground.newId("command"),
      userId: desk.userId,
      caseId: seat.caseId,
      fence: seat.fence,
      attemptId: seat.call.id,
      disposition,
      ...(appointment ? { appointment } : {}),
      ...(disposition === "languageProblem" ? { languageNeeded: desk.chance.pick(studyLanguages) } : {}),
    },
  });
}

/** Some days from now at a quarter of an hour; now and then one at which nobody may be called. */
function wishFor({ ground }: Floor, desk: Desk, wished: DispositionKey): AppointmentWish | null {
  const { chance, disk } = desk;
  const country = disk.seat?.country ?? "";
  const { rules } = ground.wave;
  const local = localTime(ground.fieldNow(), rules.countries[country]?.timeZone ?? "UTC");
  if (!local) return null;
  const noon = instant(Date.parse(`${local.date}T12:00:00Z`) + chance.whole(0, 3) * 86_400_000);
  const date = new Date(noon).toISOString().slice(0, 10);
  const day = slotsOn(rules, country, date);
  const times = day.ok ? day.value.slots.map(({ time }) => time) : [];
  const first = chance.yes(0.1) || times.length < 9 ? "05:15" : chance.pick(times.slice(0, -8));
  if (wished === "appointmentExact") return { kind: "exact", date, time: first };
  const to = times[times.indexOf(first) + 8] ?? "06:00";
  return { kind: "loose", date, from: first, to };
}
