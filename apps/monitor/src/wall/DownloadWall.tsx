// Downloads the wall as a table, one row a country.

import type { QuotaBoard } from "@fieldline/protocol";
import { countryName, useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { figuresOf, overQuotaIn, totalCellOf } from "../quotas/cells.ts";
import { saveTable } from "../quotas/table-file.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";

interface DownloadWallProps {
  readonly board: QuotaBoard;
  readonly countries: readonly string[];
}

export function DownloadWall({ board, countries }: DownloadWallProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const save = (): void => {
    const columns = ["target", "completed", "reserved", "remaining"] as const;
    const header = [
      t("monitor.waves.country"),
      ...columns.map((column) => t(`monitor.quotas.${column}`)),
      t("monitor.quotas.overQuota"),
    ];
    const lines = countries.map((country) => {
      const cell = totalCellOf(board.cells, country);
      const figures = cell && figuresOf(cell);
      return [
        countryName(country, language),
        ...columns.map((column) => (figures ? String(figures[column]) : "")),
        String(overQuotaIn(board, country)),
      ];
    });
    saveTable({ wave, board, name: "wall", header, lines }, t, language);
  };
  return (
    <Button variant="default" size="compact-sm" className="mo-no-print" onClick={save}>
      {t("monitor.interviews.download")}
    </Button>
  );
}
