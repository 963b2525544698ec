// One country's cells: the crossing as a heat grid, the other dimensions as tables; any cell opens.

import { countryName, useWording } from "@fieldline/wording";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { NotFound } from "../frame/NotFound.tsx";
import { dimensionsOf, type QuotaCellBody } from "../quotas/cells.ts";
import { crossingOf } from "../quotas/labels.ts";
import { QuotaPage } from "../quotas/QuotaPage.tsx";
import { useReader } from "../quotas/reader.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { CellDrawer } from "./CellDrawer.tsx";
import { CellTable } from "./CellTable.tsx";
import { CountryLinks } from "./CountryLinks.tsx";
import { CountryTotal } from "./CountryTotal.tsx";
import { HeatGrid } from "./HeatGrid.tsx";

const isGrid = (cells: readonly QuotaCellBody[]): boolean =>
  cells.every(({ key }) => crossingOf(key)?.band !== undefined);

/** As a supervisor looks at them; dimensions of other plans come after these. */
const reading = ["sexByAgeBand", "sex", "region", "occupation"];
const place = (dimension: string): number => {
  const known = reading.indexOf(dimension);
  return known === -1 ? reading.length : known;
};

export function CountryPage() {
  const { language } = useWording();
  const { country } = useParams({ from: "/waves/$wave/countries/$country" });
  const wave = useWaveHere();
  const reader = useReader();
  const [opened, setOpened] = useState<string | null>(null);
  if (!wave.countries.some(({ code }) => code === country)) return <NotFound />;
  const open = (cell: QuotaCellBody): void => setOpened(cell.id);
  return (
    <QuotaPage key={country} title={countryName(country, language)} look="country">
      {(board) => {
        const cell = board.cells.find(({ id }) => id === opened);
        const dimensions = [...dimensionsOf(board.cells, country)].toSorted(
          ([a], [b]) => place(a) - place(b),
        );
        return (
          <>
            <CountryLinks here={country} />
            <CountryTotal board={board} country={country} open={open} />
            {dimensions.map(([dimension, cells]) => {
              const Shown = isGrid(cells) ? HeatGrid : CellTable;
              return (
                <Shown key={dimension} dimension={dimension} cells={cells} reader={reader} open={open} />
              );
            })}
            {cell && <CellDrawer key={cell.id} cell={cell} reader={reader} close={() => setOpened(null)} />}
          </>
        );
      }}
    </QuotaPage>
  );
}
