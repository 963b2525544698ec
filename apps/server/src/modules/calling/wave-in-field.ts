// The wave a desk works in: its clock, its call rules, and where it may call at this minute.

import { type CallRules, type FieldDates, windowAt } from "@fieldline/calling";
import type { Instant } from "@fieldline/kernel";
import type { QueryContext } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { callRulesOf, fieldDatesOf, loadedRelease } from "../studies/index.ts";

export interface WaveAtWork {
  readonly id: string;
  readonly studyId: string;
  readonly mode: "live" | "test";
  readonly inField: boolean;
  readonly languages: readonly string[];
  /** The language most people of a country are interviewed in, by the release in force. */
  readonly countryLanguage: Readonly<Record<string, string>>;
  readonly releaseId: string;
  readonly rules: CallRules;
  readonly fieldDates: FieldDates;
  readonly fieldNow: Instant;
}

/** A wave with its rules, in the field or not any more; null where release or call rules are missing. */
export async function waveAtWork(tx: ReadTx, ctx: QueryContext, waveId: string): Promise<WaveAtWork | null> {
  const wave = await tx.wave.findUnique({ where: { id: waveId } });
  const rules = wave && (await callRulesOf(tx, wave));
  if (!wave?.releaseId || !rules) return null;
  const { instrument } = await loadedRelease(tx, wave.releaseId);
  return {
    id: wave.id,
    studyId: wave.studyId,
    mode: wave.mode === "live" ? "live" : "test",
    inField: wave.state === "inField",
    languages: wave.languages,
    countryLanguage: Object.fromEntries(instrument.countries.map(({ code, language }) => [code, language])),
    releaseId: wave.releaseId,
    rules,
    fieldDates: fieldDatesOf(wave),
    fieldNow: ctx.fieldNow(wave),
  };
}

/**
 * Reads a wave that is in the field.
 * @throws `calling.waveNotInField` also when its release or call rules are missing.
 */
export async function waveInField(tx: ReadTx, ctx: QueryContext, waveId: string): Promise<WaveAtWork> {
  const wave = await waveAtWork(tx, ctx, waveId);
  if (!wave?.inField) throw refuse("calling.waveNotInField");
  return wave;
}

/** Those of `countries` in which this minute lies inside the hours for calls and the dates of the wave. */
export function callableNow(wave: WaveAtWork, countries: readonly string[]): string[] {
  return countries.filter((country) => {
    const window = windowAt(wave.rules, country, wave.fieldNow);
    if (!window.ok || !window.value.callable) return false;
    const { localDate } = window.value;
    return localDate >= wave.fieldDates.first && localDate <= wave.fieldDates.last;
  });
}
