// Who asks for a case, and what may be handed to them at this minute.

import type { CommandContext } from "../../../platform/command.ts";
import { refuse } from "../../../platform/problems/refusal.ts";
import type { WriteTx } from "../../../platform/tx.ts";
import { waveWithCountries } from "../../access/index.ts";
import { interviewerOf, skillsOf } from "../interviewer.ts";
import { callableNow, waveInField } from "../wave-in-field.ts";

export type Seeker = Awaited<ReturnType<typeof seekerOf>>;

/** @throws `calling.deskHasCase`, `calling.waveNotInField` */
export async function seekerOf(tx: WriteTx, ctx: CommandContext, waveId: string) {
  const { id: userId, languages } = await interviewerOf(tx, ctx.actor);
  if (await tx.lease.findFirst({ where: { userId, endedAt: null } })) throw refuse("calling.deskHasCase");
  const wave = await waveInField(tx, ctx, waveId);
  const { countries } = await waveWithCountries(tx, ctx.actor, waveId);
  return {
    userId,
    wave,
    countries,
    /** Countries that may be called at this minute. */
    callable: callableNow(wave, countries),
    languages: languages.filter((language) => wave.languages.includes(language)),
    skills: await skillsOf(tx, userId),
  };
}
