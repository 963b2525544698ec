// A number of a case: how often it was rung, and whether it may be rung again.

import type { Instant } from "@fieldline/kernel";
import type { DispositionKey } from "./disposition-keys.ts";
import type { CallRules, NumberKind } from "./rules.ts";

/** Counted after the attempt that is being closed. Inbound calls are no dials, and no tries. */
export interface CaseNumber {
  readonly id: string;
  readonly kind: NumberKind | "unknown";
  readonly closed: boolean;
  readonly doNotCall: boolean;
  /** Dials in the wave, every one, and those of the local day of the call: they count towards the ceilings. */
  readonly dials: number;
  readonly dialsToday: number;
  /** Attempts that count towards the soft cap: not those without fault of the household, see `countsAsTry`. */
  readonly tries: number;
}

/** A fault on our side, or a call nobody closed, is no try of the household. */
export const countsAsTry = (key: DispositionKey): boolean =>
  key !== "technicalFault" && key !== "neverClosed";

interface Rung {
  readonly numberId: string;
  readonly disposition: DispositionKey;
  readonly dialledAt: Instant;
  readonly inbound?: boolean;
}

/** What `attempts` add up to for a number; `today`: where the local day began, `null` where nobody knows. */
export function countDials(
  id: string,
  attempts: readonly Rung[],
  today: Instant | null,
): Pick<CaseNumber, "dials" | "dialsToday" | "tries"> {
  const own = attempts.filter(({ numberId, inbound }) => numberId === id && !inbound);
  return {
    dials: own.length,
    dialsToday: today === null ? 0 : own.filter(({ dialledAt }) => dialledAt >= today).length,
    tries: own.filter(({ disposition }) => countsAsTry(disposition)).length,
  };
}

/** Tries that a number may have before only an appointment brings it back; the stricter cap where the kind is unknown. */
export const softCapOf = (rules: CallRules, kind: CaseNumber["kind"]): number =>
  kind === "unknown" ? Math.min(rules.softCap.landline, rules.softCap.mobile) : rules.softCap[kind];

export interface CapsLifted {
  /** An appointment waits: no soft cap. */
  readonly appointment: boolean;
  /** An earlier one was kept: some tries more. */
  readonly appointmentKept: boolean;
}

/** Why a number is not rung again in this wave; `null` where it may be. */
export function outBy(
  rules: CallRules,
  { kind, dials, tries }: CaseNumber,
  { appointment, appointmentKept }: CapsLifted,
): "ceiling" | "softCap" | null {
  if (dials >= rules.ceiling.perNumber) return "ceiling";
  if (appointment) return null;
  const more = appointmentKept ? rules.pacing.appointments.triesAfterKept : 0;
  return tries >= softCapOf(rules, kind) + more ? "softCap" : null;
}
