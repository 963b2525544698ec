// The ground of every page on quotas: the board, how fresh it is, and a word where a wave has no plan.

import type { QuotaBoard } from "@fieldline/protocol";
import { EmptyState } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { BoardHere } from "./board-here.ts";
import { Freshness } from "./Freshness.tsx";
import { useIsLive, useQuotaBoard } from "./use-quota-board.ts";

interface QuotaPageProps {
  readonly title: string;
  readonly look: "wall" | "country";
  readonly tools?: (board: QuotaBoard) => ReactNode;
  readonly children: (board: QuotaBoard) => ReactNode;
}

export function QuotaPage({ title, look, tools, children }: QuotaPageProps) {
  const wave = useWaveHere();
  const query = useQuotaBoard(wave.id);
  const live = useIsLive(query);
  const board = query.data;
  return (
    <main
      id="content"
      className={`mo-page mo-quotas mo-quotas--${look}`}
      data-live={board ? live : undefined}
    >
      <Group justify="space-between" wrap="nowrap" className="mo-quotas__head">
        <PageTitle of={wave.title}>{title}</PageTitle>
        {board && (
          <Group wrap="nowrap">
            <Freshness asOf={board.asOf} live={live} />
            {board.cells.length > 0 && tools?.(board)}
          </Group>
        )}
      </Group>
      {board ? <Held board={board}>{children}</Held> : <Settled query={query}>{() => null}</Settled>}
    </main>
  );
}

function Held({ board, children }: Pick<QuotaPageProps, "children"> & { readonly board: QuotaBoard }) {
  const { t } = useWording();
  if (board.cells.length > 0) return <BoardHere value={board}>{children(board)}</BoardHere>;
  return (
    <EmptyState title={t("monitor.quotas.emptyTitle")}>
      <p>{t("monitor.quotas.emptyText")}</p>
    </EmptyState>
  );
}
