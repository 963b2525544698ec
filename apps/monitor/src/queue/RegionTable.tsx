// The regions of one country: how much each needs, and what waits there.

import { countryName, useWording } from "@fieldline/wording";
import { RecordTable } from "../cases/RecordTable.tsx";
import { number } from "../format.ts";
import { regionLabel } from "../quotas/labels.ts";
import { useReader } from "../quotas/reader.ts";
import { NeedBar } from "./NeedBar.tsx";
import { countOf, presentReasons, type QueueCountry, type QueueRegion } from "./waiting.ts";

export function RegionTable({ of }: { readonly of: QueueCountry }) {
  const { t, language } = useWording();
  const reader = useReader();
  const { country } = of;
  const filled = ({ need }: QueueRegion): string =>
    need.filledPercent === null
      ? t("monitor.queue.region.uncounted")
      : t("monitor.queue.region.percent", { percent: need.filledPercent });
  return (
    <RecordTable<QueueRegion & { readonly id: string }>
      title={t("monitor.queue.region.title", { country: countryName(country, language) })}
      file={`queue_${country}`}
      rows={of.regions.map((region) => ({ id: region.region, ...region }))}
      none={t("monitor.queue.region.none")}
      columns={[
        {
          id: "region",
          name: t("monitor.cases.region"),
          text: ({ region }) => regionLabel({ country, region }, reader),
        },
        {
          id: "filled",
          name: t("monitor.queue.region.filled"),
          text: filled,
          key: ({ need }) => need.filledPercent,
          cell: (row) => <NeedBar percent={row.need.filledPercent} words={filled(row)} />,
        },
        {
          id: "need",
          name: t("monitor.queue.region.need"),
          text: ({ need }) =>
            need.full
              ? t("monitor.queue.region.full")
              : t("monitor.queue.region.level", { level: need.level }),
          key: ({ need }) => (need.full ? -1 : need.level),
        },
        ...presentReasons(of).map((reason) => ({
          id: reason,
          name: t(`monitor.queue.short.${reason}`),
          end: true,
          text: ({ counts }: QueueRegion) => number(countOf(counts, reason), language),
          key: ({ counts }: QueueRegion) => countOf(counts, reason),
        })),
      ]}
    />
  );
}
