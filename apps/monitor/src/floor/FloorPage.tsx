// The floor of a wave: one line for each desk, as it stands this second.

import { Loading, ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Group } from "@mantine/core";
import { NotWithThisRole } from "../frame/NotWithThisRole.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { MessagePanel } from "../messages/MessagePanel.tsx";
import { Freshness } from "../quotas/Freshness.tsx";
import { useMay } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { Desks } from "./Desks.tsx";
import { MachineTimeHere, useMachineTime } from "./machine-time.ts";
import { useFloor } from "./use-floor.ts";

export function FloorPage() {
  const { t } = useWording();
  const wave = useWaveHere();
  const allowed = useMay("floor.read");
  const { value: floor, freshness, problem } = useFloor(wave.id);
  const time = useMachineTime(floor?.asOf ?? null, freshness !== "stale");
  if (!allowed) return <NotWithThisRole page="floor" />;
  return (
    <main id="content" className="mo-page mo-quotas mo-quotas--floor" data-freshness={floor && freshness}>
      <Group justify="space-between" wrap="nowrap" className="mo-quotas__head">
        <PageTitle of={wave.title}>{t("monitor.floor.title")}</PageTitle>
        {floor && <Freshness asOf={floor.asOf} freshness={freshness} />}
      </Group>
      {floor ? (
        <MachineTimeHere value={time}>
          <Desks desks={floor.desks} />
          <MessagePanel desks={floor.desks} />
        </MachineTimeHere>
      ) : problem ? (
        <ProblemNote problem={problem} />
      ) : (
        <Loading />
      )}
    </main>
  );
}
