// The server's machine time on this page, by which desks say since when; this computer's clock may go otherwise.

import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { useSecond } from "./ticks.ts";

export interface MachineTime {
  /** How far the server's clock is ahead of this computer's, in milliseconds. */
  readonly ahead: number;
  /** Where the page no longer hears the server time stands still with what it shows. */
  readonly stoodAt: number | null;
}

export const MachineTimeHere = createContext<MachineTime>({ ahead: 0, stoodAt: null });

/** The way of the news here differs from one time to the next; less than this is taken for it. */
const noticeableMs = 1_500;

/** `asOf`: the server's time in the news that came last; `live`: whether it still comes. */
export function useMachineTime(asOf: string | null, live: boolean): MachineTime {
  const [ahead, setAhead] = useState(0);
  useEffect(() => {
    if (asOf === null) return;
    const seen = Date.parse(asOf) - Date.now();
    setAhead((kept) => (Math.abs(seen - kept) > noticeableMs ? seen : kept));
  }, [asOf]);
  const stoodAt = live || asOf === null ? null : Date.parse(asOf);
  return useMemo(() => ({ ahead, stoodAt }), [ahead, stoodAt]);
}

/** Machine time in milliseconds since 1970, as the page knows it. */
export const machineNow = ({ ahead, stoodAt }: MachineTime): number => stoodAt ?? Date.now() + ahead;

/** The same to the second; whatever reads it is drawn again every second. */
export function useMachineNow(): number {
  const { ahead, stoodAt } = useContext(MachineTimeHere);
  const second = useSecond();
  return stoodAt ?? second + ahead;
}
