// Choosing an outcome: proposed, changed by key, entered with Enter; never calling again asks first.

import type { DispositionKey } from "@fieldline/calling";
import { useState } from "react";
import type { Intent } from "../keys/key-to-intent.ts";
import { useSeat, useSeatState } from "../use-seat.ts";
import { type OutcomeGroup, outcomeByDigit } from "./offered-outcomes.ts";

export interface OutcomeChoice {
  /** Picked by the interviewer, else what is proposed. */
  readonly chosen: DispositionKey | null;
  /** "Never call again" has been picked and waits for its confirmation. */
  readonly confirming: boolean;
  readonly choose: (outcome: DispositionKey | null) => void;
  readonly enter: () => void;
  /** Takes the intents that belong to the pad; tells whether it did. */
  readonly handle: (intent: Intent) => boolean;
}

export function useOutcome(groups: readonly OutcomeGroup[], proposed: DispositionKey | null): OutcomeChoice {
  const seat = useSeat();
  const { doing } = useSeatState();
  const [picked, setPicked] = useState<DispositionKey | null>(null);
  const chosen = picked ?? proposed;
  const confirming = picked === "doNotCall";

  const enter = (): void => {
    if (chosen && doing === null) void seat.closeCall(chosen);
  };
  const handle = (intent: Intent): boolean => {
    if (intent.kind === "escape") {
      setPicked(null);
      return true;
    }
    if (intent.kind === "confirm") {
      if (chosen) enter();
      return chosen !== null;
    }
    if (intent.kind !== "digit" || confirming) return confirming;
    const outcome = outcomeByDigit(groups, intent.digit);
    if (outcome) setPicked(outcome);
    return outcome !== undefined;
  };
  return { chosen, confirming, choose: setPicked, enter, handle };
}
