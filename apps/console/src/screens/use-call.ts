// A call at the keyboard: which number and language are chosen, what the line proposes, what each key does.

import { type DispositionKey, proposeDisposition } from "@fieldline/calling";
import type { CaseOnDesk } from "@fieldline/protocol";
import { useTicking } from "@fieldline/ui";
import { useCallback, useState } from "react";
import { callKeys, commandOf, duringCallKeys } from "../keys/commands.ts";
import type { Intent } from "../keys/key-to-intent.ts";
import { useKeys } from "../keys/use-keys.ts";
import { isInbound, numberToRing } from "../outcome/number-to-ring.ts";
import { offeredOutcomes } from "../outcome/offered-outcomes.ts";
import { useOutcome } from "../outcome/use-outcome.ts";
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

/** What is being written beside the call. */
export type Writing = "note" | "name" | null;

export function useCall(held: CaseOnDesk) {
  const seat = useSeat();
  const { call, doing, interviewLanguage, numberId: wanted } = useSeatState();
  const [writing, setWriting] = useState<Writing>(null);
  const open = held.numbers.filter(({ closed }) => !closed);
  const inbound = isInbound(held) && !call;
  const numberId = call?.numberId ?? numberToRing(held, wanted)?.id ?? "";
  const elapsed = useTicking(useCallback(() => (call ? seat.now() - call.startedAt : 0), [call, seat]));
  const groups = offeredOutcomes(null);
  const proposed = proposedBy(call, elapsed);
  const outcome = useOutcome({
    groups,
    proposed,
    at: {},
    onEnter: (entered, told) => void seat.closeCall(entered, told),
  });
  const talking = call !== null && somebodyThere(call.line);
  const byHand = call?.script.driver === "manual" && call.line === "ringing";
  const dropped = call?.line === "dropped";
  const idle = doing === null;

  const nextLanguage = (): void =>
    seat.chooseLanguage(following(held.languages, (each) => each === interviewLanguage) ?? "");

  const beforeDial = (intent: Intent): unknown => {
    if (intent.kind === "confirm") return void (inbound ? seat.answerCall(numberId) : seat.dial(numberId));
    if (intent.kind !== "letter") return false;
    switch (commandOf(callKeys, intent.letter)) {
      case "dial":
        return void seat.dial(numberId);
      case "giveBack":
        return void seat.giveBack();
      case "number":
        return seat.chooseNumber(following(open, ({ id }) => id === numberId)?.id ?? "");
      case "language":
        return nextLanguage();
      case "note":
        return setWriting("note");
      case "askFor":
        return setWriting("name");
      default:
        return false;
    }
  };

  /** Tells whether the letter commands something now. */
  const commandDuringCall = (letter: string): boolean => {
    switch (commandOf(duringCallKeys, letter)) {
      case "language":
        nextLanguage();
        return true;
      case "note":
        setWriting("note");
        return true;
      case "answered":
        if (byHand) seat.somebodyAnswers();
        return true;
      case "redial":
        if (dropped) void seat.redial();
        return true;
      default:
        return false;
    }
  };

  const duringCall = (intent: Intent): unknown => {
    if (intent.kind === "letter" && commandDuringCall(intent.letter)) return true;
    if (outcome.handle(intent)) return true;
    return intent.kind === "confirm" && talking ? void seat.startInterview() : false;
  };

  useKeys((intent) => {
    if (!idle || outcome.step || writing) return false;
    return call ? duringCall(intent) : beforeDial(intent);
  });

  return {
    call,
    elapsed,
    numberId,
    groups,
    proposed,
    outcome,
    talking,
    byHand,
    dropped,
    idle,
    inbound,
    writing,
    setWriting,
  };
}

export type CallAtTheKeyboard = ReturnType<typeof useCall>;
