// Scope: the studies and countries a person may see. Whatever lies outside is, for them, not there.

import type { Actor } from "../../platform/actor.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";

interface StudyScope {
  readonly studyId: string;
  readonly countries: readonly string[];
}

/** `everything` for the machine and its operators, who act on the machine itself. */
type Reach = "everything" | readonly StudyScope[];

/** The studies and countries of an actor; read again each time, so that a change counts at once. */
export async function reachOf(tx: ReadTx, actor: Actor): Promise<Reach> {
  if (actor.kind !== "user") return "everything";
  const rows = await tx.userScope.findMany({ where: { userId: actor.id }, orderBy: { country: "asc" } });
  const studies = [...new Set(rows.map(({ studyId }) => studyId))];
  return studies.map((studyId) => ({
    studyId,
    countries: rows.filter((row) => row.studyId === studyId).map(({ country }) => country),
  }));
}

/** Of the countries of a wave, those within reach; empty where the study is foreign. */
export function countriesWithin(
  reach: Reach,
  wave: { readonly studyId: string; readonly countries: readonly string[] },
): readonly string[] {
  if (reach === "everything") return wave.countries;
  const scope = reach.find(({ studyId }) => studyId === wave.studyId);
  return wave.countries.filter((country) => scope?.countries.includes(country));
}

/** What a foreign id answers: the same as an unknown one, so that nobody learns what there is. */
export const notFound = () => refuse("access.notFound");
