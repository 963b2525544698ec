// A page with a table of interviews: how old it is, a note on what it holds, the table.

import type { InterviewRow } from "@fieldline/protocol";
import { useWording, zoneName } from "@fieldline/wording";
import { Group, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { AsOf } from "../frame/AsOf.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { Interviews } from "./Interviews.tsx";
import type { InterviewList } from "./list.ts";
import type { View } from "./view.ts";

interface InterviewListPageProps {
  readonly list: InterviewList;
  readonly interviews: UseQueryResult<readonly InterviewRow[], Error>;
  readonly view: View;
  readonly look: (next: View) => void;
  /** Said above the table. */
  readonly note?: string;
}

export function InterviewListPage({ list, interviews, view, look, note }: InterviewListPageProps) {
  const { t } = useWording();
  const wave = useWaveHere();
  return (
    <main id="content" className="mo-page">
      <Group justify="space-between">
        <PageTitle of={wave.title}>{t(`monitor.${list.words}.title`)}</PageTitle>
        {interviews.data && <AsOf query={interviews} />}
      </Group>
      {note !== undefined && <Text className="mo-narrow">{note}</Text>}
      <Text c="dimmed">{t("monitor.interviews.note", { place: zoneName(t, zoneOf(wave)) })}</Text>
      <Settled query={interviews}>
        {(rows) => <Interviews list={list} rows={rows} view={view} look={look} />}
      </Settled>
    </main>
  );
}
