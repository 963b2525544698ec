// What desks sent too late, or was refused: whose steps, how many, why they are no part of an interview. No answers.

import type { CasePage } from "@fieldline/protocol";
import { problemText, useWording } from "@fieldline/wording";
import { dayAndTime, number, shortDayAndTime } from "../format.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { RecordTable } from "./RecordTable.tsx";

type Branch = CasePage["branches"][number];

/** How an interview would stand after the step. */
const standing = {
  complete: "completed",
  screenOut: "screenedOut",
  breakOff: "brokenOff",
  suspend: "suspended",
} as const;

export function BranchTable({ page }: { readonly page: CasePage }) {
  const { t, language } = useWording();
  const zone = zoneOf(useWaveHere());
  const why = ({ reason, problem }: Branch): string =>
    reason === "refused" && problem !== null
      ? t("monitor.cases.branches.reason.refused", {
          problem: problemText(t, { code: problem }, language),
        })
      : t("monitor.cases.branches.reason.continuedElsewhere");
  return (
    <RecordTable<Branch>
      title={t("monitor.cases.branches.title")}
      file="case_branches"
      rows={page.branches}
      none={t("monitor.cases.branches.none")}
      columns={[
        {
          id: "at",
          name: t("monitor.cases.branches.at"),
          unbroken: true,
          text: ({ at }) => shortDayAndTime(at, zone, language),
          file: ({ at }) => dayAndTime(at, zone, language),
          key: ({ at }) => Date.parse(at),
        },
        {
          id: "interviewer",
          name: t("monitor.cases.branches.interviewer"),
          text: ({ interviewer }) => interviewer,
        },
        {
          id: "steps",
          name: t("monitor.cases.branches.steps"),
          end: true,
          text: ({ steps }) => number(steps, language),
          key: ({ steps }) => steps,
        },
        {
          id: "answers",
          name: t("monitor.cases.branches.answers"),
          end: true,
          text: ({ answers }) => number(answers, language),
          key: ({ answers }) => answers,
        },
        {
          id: "ends",
          name: t("monitor.cases.branches.ends"),
          text: ({ ends }) => (ends === null ? "" : t(`monitor.interviews.statuses.${standing[ends]}`)),
        },
        { id: "why", name: t("monitor.cases.branches.why"), text: why },
      ]}
    />
  );
}
