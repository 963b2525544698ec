// A wave by its id, for somebody who may see it; anything else is not there.

import type { WaveId } from "@fieldline/kernel";
import type { Actor } from "../../platform/actor.ts";
import type { Wave } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { countriesWithin, notFound, reachOf } from "./scope.ts";

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => uuid.test(text);

/**
 * The wave, if it exists and the actor may see at least one of its countries.
 * @throws Refusal `access.notFound`, the same for unknown and foreign ids
 */
export async function requireWave(tx: ReadTx, actor: Actor, waveId: WaveId | string): Promise<Wave> {
  return (await waveWithCountries(tx, actor, waveId)).wave;
}

/** The wave and those of its countries that the actor may see. @throws Refusal `access.notFound` */
export async function waveWithCountries(
  tx: ReadTx,
  actor: Actor,
  waveId: WaveId | string,
): Promise<{ readonly wave: Wave; readonly countries: readonly string[] }> {
  const wave = isUuid(waveId) ? await tx.wave.findUnique({ where: { id: waveId } }) : null;
  if (!wave) throw notFound();
  const countries = countriesWithin(await reachOf(tx, actor), wave);
  if (actor.kind === "user" && countries.length === 0) throw notFound();
  return { wave, countries };
}
