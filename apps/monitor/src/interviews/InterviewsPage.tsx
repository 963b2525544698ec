// Interviews of a wave: who, where, when, how they ended. No answers.

import { useWording } from "@fieldline/wording";
import { Group, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { placeOf } from "../format.ts";
import { AsOf } from "../frame/AsOf.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { Interviews } from "./Interviews.tsx";
import { useInterviews } from "./use-interviews.ts";
import type { View } from "./view.ts";

export function InterviewsPage() {
  const { t } = useWording();
  const wave = useWaveHere();
  const interviews = useInterviews(wave.id);
  const view = useSearch({ from: "/waves/$wave/interviews" });
  const navigate = useNavigate({ from: "/waves/$wave/interviews" });
  const look = (next: View): void => void navigate({ search: next, replace: true, resetScroll: false });
  return (
    <main id="content" className="mo-page">
      <Group justify="space-between">
        <PageTitle of={wave.title}>{t("monitor.interviews.title")}</PageTitle>
        {interviews.data && <AsOf query={interviews} />}
      </Group>
      <Text c="dimmed">{t("monitor.interviews.note", { place: placeOf(zoneOf(wave)) })}</Text>
      <Settled query={interviews}>{(rows) => <Interviews rows={rows} view={view} look={look} />}</Settled>
    </main>
  );
}
