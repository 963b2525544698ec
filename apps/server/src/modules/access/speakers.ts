// Who may interview in any of some countries of a study, with the languages they speak.

import type { ReadTx } from "../../platform/tx.ts";

interface Wanted {
  readonly studyId: string;
  readonly countries: readonly string[];
}

export interface Speaker {
  readonly id: string;
  readonly languages: readonly string[];
}

/** Only those who can still sign in. */
export async function speakersOf(tx: ReadTx, { studyId, countries }: Wanted): Promise<Speaker[]> {
  const users = await tx.user.findMany({
    where: {
      disabledAt: null,
      roles: { has: "interviewer" },
      scopes: { some: { studyId, country: { in: [...countries] } } },
    },
    select: { id: true, languages: { select: { language: true } } },
  });
  return users.map(({ id, languages }) => ({ id, languages: languages.map(({ language }) => language) }));
}
