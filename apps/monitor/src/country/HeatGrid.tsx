// Gender by age: rows are age bands, columns genders; colour and number say how full a cell is.

import { useWording } from "@fieldline/wording";
import { useState } from "react";
import { fillOf, type QuotaCellBody } from "../quotas/cells.ts";
import { bandLabel, crossingOf, dimensionLabel } from "../quotas/labels.ts";
import type { Reader } from "../quotas/reader.ts";
import { Scroll } from "../tables/Scroll.tsx";
import { SortHeader, type Sorting } from "../tables/SortHeader.tsx";
import { DimensionHead } from "./DimensionHead.tsx";
import { HeatCell } from "./HeatCell.tsx";

interface HeatGridProps {
  readonly dimension: string;
  readonly cells: readonly QuotaCellBody[];
  readonly reader: Reader;
  readonly open: (cell: QuotaCellBody) => void;
}

const sexes = ["M", "F"] as const;
type Column = "band" | (typeof sexes)[number];

/** Age bands by their first year. */
const bandOrder = (band: string): number => Number.parseInt(band, 10);

export function HeatGrid({ dimension, cells, reader, open }: HeatGridProps) {
  const { t } = useWording();
  const [{ sort, down }, setOrder] = useState<Sorting<Column>>({
    sort: "band",
    down: false,
  });
  const title = dimensionLabel(dimension, reader);
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  const value = (band: string): number => {
    const cell = sort === "band" ? undefined : byKey.get(`${sort}:${band}`);
    return cell ? fillOf(cell) : bandOrder(band);
  };
  const bands = [...new Set(cells.map(({ key }) => crossingOf(key)?.band ?? ""))]
    .toSorted((a, b) => bandOrder(a) - bandOrder(b))
    .toSorted((a, b) => (down ? value(b) - value(a) : value(a) - value(b)));
  const rows = bands.flatMap((band) => sexes.flatMap((sex) => byKey.get(`${sex}:${band}`) ?? []));
  const head = (of: Column, name: string) => (
    <SortHeader key={of} name={name} column={of} sorted={{ sort, down }} onSort={setOrder} />
  );
  return (
    <section aria-label={title} className="mo-dimension">
      <DimensionHead dimension={dimension} title={title} rows={rows} reader={reader} />
      <Scroll label={t("monitor.quotas.tableOf", { title })}>
        <table className="mo-table mo-grid" data-dimension={dimension}>
          <caption className="fl-visually-hidden">{title}</caption>
          <thead>
            <tr>
              {head("band", t("monitor.quotas.ageBand"))}
              {sexes.map((sex) => head(sex, t(`monitor.quotas.sex.${sex}`)))}
            </tr>
          </thead>
          <tbody>
            {bands.map((band) => (
              <tr key={band}>
                <th scope="row">{bandLabel(band)}</th>
                {sexes.map((sex) => (
                  <HeatCell key={sex} cell={byKey.get(`${sex}:${band}`)} reader={reader} open={open} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
