// A case by its id, for somebody who may see its study and country; any other is not there.

import type { Actor } from "../../platform/actor.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { type Wave, waveWithCountries } from "../studies/index.ts";

interface CaseInReach {
  readonly id: string;
  readonly recordId: string;
  readonly country: string;
  readonly wave: Wave;
}

/** @throws Refusal `access.notFound`, the same for unknown and foreign ids */
export async function caseInReach(tx: ReadTx, actor: Actor, caseId: string): Promise<CaseInReach> {
  const found = await tx.case.findUnique({
    where: { id: caseId },
    select: { id: true, recordId: true, country: true, waveId: true },
  });
  if (!found) throw refuse("access.notFound");
  const { wave, countries } = await waveWithCountries(tx, actor, found.waveId);
  if (!countries.includes(found.country)) throw refuse("access.notFound");
  return { ...found, wave };
}
