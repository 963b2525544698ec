// Why nothing can be called: the cases of the interviewer's countries, each counted under one reason.

import type { WriteTx } from "../../../platform/tx.ts";
import { countingIn, inOrder } from "./count-waiting.ts";
import { groupsOf } from "./groups.ts";
import { needsOf } from "./needs.ts";
import type { Seeker } from "./seeker.ts";

export interface WhyNone {
  readonly counts: readonly { readonly reason: string; readonly count: number }[];
  /** Field time at which the first of those that wait for a time of their own, for hours or a part of the day has it. */
  readonly nextDueAt: Date | null;
  /** Field time. */
  readonly asOf: Date;
}

/**
 * What nothing stands in the way of, and yet was not to be had, was being handed to another desk, or one of its
 * numbers is on a desk of another study.
 */
export async function whyNone(tx: WriteTx, seeker: Seeker): Promise<WhyNone> {
  const { wave, countries, userId, languages, skills } = seeker;
  const asOf = new Date(wave.fieldNow);
  const { countryLanguage } = wave;
  const groups = await groupsOf(tx, { waveId: wave.id, countries, userId, fieldNow: asOf, countryLanguage });
  const needs = await needsOf(tx, wave.id, countries);
  const { counts, nextDueAt } = countingIn({ wave, countries, needs, languages, skills })(groups);
  const shown = new Map(counts);
  shown.set("atOtherDesks", (counts.get("atOtherDesks") ?? 0) + (counts.get("waiting") ?? 0));
  shown.delete("waiting");
  return {
    counts: inOrder(shown),
    nextDueAt: nextDueAt === null ? null : new Date(nextDueAt),
    asOf,
  };
}
