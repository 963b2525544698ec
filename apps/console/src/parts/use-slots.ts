// The free times of a case, week by week, and where the interviewer's mark stands among them.

import { addDays } from "@fieldline/calling";
import type { AppointmentWish, FreeSlots } from "@fieldline/protocol";
import { useEffect, useMemo, useState } from "react";
import {
  columnOfHour,
  exactGrid,
  firstFree,
  looseGrid,
  moved,
  type Place,
  type SlotGrid,
  wishAt,
} from "../outcome/slot-grid.ts";
import { useSeat } from "../use-seat.ts";

const daysShown = 7;

export function useSlots(
  caseId: string,
  kind: AppointmentWish["kind"],
  onTake: (appointment: AppointmentWish) => void,
) {
  const seat = useSeat();
  const [date, setDate] = useState<string | undefined>(undefined);
  const [slots, setSlots] = useState<FreeSlots | null>(null);
  const [kept, setPlace] = useState<Place | null>(null);
  const [hour, setHour] = useState("");

  useEffect(() => {
    let wanted = true;
    void seat.slots(caseId, date).then((found) => {
      if (wanted && found) setSlots(found);
    });
    return () => {
      wanted = false;
    };
  }, [seat, caseId, date]);

  const grid = useMemo<SlotGrid | null>(
    () => slots && (kind === "loose" ? looseGrid(slots) : exactGrid(slots)),
    [slots, kind],
  );
  const place = grid ? moved(grid, kept ?? firstFree(grid), 0, 0) : { row: 0, column: 0 };
  const first = slots?.days[0]?.date ?? "";
  const wish = grid && wishAt(grid, kind, place);
  const later = slots !== null && addDays(first || slots.today, daysShown) <= slots.lastDate;
  const earlier = slots !== null && first > slots.today;

  const goTo = (next: Place): void => {
    setHour("");
    setPlace(next);
  };
  const turn = (by: 1 | -1): void => {
    if (!slots || (by > 0 ? !later : !earlier)) return;
    const wanted = addDays(first, by * daysShown);
    setPlace({ row: 0, column: place.column });
    setDate([wanted, slots.today].toSorted().at(-1));
  };

  return {
    slots,
    grid,
    place,
    later,
    earlier,
    choosable: wish !== null,
    goTo,
    turn,
    move: (down: number, across: number): void => {
      if (grid) goTo(moved(grid, place, down, across));
    },
    take: (): void => {
      if (wish) onTake(wish);
    },
    /** Two digits go to that hour, as a clock shows it. */
    typeDigit: (digit: number): void => {
      const typed = `${hour}${digit}`;
      const complete = typed.length === 2;
      setHour(complete ? "" : typed);
      if (complete && grid) setPlace({ row: place.row, column: columnOfHour(grid, Number(typed)) });
    },
  };
}
