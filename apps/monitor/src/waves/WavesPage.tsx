// The first page: every wave this person may see.

import { EmptyState } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Group, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { AsOf } from "../frame/AsOf.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useMay } from "../session/use-me.ts";
import { useWaves } from "./use-waves.ts";
import { WaveCard } from "./WaveCard.tsx";

export function WavesPage() {
  const { t } = useWording();
  const waves = useWaves();
  const mayManage = useMay("wave.manage");
  return (
    <main id="content" className="mo-page">
      <Group justify="space-between">
        <PageTitle>{t("monitor.waves.title")}</PageTitle>
        <Group>
          {mayManage && <Link to="/new-wave">{t("monitor.setup.make.link")}</Link>}
          {waves.data && <AsOf query={waves} />}
        </Group>
      </Group>
      <Settled query={waves}>
        {({ waves: list }) =>
          list.length === 0 ? (
            <EmptyState title={t("monitor.waves.emptyTitle")}>
              <p>{t("monitor.waves.emptyText")}</p>
            </EmptyState>
          ) : (
            <Stack>
              {list.map((wave) => (
                <WaveCard key={wave.id} wave={wave} heardAt={waves.dataUpdatedAt} />
              ))}
            </Stack>
          )
        }
      </Settled>
    </main>
  );
}
