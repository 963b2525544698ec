// Downloads the wall as a table, one row a country.

import type { QuotaBoard } from "@fieldline/protocol";
import { countryName, useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { figuresOf, overQuotaIn, standingIn, totalCellOf } from "../quotas/cells.ts";
import { saveTable } from "../quotas/table-file.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";

interface DownloadWallProps {
  readonly board: QuotaBoard;
  readonly countries: readonly string[];
}

const ofTheTotal = ["target", "completed", "reserved", "remaining"] as const;
const ofTheCountry = ["today", "pace", "needed", "forecast"] as const;

/** Plain, so that a spreadsheet reckons with it; a pace to a tenth. */
const plain = (value: string | number | null | undefined): string =>
  typeof value === "number" && !Number.isInteger(value) ? value.toFixed(1) : String(value ?? "");

export function DownloadWall({ board, countries }: DownloadWallProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const save = (): void => {
    const header = [
      t("monitor.waves.country"),
      ...ofTheTotal.map((column) => t(`monitor.quotas.${column}`)),
      ...ofTheCountry.map((column) => t(`monitor.wall.${column}`)),
      t("monitor.quotas.overQuota"),
    ];
    const lines = countries.map((country) => {
      const cell = totalCellOf(board.cells, country);
      const figures = cell && figuresOf(cell);
      const standing = standingIn(board, country);
      return [
        countryName(country, language),
        ...ofTheTotal.map((column) => plain(figures?.[column])),
        ...ofTheCountry.map((column) => plain(standing?.[column])),
        plain(overQuotaIn(board, country)),
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
