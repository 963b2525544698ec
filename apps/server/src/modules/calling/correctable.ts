// The attempt whose outcome is to be corrected, its case locked, and whether this person may correct it.

import { actorId } from "../../platform/actor.ts";
import type { CommandContext } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { waveWithCountries } from "../access/index.ts";
import { lastAttempt } from "./last-attempt.ts";
import { lockCase } from "./lock-case.sql.ts";

export type Correctable = Awaited<ReturnType<typeof readCall>> & { readonly disposition: string };

const readCall = (tx: WriteTx, id: string) =>
  tx.contactAttempt.findUniqueOrThrow({ where: { id }, include: { case: true } });

/**
 * @returns the closed attempt, whether it is the latest of its case, and the lease under which this person still holds
 * the case
 * @throws `access.notFound` outside the scope and, for interviewers, for calls of others
 */
export async function attemptToCorrect(tx: WriteTx, ctx: CommandContext, id: string) {
  const asked = await tx.contactAttempt.findUnique({ where: { id }, include: { case: true } });
  if (!asked) throw refuse("access.notFound");
  const { countries } = await waveWithCountries(tx, ctx.actor, asked.waveId);
  const userId = actorId(ctx.actor);
  const own = asked.userId === userId;
  if (!countries.includes(asked.case.country) || !(own || supervises(ctx))) throw refuse("access.notFound");

  await lockCase(tx, asked.caseId);
  const call = await readCall(tx, id);
  const { caseId } = call;
  if (call.disposition === null || (await tx.contactAttempt.count({ where: { caseId, closedAt: null } }))) {
    throw refuse("calling.attemptOpen");
  }
  if (!supervises(ctx) && (await lastAttempt(tx, userId ?? ""))?.id !== id) {
    throw refuse("calling.correctionTooLate");
  }
  const lease = await tx.lease.findFirst({ where: { caseId, endedAt: null } });
  if (lease && lease.userId !== userId) throw refuse("calling.caseAtDesk");
  const later = await tx.contactAttempt.count({ where: { caseId, dialledAt: { gt: call.dialledAt } } });
  return { call: { ...call, disposition: call.disposition }, latest: later === 0, lease };
}

const supervises = ({ actor }: CommandContext): boolean =>
  actor.kind !== "user" || actor.roles.some((role) => role === "supervisor" || role === "administrator");
