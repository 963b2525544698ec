// Appointments of one day against the interviewers there are, language by language, quarter by quarter.

import type { AppointmentLoad } from "@fieldline/protocol";
import { languageName, useWording, zoneName } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { RecordTable } from "../cases/RecordTable.tsx";
import { day as dayName, number } from "../format.ts";
import { Settled } from "../frame/Settled.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { LoadBar } from "./LoadBar.tsx";
import { type LoadRow, loadRows } from "./load-rows.ts";
import { useAppointmentLoad } from "./use-queue.ts";
import type { QueueView } from "./view.ts";

interface LoadOfDayProps {
  readonly day: string | undefined;
  readonly look: (next: QueueView) => void;
}

export function LoadOfDay({ day, look }: LoadOfDayProps) {
  const load = useAppointmentLoad(useWaveHere().id, day);
  return <Settled query={load}>{(found) => <Load found={found} look={look} />}</Settled>;
}

interface LoadProps {
  readonly found: AppointmentLoad;
  readonly look: (next: QueueView) => void;
}

function Load({ found, look }: LoadProps) {
  const { t, language } = useWording();
  const { date, today, previous, next, languages } = found;
  const name = dayName(date, language);
  const step = (words: string, to: string | null) => (
    <Button
      variant="default"
      size="compact-sm"
      disabled={to === null || to === date}
      onClick={() => look({ day: to ?? date })}
    >
      {words}
    </Button>
  );
  const days = (
    <nav className="mo-queue__days mo-no-print" aria-label={t("monitor.queue.load.days")}>
      {step(t("monitor.queue.load.previous"), previous)}
      {step(t("monitor.queue.load.today"), today)}
      {step(t("monitor.queue.load.next"), next)}
    </nav>
  );
  return (
    <div className="mo-queue__load">
      <RecordTable<LoadRow>
        title={t("monitor.queue.load.title", { day: name })}
        file={`appointments_${date}`}
        rows={loadRows(languages)}
        none={t("monitor.queue.load.none")}
        tools={days}
        columns={[
          {
            id: "language",
            name: t("monitor.queue.load.language"),
            text: (row) => languageName(row.language, language),
          },
          {
            id: "time",
            name: t("monitor.queue.load.time"),
            unbroken: true,
            text: ({ time, timeZone }) => `${time} (${zoneName(t, timeZone)})`,
            key: ({ startsAt }) => Date.parse(startsAt),
          },
          {
            id: "exact",
            name: t("monitor.queue.load.exact"),
            end: true,
            text: ({ exact }) => number(exact, language),
            key: ({ exact }) => exact,
          },
          {
            id: "loose",
            name: t("monitor.queue.load.loose"),
            end: true,
            text: ({ loose }) => number(loose, language),
            key: ({ loose }) => loose,
          },
          {
            id: "against",
            name: t("monitor.queue.load.against"),
            text: ({ exact, loose, interviewers, overBooked }) =>
              t(overBooked ? "monitor.queue.load.overBooked" : "monitor.queue.load.fits", {
                appointments: exact + loose,
                interviewers,
              }),
            key: ({ exact, loose, interviewers }) => exact + loose - interviewers,
            cell: (row) => <LoadBar of={row} />,
          },
        ]}
      />
      <ul className="mo-queue__staff">
        {languages.map((one) => (
          <li key={one.language}>
            {t("monitor.queue.load.staff", {
              language: languageName(one.language, language),
              interviewers: one.interviewers,
              inShift: one.inShift,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
