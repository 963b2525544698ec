// The table of interviews; a press on a column's name sorts by it, a second one turns the order.

import type { InterviewRow } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { CaseLink } from "../cases/CaseLink.tsx";
import { SortHeader } from "../tables/SortHeader.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { alignEnd, type ColumnId, cellText, type Reader, unbroken } from "./columns.ts";
import type { InterviewList } from "./list.ts";
import type { View } from "./view.ts";

interface InterviewTableProps {
  readonly list: InterviewList;
  readonly rows: readonly InterviewRow[];
  readonly view: View;
  readonly look: (next: View) => void;
  readonly reader: Reader;
}

export function InterviewTable({ list, rows, view, look, reader }: InterviewTableProps) {
  const { t } = useWording();
  const wave = useWaveHere();
  const order = (column: ColumnId) =>
    view.sort === column ? (view.down ? "descending" : "ascending") : undefined;
  const sortBy = (column: ColumnId): void =>
    look({ ...view, sort: column, down: view.sort === column && !view.down, page: 1 });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="mo-scroll" aria-label={t(`monitor.${list.words}.title`)} tabIndex={0}>
      <table className="mo-table" data-dense>
        <caption className="fl-visually-hidden">
          {t(`monitor.${list.words}.caption`, { wave: wave.title })}
        </caption>
        <thead>
          <tr>
            {list.columns.map((column) => (
              <SortHeader
                key={column}
                name={t(`monitor.interviews.column.${column}`)}
                order={order(column)}
                end={alignEnd.has(column)}
                onSort={() => sortBy(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {list.columns.map((column) => (
                <td
                  key={column}
                  data-align={alignEnd.has(column) ? "end" : undefined}
                  data-unbroken={unbroken.has(column) || undefined}
                >
                  {column === "reference" ? (
                    <CaseLink id={row.caseId} reference={row.reference} />
                  ) : (
                    cellText(row, column, reader)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
