// What comes with an outcome: asked for where the outcome needs it, refused where it does not belong.

import {
  type AgreedAppointment,
  checkAppointment,
  type DispositionKey,
  disposition as entryOf,
  followUpOf,
  takesReason,
} from "@fieldline/calling";
import type { CorrectOutcome } from "@fieldline/protocol";
import { orRefuse, refuse } from "../../platform/problems/refusal.ts";
import type { WaveAtWork } from "./wave-in-field.ts";

/** As the desk sends it. */
export type AskedFollowUp = Pick<CorrectOutcome, "reason" | "replyUsed" | "languageNeeded" | "appointment">;

export interface FollowUpGiven {
  readonly reason: string | null;
  readonly replyUsed: string | null;
  readonly languageNeeded: string | null;
  readonly appointment: AgreedAppointment | null;
}

export const noFollowUp: FollowUpGiven = {
  reason: null,
  replyUsed: null,
  languageNeeded: null,
  appointment: null,
};

/**
 * @throws what is missing or does not belong, and why an appointment may not be made
 */
export function followUpGiven(
  key: DispositionKey,
  asked: AskedFollowUp,
  { wave, country }: { readonly wave: WaveAtWork; readonly country: string },
): FollowUpGiven {
  refuseMissing(key, asked);
  refuseForeign(key, asked);
  const appointment = asked.appointment
    ? orRefuse(
        checkAppointment({
          wish: asked.appointment,
          rules: wave.rules,
          country,
          at: wave.fieldNow,
          fieldDates: wave.fieldDates,
        }),
      )
    : null;
  return {
    reason: asked.reason ?? null,
    replyUsed: asked.replyUsed ?? null,
    languageNeeded: asked.languageNeeded ?? null,
    appointment,
  };
}

const kindOf = (key: DispositionKey) => (key === "appointmentExact" ? "exact" : "loose");

function refuseMissing(key: DispositionKey, asked: AskedFollowUp): void {
  const needed = followUpOf(key);
  if (needed === "appointment" && asked.appointment?.kind !== kindOf(key)) {
    throw refuse("calling.appointmentMissing");
  }
  if (needed === "refusal" && !(asked.reason && asked.replyUsed)) throw refuse("calling.reasonMissing");
  if (needed === "language" && !asked.languageNeeded) throw refuse("calling.languageMissing");
}

function refuseForeign(key: DispositionKey, asked: AskedFollowUp): void {
  const { contacted, phase } = entryOf(key);
  const foreign = [
    ...(asked.appointment && followUpOf(key) !== "appointment" ? ["appointment"] : []),
    ...((asked.reason ?? asked.replyUsed) && !takesReason(key) ? ["reason"] : []),
    ...(asked.languageNeeded && !(contacted && phase === "interim") ? ["languageNeeded"] : []),
  ];
  if (foreign[0]) throw refuse("calling.followUpNotHere", { what: foreign[0] });
}
