// Writes a call as it begins, dialled or come in, and reads again what its desk was told of it.

import { later, toIso } from "@fieldline/kernel";
import type { DialReply } from "@fieldline/protocol";
import type { CommandContext } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { tell } from "../../platform/live/tell.ts";
import type { ReadTx, WriteTx } from "../../platform/tx.ts";
import { type ContactSeal, openNumbers } from "../samples/index.ts";
import { loadedRelease } from "../studies/index.ts";
import type { Held } from "./lease.sql.ts";
import { connectedFor, openFor } from "./lease.ts";
import { type Line, lineOfCall } from "./line.ts";
import type { WaveAtWork } from "./wave-in-field.ts";

interface Call {
  readonly id: string;
  /** Locked by the caller. */
  readonly lease: Held;
  readonly numberId: string;
  readonly wave: WaveAtWork;
}

interface Beginning extends Call {
  readonly line: Line;
  /** There, where it rings. */
  readonly localDate: string;
}

export type StoredCall = Pick<DialReply, "id" | "dialledFieldAt" | "leaseExpiresAt">;

/** The attempt, its count at the case, the lease that holds as long as somebody may be talking, and the news of it. */
export async function recordCall(
  tx: WriteTx,
  ctx: CommandContext,
  { id, lease, numberId, wave, line, localDate }: Beginning,
): Promise<{ readonly stored: StoredCall; readonly release: string }> {
  const { caseId, userId, fence } = lease;
  const expiresAt = new Date(later(ctx.machineNow, line.connects ? connectedFor : openFor));
  await tx.contactAttempt.create({
    data: {
      ...{ id, caseId, waveId: wave.id, numberId, userId, fence, localDate },
      callRulesVersion: wave.rules.version,
      releaseId: wave.releaseId,
      line: line.script.driver,
      dialledAt: new Date(ctx.machineNow),
      dialledFieldAt: new Date(wave.fieldNow),
    },
  });
  const { country } = await tx.case.update({
    where: { id: caseId },
    data: { attemptCount: { increment: 1 } },
  });
  await tx.lease.update({
    where: { id: lease.id },
    data: { expiresAt, connectedAt: line.connects ? new Date(ctx.machineNow) : null },
  });
  await tell(tx, ctx.machineNow, { topic: "desk", waveId: wave.id, country, userId });
  const { fingerprint } = await loadedRelease(tx, wave.releaseId);
  return {
    stored: { id, dialledFieldAt: toIso(wave.fieldNow), leaseExpiresAt: expiresAt.toISOString() },
    release: fingerprint,
  };
}

export const callNote = ({ id, lease, numberId, wave }: Call, more: object = {}): JournalNote => ({
  entityKind: "attempt",
  entityId: id,
  waveId: wave.id,
  fieldAt: wave.fieldNow,
  after: { case: lease.caseId, number: numberId, rules: wave.rules.version, ...more },
});

/** What was answered when the call began, made again for a repetition. */
export const rereadCall =
  (seal: ContactSeal) =>
  async (
    tx: ReadTx,
    _ctx: unknown,
    stored: StoredCall,
    { numberId }: { readonly numberId: string },
  ): Promise<DialReply> => {
    const clear = await openNumbers(tx, seal, [numberId]);
    const call = await tx.contactAttempt.findUniqueOrThrow({
      where: { id: stored.id },
      select: { line: true, release: true, case: { select: { wave: true } } },
    });
    const mode = call.case.wave.mode === "live" ? "live" : "test";
    const line = lineOfCall(call, mode, clear.get(numberId) ?? "").script;
    return { ...stored, line, release: call.release?.fingerprint ?? "" };
  };
