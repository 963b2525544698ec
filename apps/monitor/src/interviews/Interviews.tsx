// The interviews as the view arranges them: tools, table, pages; or a word on why there is nothing.

import type { InterviewRow } from "@fieldline/protocol";
import { EmptyState } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { Pager } from "../tables/Pager.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { filtered, paged, sorted } from "./arrange.ts";
import { InterviewTable } from "./InterviewTable.tsx";
import { InterviewTools } from "./InterviewTools.tsx";
import type { InterviewList } from "./list.ts";
import type { View } from "./view.ts";

interface InterviewsProps {
  readonly list: InterviewList;
  readonly rows: readonly InterviewRow[];
  readonly view: View;
  readonly look: (next: View) => void;
}

export function Interviews({ list, rows, view, look }: InterviewsProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  if (rows.length === 0) {
    return (
      <EmptyState title={t(`monitor.${list.words}.emptyTitle`)}>
        <p>{t(`monitor.${list.words}.emptyText`)}</p>
      </EmptyState>
    );
  }
  const reader = { t, language, zone: zoneOf(wave) };
  const matching = sorted(filtered(rows, view), view, reader);
  const here = paged(matching, view);
  return (
    <>
      <InterviewTools list={list} all={rows} matching={matching} view={view} look={look} reader={reader} />
      {matching.length === 0 ? (
        <EmptyState title={t("monitor.interviews.noMatchTitle")}>
          <p>{t(`monitor.${list.words}.noMatchText`)}</p>
          <Button variant="default" onClick={() => look({})}>
            {t("monitor.interviews.clear")}
          </Button>
        </EmptyState>
      ) : (
        <>
          <InterviewTable list={list} rows={here.rows} view={view} look={look} reader={reader} />
          <Pager page={here.page} pages={here.pages} turnTo={(page) => look({ ...view, page })} />
        </>
      )}
    </>
  );
}
