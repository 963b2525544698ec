// How many people may interview in a country of a study, in a language.

import type { ReadTx } from "../../platform/tx.ts";

interface Wanted {
  readonly studyId: string;
  readonly country: string;
  readonly language: string;
}

/** Only those who can still sign in. */
export const countInterviewers = (tx: ReadTx, { studyId, country, language }: Wanted): Promise<number> =>
  tx.user.count({
    where: {
      disabledAt: null,
      roles: { has: "interviewer" },
      languages: { some: { language } },
      scopes: { some: { studyId, country } },
    },
  });
