// The cases that were found: tools, table, pages; or a word on why there is nothing.

import type { CaseList } from "@fieldline/protocol";
import { EmptyState, ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { problemOf } from "../client.ts";
import { Pager } from "../tables/Pager.tsx";
import { TableKeys } from "../tables/TableKeys.tsx";
import { saveWaveFile } from "../tables/wave-file.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { CaseTable } from "./CaseTable.tsx";
import { type CaseReader, fileText } from "./columns.ts";
import { everyCase } from "./use-case-search.ts";
import { type CaseView, pageSize, sorts } from "./view.ts";

interface CaseResultsProps {
  readonly list: CaseList;
  readonly view: CaseView;
  readonly number: string;
  readonly look: (next: CaseView) => void;
  readonly clear: () => void;
}

export function CaseResults({ list, view, number, look, clear }: CaseResultsProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const { cases, total, numberRead } = list;
  const zones = new Map(wave.countries.map(({ code, timeZone }) => [code, timeZone]));
  const reader: CaseReader = { t, language, zoneOf: (country) => zones.get(country) ?? "UTC" };
  const save = useMutation({
    mutationFn: async () => {
      const rows = await everyCase(wave.id, view, number);
      const header = sorts.map((column) => t(`monitor.cases.column.${column}`));
      const lines = rows.map((row) => sorts.map((column) => fileText(row, column, reader)));
      saveWaveFile({ wave, name: "cases", asOf: new Date().toISOString(), header, lines }, t, language);
    },
  });
  const { sort: _sort, down: _down, page: _page, ...narrowed } = view;
  if (total === 0) {
    const asked = number !== "" || Object.keys(narrowed).length > 0;
    return (
      <EmptyState title={t(asked ? "monitor.cases.noMatchTitle" : "monitor.cases.emptyTitle")}>
        <p>{t(asked ? whyNothing(numberRead) : "monitor.cases.emptyText")}</p>
        {asked && (
          <Button variant="default" onClick={clear}>
            {t("monitor.interviews.clear")}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="mo-tools mo-no-print">
        <Text role="status">{t("monitor.cases.found", { count: total })}</Text>
        <TableKeys save={() => save.mutate()} busy={save.isPending} />
      </div>
      {save.error && <ProblemNote problem={problemOf(save.error)} />}
      <CaseTable rows={cases} view={view} look={look} reader={reader} />
      <Pager
        page={view.page ?? 1}
        pages={Math.max(1, Math.ceil(total / pageSize))}
        turnTo={(page) => look({ ...view, page })}
      />
    </>
  );
}

const whyNothing = (numberRead: boolean) =>
  numberRead ? ("monitor.cases.noMatchText" as const) : ("monitor.cases.numberUnread" as const);
