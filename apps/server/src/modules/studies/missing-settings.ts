// What a wave still lacks before it may go to the field: all of it at once.

import type { WantedSetting } from "@fieldline/protocol";
import type { Wave } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { callRulesOf } from "./call-rules.ts";

const isEmpty = (value: unknown): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

/**
 * Names of the missing settings. A do-not-call list counts as one, also when it is empty. Call rules must speak of
 * every country, and know its public holidays for the whole field: nobody would be rung on a day they do not know.
 */
export async function missingSettings(tx: ReadTx, wave: Wave): Promise<readonly WantedSetting[]> {
  const rules = await callRulesOf(tx, wave);
  const ruled = wave.countries.map((country) => rules?.countries[country] ?? null);
  const knowsHolidays = ruled.every(
    (country) =>
      country === null || (country.holidaysFrom <= wave.fieldFrom && country.holidaysTo >= wave.fieldTo),
  );
  const lists = await tx.doNotCallImport.count({ where: { waveId: wave.id } });
  const settings: Readonly<Record<WantedSetting, unknown>> = {
    institute: wave.institute,
    client: wave.client,
    verificationNumber: wave.verificationNumber,
    fieldFrom: wave.fieldFrom,
    fieldTo: wave.fieldTo,
    languages: wave.languages,
    countries: wave.countries,
    release: wave.releaseId,
    callRules: rules === null || ruled.includes(null) ? null : rules.version,
    holidays: knowsHolidays ? true : null,
    doNotCallImport: lists > 0 ? lists : null,
  };
  return (Object.keys(settings) as WantedSetting[]).filter((name) => isEmpty(settings[name]));
}
