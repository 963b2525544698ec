// The operation an interview begins with, as desk and server make it from the same parts.

import type { Country, Language } from "@fieldline/instrument";
import type { InterviewId, OperationId } from "@fieldline/kernel";
import type { Begin } from "./operations.ts";

/** What a desk sends of a begin (`id` is the interview's), with country and region of its case. */
export interface Beginning {
  readonly id: string;
  readonly operationId: string;
  readonly at: string;
  readonly release: string;
  readonly country: Country;
  readonly language: Language;
  readonly seed: string;
  readonly region: string;
}

/** The same parts give the same operation, byte for byte, so that desk and server fold equal logs. */
export const beginOperation = (of: Beginning): Begin => ({
  type: "begin",
  id: of.operationId as OperationId,
  seq: 1,
  at: of.at,
  interviewId: of.id as InterviewId,
  release: of.release,
  country: of.country,
  language: of.language,
  seed: of.seed,
  prefill: { region: of.region },
});
