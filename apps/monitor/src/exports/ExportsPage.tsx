// Exports of a wave, for those who may hold answers in their hands.

import { EmptyState, ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button, Group, Stack, Text } from "@mantine/core";
import { problemOf } from "../client.ts";
import { AsOf } from "../frame/AsOf.tsx";
import { NotWithThisRole } from "../frame/NotWithThisRole.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useMay } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { ExportCard } from "./ExportCard.tsx";

import { useCreateExport, useExports } from "./use-exports.ts";

export function ExportsPage() {
  const { t } = useWording();
  const wave = useWaveHere();
  const allowed = useMay("export.read");
  const mayCreate = useMay("export.create");
  const exports = useExports(wave.id, allowed);
  const create = useCreateExport(wave.id);
  if (!allowed) return <NotWithThisRole page="exports" />;
  return (
    <main id="content" className="mo-page">
      <Group justify="space-between">
        <PageTitle of={wave.title}>{t("monitor.exports.title")}</PageTitle>
        {exports.data && <AsOf query={exports} />}
      </Group>
      <Text className="mo-narrow">
        {t("monitor.exports.intro")} {wave.mode === "test" && t("monitor.exports.testNote")}
      </Text>
      {mayCreate && (
        <Button className="mo-start" disabled={create.isPending} onClick={() => create.mutate()}>
          {t(create.isPending ? "monitor.exports.creating" : "monitor.exports.create")}
        </Button>
      )}
      {create.isError && <ProblemNote problem={problemOf(create.error)} onDismiss={create.reset} />}
      <Settled query={exports}>
        {({ exports: made }) =>
          made.length === 0 ? (
            <EmptyState title={t("monitor.exports.emptyTitle")}>
              <p>{t("monitor.exports.emptyText")}</p>
            </EmptyState>
          ) : (
            <Stack>
              {made.map((one) => (
                <ExportCard key={one.id} made={one} />
              ))}
            </Stack>
          )
        }
      </Settled>
    </main>
  );
}
