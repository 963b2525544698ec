// The interviewer's own appointments of today, in the respondent's time and in own time; due ones marked in words.

import type { OwnAppointment } from "@fieldline/protocol";
import { countryName, timeOfDay, useWording } from "@fieldline/wording";
import { ownZone, spanInWords } from "../outcome/wall-time.ts";
import { useDue } from "./use-due.ts";

export function AppointmentList({ appointments }: { readonly appointments: readonly OwnAppointment[] }) {
  const { t, language } = useWording();
  const isDue = useDue();
  return (
    <section className="fl-panel co-appointments">
      <h2>{t("console.appointment.mine")}</h2>
      {appointments.length === 0 ? (
        <p className="fl-soft">{t("console.appointment.none")}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("console.followUp.timeThere")}</th>
              <th scope="col">{t("console.followUp.timeHere")}</th>
              <th scope="col">{t("console.appointment.case")}</th>
            </tr>
          </thead>
          <tbody>
            {appointments.map((appointment) => {
              const { id, kind, localFrom, localTo, startsAt, reference, country, askFor } = appointment;
              const due = isDue(appointment);
              return (
                <tr key={id} data-due={due}>
                  <td className="co-number">
                    {spanInWords(localFrom, kind === "exact" ? localFrom : localTo, language)}
                  </td>
                  <td className="co-number">{timeOfDay(Date.parse(startsAt), ownZone(), language)}</td>
                  <td>
                    {reference} · {countryName(country, language)}
                    {askFor && ` · ${askFor}`}
                    {due && <em className="co-mark">{t("console.appointment.due")}</em>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
