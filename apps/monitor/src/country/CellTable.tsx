// The cells of one dimension as a table; the name of a cell opens it.

import { useWording } from "@fieldline/wording";
import { useState } from "react";
import type { QuotaCellBody } from "../quotas/cells.ts";
import { dimensionLabel } from "../quotas/labels.ts";
import type { Reader } from "../quotas/reader.ts";
import { Scroll } from "../tables/Scroll.tsx";
import { SortHeader, type Sorting } from "../tables/SortHeader.tsx";
import { cellColumns, columnText, ordered, wordColumns } from "./cell-columns.ts";
import { DimensionHead } from "./DimensionHead.tsx";
import { heat } from "./heat.ts";

interface CellTableProps {
  readonly dimension: string;
  readonly cells: readonly QuotaCellBody[];
  readonly reader: Reader;
  readonly open: (cell: QuotaCellBody) => void;
}

export function CellTable({ dimension, cells, reader, open }: CellTableProps) {
  const { t } = useWording();
  const [order, setOrder] = useState<Sorting<(typeof cellColumns)[number]> | null>(null);
  const title = dimensionLabel(dimension, reader);
  const rows = ordered(cells, order, reader);
  const others = cellColumns.filter((column) => column !== "cell");
  const head = (column: (typeof cellColumns)[number]) => (
    <SortHeader
      key={column}
      name={t(`monitor.quotas.column.${column}`)}
      column={column}
      sorted={order ?? {}}
      end={!wordColumns.has(column)}
      onSort={setOrder}
    />
  );
  return (
    <section aria-label={title} className="mo-dimension">
      <DimensionHead dimension={dimension} title={title} rows={rows} reader={reader} />
      <Scroll label={t("monitor.quotas.tableOf", { title })}>
        <table className="mo-table" data-dense data-dimension={dimension}>
          <caption className="fl-visually-hidden">{title}</caption>
          <thead>
            <tr>{cellColumns.map(head)}</tr>
          </thead>
          <tbody>
            {rows.map((cell) => (
              <tr key={cell.id} data-cell={cell.key} data-state={cell.state}>
                <th scope="row">
                  <button type="button" className="mo-open" onClick={() => open(cell)}>
                    {columnText(cell, "cell", reader)}
                  </button>
                </th>
                {others.map((column) => (
                  <td
                    key={column}
                    data-align={wordColumns.has(column) ? undefined : "end"}
                    data-column={column}
                    className={column === "fill" ? "mo-heat" : undefined}
                    style={column === "fill" ? heat(cell) : undefined}
                  >
                    {columnText(cell, column, reader)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
