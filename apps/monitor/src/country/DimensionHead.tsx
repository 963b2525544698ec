// Title of one dimension's table, with its download.

import { useWording } from "@fieldline/wording";
import { Button, Group } from "@mantine/core";
import { useBoardHere } from "../quotas/board-here.ts";
import type { QuotaCellBody } from "../quotas/cells.ts";
import type { Reader } from "../quotas/reader.ts";
import { saveTable } from "../quotas/table-file.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { cellColumns, columnFile } from "./cell-columns.ts";

interface DimensionHeadProps {
  readonly dimension: string;
  readonly title: string;
  /** As they stand on the screen. */
  readonly rows: readonly QuotaCellBody[];
  readonly reader: Reader;
}

export function DimensionHead({ dimension, title, rows, reader }: DimensionHeadProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const board = useBoardHere();
  const save = (): void => {
    const name = `${rows[0]?.country ?? ""}_${dimension}`;
    const header = cellColumns.map((column) => t(`monitor.quotas.column.${column}`));
    const lines = rows.map((cell) => cellColumns.map((column) => columnFile(cell, column, reader)));
    saveTable({ wave, board, name, header, lines }, t, language);
  };
  return (
    <Group justify="space-between" className="mo-dimension__head">
      <h2 className="mo-dimension__title">{title}</h2>
      <Button
        variant="default"
        size="compact-sm"
        className="mo-no-print"
        aria-label={`${t("monitor.interviews.download")}: ${title}`}
        onClick={save}
      >
        {t("monitor.interviews.download")}
      </Button>
    </Group>
  );
}
