// The desk in React: its state, and what can be done at it.

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Mail } from "./seat/mail.ts";
import type { Seat } from "./seat/seat.ts";
import type { SeatState } from "./seat/seat-state.ts";

export const SeatContext = createContext<Seat | null>(null);

export function useSeat(): Seat {
  const seat = useContext(SeatContext);
  if (!seat) throw new Error("There is no desk around this screen");
  return seat;
}

export function useMail(): Mail {
  const { mail } = useSeat();
  return useSyncExternalStore(mail.subscribe, mail.get);
}

export function useSeatState(): SeatState {
  const { store } = useSeat();
  return useSyncExternalStore(store.subscribe, store.get);
}
