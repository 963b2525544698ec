// The grid of times: days down, times across; the load of each, closed ones apart, the mark where the keys are.

import { firstInstantAt } from "@fieldline/calling";
import { dayOfWeek, timeOfDay, useWording } from "@fieldline/wording";
import { useEffect, useId, useRef } from "react";
import { cellAt, type Place, type SlotGrid, type SlotRow } from "../outcome/slot-grid.ts";
import { instantOf, ownZone, spanInWords, timeInWords } from "../outcome/wall-time.ts";

export interface SlotTableProps {
  readonly grid: SlotGrid;
  readonly zone: string;
  readonly place: Place;
  readonly kind: "exact" | "loose";
  readonly onPlace: (place: Place) => void;
  readonly onTake: () => void;
}

export function SlotTable({ grid, zone, place, kind, onPlace, onTake }: SlotTableProps) {
  const { t, language } = useWording();
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => table.current?.focus({ preventScroll: true }), []);
  const heads = headsOf(grid, kind);
  const markedDay = grid.rows[place.row]?.date ?? "";
  const own = ownZone();
  const ownTime = (time: string): string => timeOfDay(instantOf(markedDay, time, zone), own, language);
  const twoClocks = heads.some(({ from }) => ownTime(from) !== timeInWords(from, language));
  return (
    <table
      ref={table}
      className="co-slots"
      data-kind={kind}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that the arrows work
      role="grid"
      tabIndex={0}
      aria-label={t("console.followUp.title.when")}
      aria-activedescendant={`${id}-${place.row}-${place.column}`}
    >
      <thead>
        <tr>
          <th scope="col">{t("console.followUp.timeThere")}</th>
          {heads.map(({ from, part, span }) => (
            <th key={from} scope="col" colSpan={span}>
              {part ? t(`console.followUp.part.${part}`) : from.slice(0, 2)}
            </th>
          ))}
        </tr>
        {twoClocks && kind === "exact" && (
          <tr className="fl-soft">
            <th scope="col">{t("console.followUp.timeHere")}</th>
            {heads.map(({ from, span }) => (
              <th key={from} scope="col" colSpan={span}>
                {ownTime(from).slice(0, 2)}
              </th>
            ))}
          </tr>
        )}
      </thead>
      <tbody>
        {grid.rows.map((row, rowIndex) => (
          <tr key={row.date}>
            <th scope="row">
              {dayOfWeek(firstInstantAt(row.date, 720, zone) ?? 0, zone, language)}
              {row.kind === "publicHoliday" && ` · ${t("console.followUp.holiday")}`}
            </th>
            <Cells
              row={row}
              marked={rowIndex === place.row ? place.column : null}
              idOf={(column) => `${id}-${rowIndex}-${column}`}
              onPick={(column) => {
                const again = rowIndex === place.row && column === place.column;
                if (again && cellAt(grid, place)?.why === null) onTake();
                else onPlace({ row: rowIndex, column });
              }}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellsProps {
  readonly row: SlotRow;
  /** Column of the mark, where it is in this row. */
  readonly marked: number | null;
  readonly idOf: (column: number) => string;
  readonly onPick: (column: number) => void;
}

function Cells({ row, marked, idOf, onPick }: CellsProps) {
  const { t, language } = useWording();
  return row.cells.map(({ from, to, load, over, why }, column) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid, which names the marked cell
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid's arrows and Enter work the cells
    <td
      // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the day
      key={column}
      id={idOf(column)}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that the arrows work
      role="gridcell"
      aria-selected={marked === column}
      aria-disabled={why !== null}
      data-why={why ?? undefined}
      data-over={over || undefined}
      data-hour={from.endsWith(":00") || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(column)}
    >
      <span className={why === null && from !== to ? undefined : "fl-visually-hidden"}>
        {spanInWords(from, to, language)}
      </span>
      {why === null && load > 0 && <span className="co-slots__load">{load}</span>}
      {over && <span className="fl-visually-hidden"> {t("console.followUp.overBookedShort")}</span>}
    </td>
  ));
}

type Head = SlotGrid["columns"][number] & { readonly span: number };

/** Quarters share the head of their hour. */
function headsOf({ columns }: SlotGrid, kind: SlotTableProps["kind"]): readonly Head[] {
  if (kind === "loose") return columns.map((column) => ({ ...column, span: 1 }));
  const heads: Head[] = [];
  for (const { from, to } of columns) {
    const last = heads.at(-1);
    if (last?.from.slice(0, 2) === from.slice(0, 2))
      heads[heads.length - 1] = { ...last, span: last.span + 1 };
    else heads.push({ from, to, span: 1 });
  }
  return heads;
}
