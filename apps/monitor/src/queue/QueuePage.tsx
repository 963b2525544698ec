// The queue of a wave: what waits and why, what comes due next, what is set apart, and appointments against staff.

import { EmptyState } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Group, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { dayAndTime } from "../format.ts";
import { AsOf } from "../frame/AsOf.tsx";
import { NotWithThisRole } from "../frame/NotWithThisRole.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useMay } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { LoadOfDay } from "./LoadOfDay.tsx";
import { RegionTable } from "./RegionTable.tsx";
import { SetApartTable } from "./SetApartTable.tsx";
import { useQueue } from "./use-queue.ts";
import type { QueueView } from "./view.ts";
import { WaitingTable } from "./WaitingTable.tsx";

export function QueuePage() {
  return useMay("queue.read") ? <Queue /> : <NotWithThisRole page="queue" />;
}

function Queue() {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const view = useSearch({ from: "/waves/$wave/queue" });
  const navigate = useNavigate({ from: "/waves/$wave/queue" });
  const queue = useQueue(wave.id);
  const look = (next: QueueView): void =>
    void navigate({ search: { ...view, ...next }, replace: true, resetScroll: false });
  return (
    <main id="content" className="mo-page mo-queue">
      <Group justify="space-between">
        <PageTitle of={wave.title}>{t("monitor.queue.title")}</PageTitle>
        {queue.data && <AsOf query={queue} />}
      </Group>
      <Settled query={queue}>
        {(found) => {
          const { countries } = found;
          const chosen = countries.find(({ country }) => country === view.country) ?? countries[0];
          if (!chosen || countries.every(({ cases }) => cases === 0)) return <NoCases />;
          return (
            <>
              <Text c="dimmed">
                {t("monitor.queue.note", { time: dayAndTime(found.asOf, zoneOf(wave), language, true) })}
              </Text>
              <WaitingTable queue={found} chosen={chosen.country} />
              <RegionTable key={chosen.country} of={chosen} />
              <SetApartTable queue={found} />
              <LoadOfDay day={view.day} look={look} />
            </>
          );
        }}
      </Settled>
    </main>
  );
}

function NoCases() {
  const { t } = useWording();
  return (
    <EmptyState title={t("monitor.cases.emptyTitle")}>
      <p>{t("monitor.cases.emptyText")}</p>
    </EmptyState>
  );
}
