// The marked time in words: there and here, how many appointments there are, or why it cannot be chosen.

import { dayOfWeek, timeOfDay, useWording } from "@fieldline/wording";
import { cellAt, type Place, type SlotGrid } from "../outcome/slot-grid.ts";
import { instantOf, ownZone } from "../outcome/wall-time.ts";

export interface SlotWordsProps {
  readonly grid: SlotGrid;
  readonly zone: string;
  readonly place: Place;
  /** Interviewers with the language. */
  readonly staff: number | null;
}

export function SlotWords({ grid, zone, place, staff }: SlotWordsProps) {
  const { t, language } = useWording();
  const row = grid.rows[place.row];
  const cell = cellAt(grid, place);
  if (!row || !cell) return <p role="status">{t("console.followUp.noTimes")}</p>;
  const at = instantOf(row.date, cell.from, zone);
  const end = instantOf(row.date, cell.to, zone);
  const span = (of: string): string =>
    cell.from === cell.to
      ? timeOfDay(at, of, language)
      : `${timeOfDay(at, of, language)}–${timeOfDay(end, of, language)}`;
  return (
    <p className="co-picker__words" role="status" data-why={cell.why ?? undefined}>
      <strong>{dayOfWeek(at, zone, language)}</strong>
      {cell.why !== "closedDay" && (
        <>
          <strong>, {t("console.followUp.there", { time: span(zone) })}</strong>
          <span className="fl-soft"> · {t("console.followUp.here", { time: span(ownZone()) })}</span>
        </>
      )}
      <br />
      {cell.why === null ? (
        <LoadWords load={cell.load} over={cell.over} staff={staff} />
      ) : (
        <span className="co-wrong">{t(`console.followUp.why.${cell.why}`)}</span>
      )}
    </p>
  );
}

interface LoadWordsProps {
  readonly load: number;
  readonly over: boolean;
  readonly staff: number | null;
}

function LoadWords({ load, over, staff }: LoadWordsProps) {
  const { t } = useWording();
  if (over) return <span className="co-over">{t("console.followUp.overBooked", { load, staff })}</span>;
  const there = t("console.followUp.load", { count: load });
  return staff === null ? there : `${there} · ${t("console.followUp.staff", { count: staff })}`;
}
