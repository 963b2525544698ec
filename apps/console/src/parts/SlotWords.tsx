// The marked time in words: there and here, how many appointments there are, or why it cannot be chosen.

import { dayOfWeek, timeOfDay, useWording } from "@fieldline/wording";
import { cellAt, type Place, type SlotGrid } from "../outcome/slot-grid.ts";
import { instantOf, ownZone } from "../outcome/wall-time.ts";

export interface SlotWordsProps {
  readonly grid: SlotGrid;
  readonly zone: string;
  readonly place: Place;
}

export function SlotWords({ grid, zone, place }: SlotWordsProps) {
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
        t("console.followUp.load", { count: cell.load })
      ) : (
        <span className="co-wrong">{t(`console.followUp.why.${cell.why}`)}</span>
      )}
    </p>
  );
}
