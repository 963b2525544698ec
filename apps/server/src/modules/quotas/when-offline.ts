// What a desk without network does at the quota check, by the plan in force.

import type { QuotaPlan } from "@fieldline/quota";
import type { ReadTx } from "../../platform/tx.ts";

const known = new Map<string, QuotaPlan["whenOffline"]>();

/** Null where the wave has no plan. Read once a process for each version, since versions never change. */
export async function whenOffline(tx: ReadTx, waveId: string): Promise<QuotaPlan["whenOffline"] | null> {
  const { quotaPlanVersion: version } = await tx.wave.findUniqueOrThrow({
    where: { id: waveId },
    select: { quotaPlanVersion: true },
  });
  if (version === null) return null;
  const key = `${waveId}/${version}`;
  const before = known.get(key);
  if (before) return before;
  const { plan } = await tx.quotaPlanVersion.findUniqueOrThrow({
    where: { waveId_version: { waveId, version } },
  });
  const found = (plan as unknown as QuotaPlan).whenOffline;
  known.set(key, found);
  return found;
}
