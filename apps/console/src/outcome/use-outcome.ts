// Choosing an outcome: proposed, changed by key, then what it needs, one thing at a time, then entered with Enter.

import type { DispositionKey } from "@fieldline/calling";
import { useState } from "react";
import type { Intent } from "../keys/key-to-intent.ts";
import { useSeatState } from "../use-seat.ts";
import { type OutcomeGroup, outcomesOf } from "./offered-outcomes.ts";
import { outcomeByKey } from "./outcome-keys.ts";
import { type AtOutcome, type StepKind, stepsOf, type Told } from "./steps.ts";

export interface OutcomeChoice {
  /** Picked by the interviewer, else what is proposed. */
  readonly chosen: DispositionKey | null;
  /** What is asked for now; its part of the screen then has the keyboard. */
  readonly step: StepKind | null;
  readonly told: Told;
  readonly choose: (outcome: DispositionKey | null) => void;
  /** Answers the step that is shown and goes on to the next. */
  readonly tell: (part: Told) => void;
  /** One step back; from the first to the pad. */
  readonly back: () => void;
  readonly enter: () => void;
  /** Takes the intents that belong to the pad; tells whether it did. */
  readonly handle: (intent: Intent) => boolean;
}

interface Picked {
  readonly outcome: DispositionKey;
  readonly done: number;
  readonly told: Told;
}

export interface OutcomeOptions {
  readonly groups: readonly OutcomeGroup[];
  readonly proposed: DispositionKey | null;
  readonly at: AtOutcome;
  readonly onEnter: (outcome: DispositionKey, told: Told) => void;
}

export function useOutcome({ groups, proposed, at, onEnter }: OutcomeOptions): OutcomeChoice {
  const { doing } = useSeatState();
  const [picked, setPicked] = useState<Picked | null>(null);
  const chosen = picked?.outcome ?? proposed;
  const steps = chosen ? stepsOf(chosen, at) : [];
  const step = picked ? (steps[picked.done] ?? null) : null;
  const told = picked?.told ?? {};

  const choose = (outcome: DispositionKey | null): void =>
    setPicked(outcome && { outcome, done: 0, told: {} });

  const enter = (): void => {
    if (!chosen || doing !== null) return;
    const ready = (picked?.done ?? 0) >= steps.length || step === "neverAgain";
    if (ready) onEnter(chosen, told);
    else choose(chosen);
  };

  const tell = (part: Told): void => {
    if (picked) setPicked({ ...picked, done: picked.done + 1, told: { ...picked.told, ...part } });
  };

  const back = (): void => setPicked(picked && picked.done > 0 ? { ...picked, done: picked.done - 1 } : null);

  const byKey = (key: string): boolean => {
    const outcome = outcomeByKey(outcomesOf(groups), key);
    if (outcome) choose(outcome);
    return outcome !== undefined;
  };

  const handle = (intent: Intent): boolean => {
    switch (intent.kind) {
      case "escape":
      case "erase":
        if (picked) back();
        return picked !== null;
      case "confirm":
        enter();
        return chosen !== null;
      case "digit":
        return byKey(String(intent.digit));
      case "letter":
        return byKey(intent.letter);
      default:
        return false;
    }
  };

  return { chosen, step, told, choose, tell, back, enter, handle };
}
