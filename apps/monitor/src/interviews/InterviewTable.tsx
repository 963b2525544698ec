// The table of interviews; a press on a column's name sorts by it, a second one turns the order.

import type { InterviewRow } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { CaseLink } from "../cases/CaseLink.tsx";
import { Scroll } from "../tables/Scroll.tsx";
import { SortHeader } from "../tables/SortHeader.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { alignEnd, cellText, type Reader, unbroken } from "./columns.ts";
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
  return (
    <Scroll label={t(`monitor.${list.words}.title`)}>
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
                column={column}
                sorted={view}
                end={alignEnd.has(column)}
                onSort={(next) => look({ ...view, ...next, page: 1 })}
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
    </Scroll>
  );
}
