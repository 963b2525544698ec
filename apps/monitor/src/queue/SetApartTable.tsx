// Cases a supervisor has pinned or holds back, or has to look at; each leads to its page.

import type { WaveQueue } from "@fieldline/protocol";
import { countryName, type Translate, useWording } from "@fieldline/wording";
import { CaseLink } from "../cases/CaseLink.tsx";
import { RecordTable } from "../cases/RecordTable.tsx";
import { shortDayAndTime } from "../format.ts";
import { regionLabel } from "../quotas/labels.ts";
import { useReader } from "../quotas/reader.ts";

type SetApart = WaveQueue["setApart"][number];

export function SetApartTable({ queue }: { readonly queue: WaveQueue }) {
  const { t, language } = useWording();
  const reader = useReader();
  const { setApart, setApartTotal } = queue;
  const zones = new Map(queue.countries.map(({ country, timeZone }) => [country, timeZone]));
  return (
    <>
      <RecordTable<SetApart>
        title={t("monitor.queue.apart.title")}
        file="set_apart"
        rows={setApart}
        none={t("monitor.queue.apart.none")}
        columns={[
          {
            id: "reference",
            name: t("monitor.cases.column.reference"),
            unbroken: true,
            text: ({ reference }) => reference,
            cell: ({ id, reference }) => <CaseLink id={id} reference={reference} />,
          },
          {
            id: "country",
            name: t("monitor.interviews.country"),
            text: ({ country }) => countryName(country, language),
          },
          { id: "region", name: t("monitor.cases.region"), text: (row) => regionLabel(row, reader) },
          { id: "why", name: t("monitor.queue.apart.why"), text: (row) => whyApart(row, t) },
          {
            id: "since",
            name: t("monitor.queue.apart.since"),
            unbroken: true,
            text: ({ lastDialledAt, country }) =>
              lastDialledAt === null
                ? t("monitor.queue.apart.neverRung")
                : shortDayAndTime(lastDialledAt, zones.get(country) ?? "UTC", language),
            key: ({ lastDialledAt }) => (lastDialledAt === null ? null : Date.parse(lastDialledAt)),
          },
        ]}
      />
      {setApartTotal > setApart.length && (
        <p className="fl-soft">
          {t("monitor.queue.apart.more", { shown: setApart.length, total: setApartTotal })}
        </p>
      )}
    </>
  );
}

function whyApart({ held, forInterviewer }: SetApart, t: Translate): string {
  if (held !== null) return t(`monitor.cases.held.${held}`);
  return forInterviewer === null
    ? t("monitor.queue.apart.pinned")
    : t("monitor.queue.apart.pinnedFor", { name: forInterviewer });
}
