// The appointments of a case, on the clock of the person called.

import type { CasePage } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { day, dayAndTime } from "../format.ts";
import { RecordTable } from "./RecordTable.tsx";

type Appointment = CasePage["appointments"][number];

export function AppointmentTable({ page }: { readonly page: CasePage }) {
  const { t, language } = useWording();
  return (
    <RecordTable<Appointment>
      title={t("monitor.cases.appointments")}
      file="appointments"
      rows={page.appointments}
      none={t("monitor.cases.noAppointments")}
      columns={[
        {
          id: "when",
          name: t("monitor.cases.appointment.when"),
          text: ({ localDate, localFrom, localTo }) =>
            `${day(localDate, language)}, ${localFrom === localTo ? localFrom : `${localFrom}–${localTo}`}`,
          key: ({ startsAt }) => Date.parse(startsAt),
        },
        {
          id: "kind",
          name: t("monitor.cases.appointment.kind"),
          text: ({ kind }) => t(`monitor.cases.appointment.kinds.${kind}`),
        },
        {
          id: "state",
          name: t("monitor.cases.appointment.state"),
          text: ({ state }) => t(`monitor.cases.appointment.states.${state}`),
        },
        { id: "by", name: t("monitor.cases.appointment.by"), text: ({ by }) => by },
        {
          id: "madeAt",
          name: t("monitor.cases.appointment.madeAt"),
          text: ({ madeAt }) => dayAndTime(madeAt, undefined, language),
          key: ({ madeAt }) => Date.parse(madeAt),
        },
      ]}
    />
  );
}
