// How an interview is closed where its route has ended, and how it is left before.

import type { EndKind } from "@fieldline/instrument";
import type { Step } from "./live-interview.ts";

const closing: Readonly<Record<EndKind, Step | null>> = {
  complete: null,
  noEligibleRespondent: { type: "screenOut" },
  quotaFull: { type: "screenOut" },
  noPlace: { type: "screenOut" },
  refused: { type: "breakOff" },
  later: { type: "suspend" },
};

/** The operation that closes an interview at this end; `null` where it is closed already. */
export const closingStep = (end: EndKind | null): Step | null => (end === null ? null : closing[end]);
