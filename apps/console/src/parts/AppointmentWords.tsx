// An appointment in words: day and time there, and the time here where it is another.

import type { AppointmentBody } from "@fieldline/protocol";
import { dayOfWeek, timeOfDay, useWording } from "@fieldline/wording";
import { ownZone, spanInWords, timeInWords } from "../outcome/wall-time.ts";

type Appointment = Pick<AppointmentBody, "kind" | "localFrom" | "localTo" | "timeZone" | "startsAt">;

export function AppointmentWords({ appointment }: { readonly appointment: Appointment }) {
  const { t, language } = useWording();
  const { kind, localFrom, localTo, timeZone, startsAt } = appointment;
  const at = Date.parse(startsAt);
  const here = timeOfDay(at, ownZone(), language);
  const there = spanInWords(localFrom, kind === "exact" ? localFrom : localTo, language);
  return (
    <>
      {t("console.appointment.title")}:{" "}
      <strong>
        {dayOfWeek(at, timeZone, language)}, {t("console.followUp.there", { time: there })}
      </strong>
      {here !== timeInWords(localFrom, language) && (
        <span className="fl-soft"> · {t("console.followUp.here", { time: here })}</span>
      )}
    </>
  );
}
