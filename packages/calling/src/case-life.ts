// What is known of a case when it is asked what becomes of it.

import type { Instant } from "@fieldline/kernel";
import type { AgreedAppointment } from "./appointments.ts";
import type { CaseNumber } from "./case-number.ts";
import type { Outcome } from "./final-code.ts";
import type { CallRules, Country, FieldDates } from "./rules.ts";

/** A closed attempt; `at` is the field time at which it was closed. */
export interface ClosedAttempt extends Outcome {
  readonly numberId: string;
  /** Who rang. */
  readonly userId: string;
  /** Field time. */
  readonly dialledAt: Instant;
  /** The respondent rang: no dial, no try, in no part of the day. */
  readonly inbound?: boolean;
}

/** An appointment that waits, and whose it is. */
export interface WaitingAppointment extends Pick<AgreedAppointment, "kind" | "startsAt"> {
  readonly userId: string;
}

export interface CaseLife {
  readonly country: Country;
  readonly fieldDates: FieldDates;
  /** At least one; in the order in which they were dialled. */
  readonly attempts: readonly ClosedAttempt[];
  /** In the record's order, as they stand without these attempts: a number that one of them closes comes as open here. */
  readonly numbers: readonly CaseNumber[];
  readonly rules: CallRules;
  /** Start of the next local day of the person called, in field time. */
  readonly nextDay: Instant;
  /** An interview of this case can be gone on with. */
  readonly interviewOpen: boolean;
  /** Made with the last of the attempts, or made before and still to come. */
  readonly appointment?: WaitingAppointment;
  readonly appointmentKept?: boolean;
}
