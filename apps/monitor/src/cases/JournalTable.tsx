// The journal of a case: every change, by whom, by both clocks, from what to what.

import type { CasePage } from "@fieldline/protocol";
import { useWording, zoneName } from "@fieldline/wording";
import { dayAndTime, shortDayAndTime } from "../format.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { actionLabel, changeText } from "./journal-words.ts";
import { RecordTable } from "./RecordTable.tsx";

type Entry = CasePage["journal"][number];

export function JournalTable({ page }: { readonly page: CasePage }) {
  const { t, language } = useWording();
  const zone = zoneOf(useWaveHere());
  return (
    <RecordTable<Entry>
      title={t("monitor.cases.journal")}
      file="journal"
      rows={page.journal}
      none={t("monitor.cases.noJournal")}
      columns={[
        {
          id: "at",
          name: t("monitor.cases.entry.at"),
          unbroken: true,
          text: ({ at }) => dayAndTime(at, undefined, language, true),
          key: ({ at }) => Date.parse(at),
        },
        {
          id: "fieldAt",
          name: t("monitor.cases.entry.fieldAt", { place: zoneName(t, zone) }),
          unbroken: true,
          text: ({ fieldAt }) => (fieldAt === null ? "" : shortDayAndTime(fieldAt, zone, language)),
          file: ({ fieldAt }) => (fieldAt === null ? "" : dayAndTime(fieldAt, zone, language)),
          key: ({ fieldAt }) => (fieldAt === null ? null : Date.parse(fieldAt)),
        },
        {
          id: "by",
          name: t("monitor.cases.entry.by"),
          text: ({ by }) => (by === "system" || by === "operator" ? t(`monitor.cases.actor.${by}`) : by),
        },
        { id: "action", name: t("monitor.cases.entry.action"), text: ({ action }) => actionLabel(t, action) },
        {
          id: "entity",
          name: t("monitor.cases.entry.entity"),
          text: ({ entity }) => t(`monitor.cases.entity.${entity}`),
        },
        {
          id: "change",
          name: t("monitor.cases.entry.change"),
          text: (entry) => changeText(entry, { t, language, zone }),
        },
      ]}
    />
  );
}
