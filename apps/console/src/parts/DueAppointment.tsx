// An appointment that is due rings at the top of every screen: seen, announced, and heard once unless silenced.

import { countryName, useWording } from "@fieldline/wording";
import { useEffect } from "react";
import { timeInWords } from "../outcome/wall-time.ts";
import { readSound } from "../settings.ts";
import { useSeatState } from "../use-seat.ts";
import { ringTone } from "./ring-tone.ts";
import { useDue } from "./use-due.ts";

/** Appointments that have rung on this page. */
const rung = new Set<string>();

export function DueAppointment() {
  const { appointments, case: held } = useSeatState();
  const { t, language } = useWording();
  const isDue = useDue();
  const due = appointments.filter((each) => isDue(each) && each.caseId !== held?.id);
  const first = due[0];
  const id = first?.id;
  useEffect(() => {
    if (!id || rung.has(id)) return;
    rung.add(id);
    if (readSound() === "on") ringTone();
  }, [id]);
  return (
    <p className="co-due" role="alert">
      {first && (
        <>
          <span aria-hidden="true">⏰ </span>
          {t("console.appointment.dueNow", {
            time: timeInWords(first.localFrom, language),
            reference: first.reference,
            country: countryName(first.country, language),
          })}
          {due.length > 1 && ` ${t("console.appointment.dueMore", { count: due.length - 1 })}`}
        </>
      )}
    </p>
  );
}
