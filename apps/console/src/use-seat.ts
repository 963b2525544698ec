// The desk in React: its state, and what can be done at it.

import type { OutboxState } from "@fieldline/client";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Mail } from "./seat/mail.ts";
import type { Seat } from "./seat/seat.ts";
import type { SeatState } from "./seat/seat-state.ts";
import type { Version } from "./worker/version.ts";

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

/** How safe what was entered at this desk is. */
export function useOutbox(): OutboxState {
  const { outbox } = useSeat();
  return useSyncExternalStore(outbox.subscribe, outbox.get);
}

export function useOwnVersion(): Version {
  const { version } = useSeat();
  return useSyncExternalStore(version.subscribe, version.get);
}

export function useSeatState(): SeatState {
  const { store } = useSeat();
  return useSyncExternalStore(store.subscribe, store.get);
}
