// The ground of every page on quotas: the board, how fresh it is, and a word where a wave has no plan.

import type { QuotaBoard } from "@fieldline/protocol";
import { EmptyState, Loading, ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { PageTitle } from "../frame/PageTitle.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { BoardHere } from "./board-here.ts";
import { Freshness } from "./Freshness.tsx";
import { useQuotaBoard } from "./use-quota-board.ts";

interface QuotaPageProps {
  readonly title: string;
  readonly look: "wall" | "country";
  readonly tools?: (board: QuotaBoard) => ReactNode;
  readonly children: (board: QuotaBoard) => ReactNode;
}

export function QuotaPage({ title, look, tools, children }: QuotaPageProps) {
  const { t } = useWording();
  const wave = useWaveHere();
  const { value: board, freshness, problem, askAgain } = useQuotaBoard(wave.id);
  return (
    <main
      id="content"
      className={`mo-page mo-quotas mo-quotas--${look}`}
      data-freshness={board ? freshness : undefined}
    >
      <Group justify="space-between" wrap="nowrap" className="mo-quotas__head">
        <PageTitle of={wave.title}>{title}</PageTitle>
        {board && (
          <Group wrap="nowrap">
            <Freshness asOf={board.asOf} freshness={freshness} />
            {board.cells.length > 0 && tools?.(board)}
          </Group>
        )}
      </Group>
      {board && (
        <BoardHere value={{ board, freshness }}>
          {board.cells.length > 0 ? children(board) : <NoPlan />}
        </BoardHere>
      )}
      {!board && problem && (
        <Stack align="start">
          <ProblemNote problem={problem} />
          <Button onClick={askAgain}>{t("common.retry")}</Button>
        </Stack>
      )}
      {!board && !problem && <Loading />}
    </main>
  );
}

function NoPlan() {
  const { t } = useWording();
  return (
    <EmptyState title={t("monitor.quotas.emptyTitle")}>
      <p>{t("monitor.quotas.emptyText")}</p>
    </EmptyState>
  );
}
