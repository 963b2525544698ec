// Whose exports a person may see: those that hold nothing but interviews of their own countries.

import { z } from "zod";
import type { Actor } from "../../platform/actor.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { waveWithCountries } from "../studies/index.ts";
import { findExport, type StoredExport } from "./store.exports.ts";

export const within = (row: Pick<StoredExport, "countries">, countries: readonly string[]): boolean =>
  row.countries.every((country) => countries.includes(country));

/** @throws `access.notFound` for an export that is not there or holds a country of somebody else */
export async function ownExport(tx: ReadTx, actor: Actor, id: string): Promise<StoredExport> {
  const row = z.uuid().safeParse(id).success ? await findExport(tx, id) : null;
  if (!row) throw refuse("access.notFound");
  const { countries } = await waveWithCountries(tx, actor, row.waveId);
  if (!within(row, countries)) throw refuse("access.notFound");
  return row;
}
