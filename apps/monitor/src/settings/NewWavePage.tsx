// A new wave from a release of the instrument, live or test; its other settings follow on its own page.

import { EmptyState } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../client.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useMay } from "../session/use-me.ts";
import { useWaves } from "../waves/use-waves.ts";
import { NewWaveForm } from "./NewWaveForm.tsx";

export function NewWavePage() {
  const { t } = useWording();
  const allowed = useMay("wave.manage");
  const waves = useWaves();
  const releases = useQuery({
    queryKey: ["releases"],
    queryFn: () => answered(client.listReleases()),
    enabled: allowed,
  });
  return (
    <main id="content" className="mo-page">
      <PageTitle>{t("monitor.setup.make.title")}</PageTitle>
      {!allowed && <Text>{t("monitor.notAllowed.newWave")}</Text>}
      {allowed && (
        <Settled query={releases}>
          {({ releases: [newest, ...earlier] }) =>
            newest ? (
              <Settled query={waves}>
                {({ waves: known }) => <NewWaveForm releases={[newest, ...earlier]} waves={known} />}
              </Settled>
            ) : (
              <EmptyState title={t("monitor.setup.make.title")}>
                <p>{t("monitor.setup.make.noRelease")}</p>
              </EmptyState>
            )
          }
        </Settled>
      )}
    </main>
  );
}
