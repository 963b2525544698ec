// The quota plan in force in a wave, read once a process for each version, since versions never change.

import type { QuotaPlan } from "@fieldline/quota";
import type { ReadTx } from "../../platform/tx.ts";

const loaded = new Map<string, QuotaPlan>();

/** The plan of the wave's version in force; null for a wave without a plan, which counts nobody. */
export async function planOf(tx: ReadTx, waveId: string): Promise<QuotaPlan | null> {
  const wave = await tx.wave.findUniqueOrThrow({ where: { id: waveId }, select: { quotaPlanVersion: true } });
  const version = wave.quotaPlanVersion;
  if (version === null) return null;
  const key = `${waveId}/${version}`;
  const known = loaded.get(key);
  if (known) return known;
  const row = await tx.quotaPlanVersion.findUniqueOrThrow({ where: { waveId_version: { waveId, version } } });
  const plan = { ...(row.plan as unknown as QuotaPlan), version };
  loaded.set(key, plan);
  return plan;
}
