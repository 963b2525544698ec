// The table of cases; a press on a column's name sorts by it, a second one turns the order.

import type { CaseRow } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { Scroll } from "../tables/Scroll.tsx";
import { SortHeader } from "../tables/SortHeader.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { CaseLink } from "./CaseLink.tsx";
import { alignEnd, type CaseReader, cellText, unbroken } from "./columns.ts";
import { type CaseView, fromTheFirst, sorts } from "./view.ts";

interface CaseTableProps {
  readonly rows: readonly CaseRow[];
  readonly view: CaseView;
  readonly look: (next: CaseView) => void;
  readonly reader: CaseReader;
}

export function CaseTable({ rows, view, look, reader }: CaseTableProps) {
  const { t } = useWording();
  const wave = useWaveHere();
  const { sort = "reference", down = false } = view;
  const [, ...others] = sorts;
  return (
    <Scroll label={t("monitor.cases.title")}>
      <table className="mo-table" data-dense>
        <caption className="fl-visually-hidden">{t("monitor.cases.caption", { wave: wave.title })}</caption>
        <thead>
          <tr>
            {sorts.map((column) => (
              <SortHeader
                key={column}
                name={t(`monitor.cases.column.${column}`)}
                column={column}
                sorted={{ sort, down }}
                end={alignEnd.has(column)}
                onSort={(next) => look({ ...fromTheFirst(view), ...next })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <CaseLink id={row.id} reference={row.reference} />
              </th>
              {others.map((column) => (
                <td
                  key={column}
                  data-align={alignEnd.has(column) ? "end" : undefined}
                  data-unbroken={unbroken.has(column) || undefined}
                >
                  {cellText(row, column, reader)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
