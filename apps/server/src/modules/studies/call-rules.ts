// The call rules in force in a wave, those of an older version, and putting a new version in force.

import type { CallRules } from "@fieldline/calling";
import type { Instant } from "@fieldline/kernel";
import { storedCallRules } from "@fieldline/protocol/schemas";
import type { Prisma, Wave } from "../../platform/db/generated/client.ts";
import type { ReadTx, WriteTx } from "../../platform/tx.ts";
import { emptyQueue } from "./store.ts";

/** The version of the rules that the wave names, or null where it names none: then nothing is dialled. */
export async function callRulesOf(
  tx: ReadTx,
  wave: Pick<Wave, "id" | "callRulesVersion">,
): Promise<CallRules | null> {
  const version = wave.callRulesVersion;
  if (version === null) return null;
  const row = await tx.callRulesVersion.findUnique({
    where: { waveId_version: { waveId: wave.id, version } },
  });
  return row ? asRules(row) : null;
}

/** The rules of a stored version; one from before there was a pacing has the pacing that held then. */
export const asRules = ({ rules, version }: { rules: unknown; version: number }): CallRules => ({
  ...storedCallRules.parse(rules),
  version,
});

/** Adds a version, in force from now on; what is due is found afresh under it. @returns its number */
export async function addCallRules(
  tx: WriteTx,
  waveId: string,
  rules: Omit<CallRules, "version">,
  at: Instant,
): Promise<number> {
  const newest = await tx.callRulesVersion.aggregate({ where: { waveId }, _max: { version: true } });
  const version = (newest._max.version ?? 0) + 1;
  const stored = { ...rules, version } as unknown as Prisma.InputJsonObject;
  await tx.callRulesVersion.create({ data: { waveId, version, rules: stored, createdAt: new Date(at) } });
  await tx.wave.update({ where: { id: waveId }, data: { callRulesVersion: version } });
  await emptyQueue(tx, waveId);
  return version;
}
