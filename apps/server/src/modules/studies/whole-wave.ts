// A wave for somebody who may set it up: only who sees all of its countries decides for all of them.

import type { Actor } from "../../platform/actor.ts";
import type { Wave } from "../../platform/db/generated/client.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { waveWithCountries } from "../access/index.ts";

/** @throws Refusal `access.notFound` for unknown and foreign ids, `wave.notWhole` where only some countries are seen */
export async function requireWholeWave(tx: ReadTx, actor: Actor, waveId: string): Promise<Wave> {
  const { wave, countries } = await waveWithCountries(tx, actor, waveId);
  if (countries.length < wave.countries.length) throw refuse("wave.notWhole");
  return wave;
}

/** For the `allow` of a command, so that rights given later let the same command through. */
export const allowWholeWave = async (
  tx: ReadTx,
  { actor }: { readonly actor: Actor },
  { waveId }: { readonly waveId: string },
): Promise<void> => {
  await requireWholeWave(tx, actor, waveId);
};
