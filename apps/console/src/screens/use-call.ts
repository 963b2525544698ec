// A call at the keyboard: which number and language are chosen, what the line proposes, what each key does.

import { type DispositionKey, proposeDisposition } from "@fieldline/calling";
import type { CaseOnDesk } from "@fieldline/protocol";
import { useTicking } from "@fieldline/ui";
import { useCallback, useState } from "react";
import type { Command } from "../keys/key-to-intent.ts";
import { useKeys } from "../keys/use-keys.ts";
import { offeredOutcomes } from "../parts/offered-outcomes.ts";
import { useOutcome } from "../parts/use-outcome.ts";
import { lineEnded, somebodyThere } from "../seat/line.ts";
import type { Call } from "../seat/seat-state.ts";
import { useSeat, useSeatState } from "../use-seat.ts";

/** How long it may ring before the no-answer key lights. */
const longRingMs = 30_000;

/** What the line alone proposes; nothing while it rings or somebody talks. */
function proposedBy(call: Call | null, elapsed: number): DispositionKey | null {
  if (!call || call.line === "dialled") return null;
  const rangLong = call.line === "ringing" && elapsed >= longRingMs;
  return rangLong || lineEnded(call.line) ? proposeDisposition({ line: call.line }) : null;
}

/** The entry after `current` in a list, the first again after the last. */
const following = <Entry>(list: readonly Entry[], current: (entry: Entry) => boolean): Entry | undefined =>
  list[(list.findIndex(current) + 1) % Math.max(1, list.length)];

export function useCall(held: CaseOnDesk) {
  const seat = useSeat();
  const { call, doing, interviewLanguage } = useSeatState();
  const [chosenNumber, setChosenNumber] = useState<string | null>(null);
  const open = held.numbers.filter(({ closed }) => !closed);
  const numberId = call?.numberId ?? chosenNumber ?? open[0]?.id ?? "";
  const elapsed = useTicking(useCallback(() => (call ? seat.now() - call.startedAt : 0), [call, seat]));
  const groups = offeredOutcomes(null);
  const proposed = proposedBy(call, elapsed);
  const outcome = useOutcome(groups, proposed);
  const talking = call !== null && somebodyThere(call.line);
  const idle = doing === null;

  const goOn = (): void => {
    if (talking) void seat.startInterview();
    else if (!call) void seat.dial(numberId);
  };
  const command = (asked: Command): void => {
    switch (asked) {
      case "dial":
        void seat.dial(numberId);
        break;
      case "giveBack":
        void seat.giveBack();
        break;
      case "number":
        if (!call) setChosenNumber(following(open, ({ id }) => id === numberId)?.id ?? null);
        break;
      case "language":
        seat.chooseLanguage(following(held.languages, (each) => each === interviewLanguage) ?? "");
        break;
      default:
    }
  };

  useKeys((intent) => {
    if (!idle || (call && outcome.handle(intent))) return;
    if (intent.kind === "confirm") goOn();
    if (intent.kind === "command") command(intent.command);
  });

  return { call, elapsed, numberId, chooseNumber: setChosenNumber, groups, proposed, outcome, talking, idle };
}

export type CallAtTheKeyboard = ReturnType<typeof useCall>;
