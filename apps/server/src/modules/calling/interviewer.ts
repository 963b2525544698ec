// The interviewer behind a command: who, and in which languages.

import type { UserId } from "@fieldline/kernel";
import { type Actor, actorId } from "../../platform/actor.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { languagesOf } from "../access/index.ts";

export interface Interviewer {
  readonly id: UserId;
  /** Languages this person interviews in, the best first. */
  readonly languages: readonly string[];
}

/** What they can do beside interviewing. */
export async function skillsOf(tx: ReadTx, userId: string): Promise<readonly string[]> {
  const { skills } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { skills: true } });
  return skills;
}

/** @throws `access.notAllowed` for the machine and its operators: calls are made by people */
export async function interviewerOf(tx: ReadTx, actor: Actor): Promise<Interviewer> {
  const id = actorId(actor);
  if (!id) throw refuse("access.notAllowed");
  return { id, languages: (await languagesOf(tx, id)).map(({ language }) => language) };
}
