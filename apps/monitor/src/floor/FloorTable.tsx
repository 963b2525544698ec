// The desks as a table; a press on a column's name sorts by it, a second one turns the order.

import type { DeskRow } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { Scroll } from "../tables/Scroll.tsx";
import { SortHeader } from "../tables/SortHeader.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { alignEnd, type ColumnId, columnIds, type FloorReader, figureColumns } from "./columns.ts";
import { DeskLine } from "./DeskLine.tsx";
import type { FloorView } from "./view.ts";

interface FloorTableProps {
  readonly desks: readonly DeskRow[];
  readonly medians: ReadonlyMap<string, number>;
  readonly view: FloorView;
  readonly look: (next: FloorView) => void;
  readonly reader: FloorReader;
}

export function FloorTable({ desks, medians, view, look, reader }: FloorTableProps) {
  const { t } = useWording();
  const wave = useWaveHere();
  const { sort = "name", down = false } = view;
  const head = (column: ColumnId) => (
    <SortHeader
      key={column}
      name={t(`monitor.floor.column.${column}`)}
      column={column}
      sorted={{ sort, down }}
      end={alignEnd.has(column)}
      onSort={(next) => look({ ...view, ...next })}
    />
  );
  return (
    <Scroll label={t("monitor.floor.title")}>
      <table className="mo-table mo-floor__table" data-dense>
        <caption className="fl-visually-hidden">{t("monitor.floor.caption", { wave: wave.title })}</caption>
        <thead>
          <tr>
            <td colSpan={columnIds.length - figureColumns.length} />
            <th scope="colgroup" className="mo-floor__today" colSpan={figureColumns.length}>
              {t("monitor.floor.today")}
            </th>
          </tr>
          <tr>{columnIds.map(head)}</tr>
        </thead>
        <tbody>
          {desks.map((desk) => (
            <DeskLine
              key={desk.id}
              desk={desk}
              medianMinutes={medians.get(desk.country ?? "") ?? null}
              reader={reader}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
