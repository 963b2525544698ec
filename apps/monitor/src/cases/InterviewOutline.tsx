// The interviews of a case in outline: how far they came and what they count for. No answers.

import type { CasePage } from "@fieldline/protocol";
import { languageName, useWording } from "@fieldline/wording";
import { dayAndTime, number, shortDayAndTime } from "../format.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { RecordTable } from "./RecordTable.tsx";

type Interview = CasePage["interviews"][number];

export function InterviewOutline({ page }: { readonly page: CasePage }) {
  const { t, language } = useWording();
  const zone = zoneOf(useWaveHere());
  const time = (at: string | null): string => (at === null ? "" : shortDayAndTime(at, zone, language));
  const timeInFile = (at: string | null): string => (at === null ? "" : dayAndTime(at, zone, language));
  const counts = ({ counted, overQuota }: Interview): string =>
    overQuota ? t("monitor.quotas.overQuota") : t(counted ? "monitor.yes" : "monitor.no");
  const head = (column: "status" | "language" | "interviewer" | "startedAt" | "endedAt" | "minutes") =>
    t(`monitor.interviews.column.${column}`);
  return (
    <RecordTable<Interview>
      title={t("monitor.interviews.title")}
      file="case_interviews"
      rows={page.interviews}
      none={t("monitor.cases.noInterviews")}
      columns={[
        {
          id: "startedAt",
          name: head("startedAt"),
          unbroken: true,
          text: ({ startedAt }) => time(startedAt),
          file: ({ startedAt }) => timeInFile(startedAt),
          key: ({ startedAt }) => Date.parse(startedAt),
        },
        {
          id: "endedAt",
          name: head("endedAt"),
          unbroken: true,
          text: ({ endedAt }) => time(endedAt),
          file: ({ endedAt }) => timeInFile(endedAt),
          key: ({ endedAt }) => (endedAt === null ? null : Date.parse(endedAt)),
        },
        {
          id: "status",
          name: head("status"),
          text: ({ status }) => t(`monitor.interviews.statuses.${status}`),
        },
        { id: "interviewer", name: head("interviewer"), text: ({ interviewer }) => interviewer },
        { id: "language", name: head("language"), text: (one) => languageName(one.language, language) },
        {
          id: "unit",
          name: t("monitor.floor.column.unit"),
          end: true,
          text: ({ unit, units }) =>
            unit === null || units === null ? "" : t("monitor.floor.unitOf", { unit, units }),
          key: ({ unit }) => unit,
        },
        {
          id: "minutes",
          name: head("minutes"),
          end: true,
          text: ({ minutes }) => (minutes === null ? "" : number(minutes, language, 1)),
          key: ({ minutes }) => minutes,
        },
        {
          id: "verdicts",
          name: t("monitor.cases.verdicts"),
          text: ({ verdicts }) => verdicts.map((one) => t(`monitor.cases.verdict.${one}`)).join(", "),
        },
        { id: "counted", name: t("monitor.interviews.column.counted"), text: counts },
      ]}
    />
  );
}
